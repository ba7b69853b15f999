/** A figure as shown: two decimals, tabular, and a link to where it comes from when that can be opened. */
import { useReader } from './language.ts'

interface Props {
  readonly value: string | null
  /** What the figure is, for those who hear the link by itself. */
  readonly name: string
  /** The address of its explanation, without the language. */
  readonly explain?: string | undefined
}

export function Figure({ value, name, explain }: Props) {
  const { text, to } = useReader()
  if (value === null)
    return explain === undefined ? <UnknownFigure /> : <WhyUnknown name={name} explain={explain} />
  if (explain === undefined) return <span className="figure">{value}</span>
  return (
    <a className="figure" href={to(explain)}>
      {value}
      <span className="unseen"> {text.site.explainFigure(name)}</span>
    </a>
  )
}

function WhyUnknown({ name, explain }: { readonly name: string; readonly explain: string }) {
  const { text, to } = useReader()
  return (
    <a className="figure-unknown" href={to(explain)}>
      {text.site.unknown}
      <span className="unseen"> {text.site.explainFigure(name)}</span>
    </a>
  )
}

export function UnknownFigure() {
  const { text } = useReader()
  return (
    <span className="figure figure-unknown">
      <span aria-hidden="true">–</span>
      <span className="unseen">{text.site.unknown}</span>
    </span>
  )
}
