/** The checker's findings in words: the verdict of a link, what was looked for, the words it was found in, how to mend it. */
import type { CheckFinding, Verdict } from '#modules/disclosure/check-report.ts'
import type { ItemElement } from '#modules/disclosure/element.ts'
import type { Values } from '#text/text.ts'
import { useReader } from '../../ui/language.ts'

interface Props {
  readonly finding: CheckFinding
}

/** A tick or a cross, told apart without colour. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const { text } = useReader()
  const isSound = verdict === 'live' || verdict === 'moved'
  return (
    <strong className={isSound ? 'verdict' : 'verdict verdict-bad'}>
      <span aria-hidden="true">{isSound ? '✓' : '✗'} </span>
      {text.checker.verdicts[verdict]}
    </strong>
  )
}

interface NamedProps extends Props {
  /** The elements of the item, where their names in the reader's language are at hand. */
  readonly elements?: readonly ItemElement[]
}

/** The result in a word, and what was looked for: a general check, or an element in its official words. */
export function NamedCheck({ finding: { element, result }, elements = [] }: NamedProps) {
  const { language, say, text } = useReader()
  const checks: Readonly<Record<string, string>> = text.checker.checks
  const own = elements.find(({ text: words }) => words.th === element)
  const name = checks[element] ?? (own && say(own.text))
  return (
    <span>
      <strong className={`result result-${result}`}>{text.checker.results[result]}</strong>{' '}
      {name ?? <span lang={language === 'th' ? undefined : 'th'}>{element}</span>}
    </span>
  )
}

/** Nothing where there are no words to quote. */
export function FoundWords({ finding: { quote } }: Props) {
  const { text } = useReader()
  if (quote === '') return null
  return (
    <span className="quoted">
      <span className="beside-word">{text.disclosureWork.check.found}: </span>
      <q lang="th">{quote}</q>
    </span>
  )
}

/** Nothing where there is nothing to mend. */
export function FixSentence({ fix }: Pick<CheckFinding, 'fix'>) {
  const { text } = useReader()
  if (!fix) return null
  const fixes: Readonly<Record<string, (values: Values) => string>> = text.checker.fixes
  return <Mend sentence={fixes[fix.code]?.(fix.parameters) ?? fix.code} />
}

export function Mend({ sentence }: { readonly sentence: string }) {
  const { text } = useReader()
  return (
    <span className="fix">
      <span className="beside-word">{text.disclosureWork.check.mend}: </span>
      {sentence}
    </span>
  )
}
