/** A difference to last year: its direction by sign and word, never by colour alone. */
import { UnknownFigure } from './figure.tsx'
import { useReader } from './language.ts'

/** `difference` is a two-decimal text such as "-0.27". */
export function Change({ difference }: { readonly difference: string | null }) {
  const { text } = useReader()
  if (difference === null) return <UnknownFigure />
  const size = difference.replace('-', '')
  if (Number(size) === 0) {
    return (
      <span className="figure change">
        <span aria-hidden="true">{size}</span>
        <span className="unseen">{text.site.same}</span>
      </span>
    )
  }
  const falls = difference.startsWith('-')
  return (
    <span className={`figure change ${falls ? 'change-fall' : 'change-rise'}`}>
      <span aria-hidden="true">
        {falls ? '−' : '+'}
        {size}
      </span>
      <span className="unseen">{falls ? text.site.fall(size) : text.site.rise(size)}</span>
    </span>
  )
}
