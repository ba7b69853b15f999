/** What was answered to an item and what is wrong with it, short enough for a row. */
import type { AnsweredLink } from '#modules/disclosure/answers.ts'
import type { BoardItem } from '#modules/disclosure/board.ts'
import { useReader } from '../../ui/language.ts'
import { FixSentence, FoundWords, NamedCheck, VerdictMark } from './check-words.tsx'

export function AnswerCell({ item: { has, links } }: { readonly item: Pick<BoardItem, 'has' | 'links'> }) {
  const { text } = useReader()
  const words = text.disclosureWork.board
  if (has === null) return <span className="hint">{words.notAnswered}</span>
  if (!has) return <span>{words.hasNot}</span>
  return (
    <ul className="link-lines">
      {links.map((link) => (
        <li key={link.id}>
          <LinkLine link={link} />
        </li>
      ))}
    </ul>
  )
}

/** The gravest thing to mend stands written out; the rest are counted. */
function LinkLine({ link: { position, url, check } }: { readonly link: AnsweredLink }) {
  const { text } = useReader()
  const words = text.disclosureWork
  const name = (
    <a href={url} rel="noreferrer">
      {words.board.link(position)}
    </a>
  )
  if (!check) {
    return (
      <>
        {name} <span className="hint">{words.check.waiting}</span>
      </>
    )
  }
  const wanting = check.report.findings
    .filter(({ result }) => result !== 'pass')
    .toSorted((a, b) => Number(a.result === 'warn') - Number(b.result === 'warn'))
  const [gravest] = wanting
  return (
    <>
      {name} <VerdictMark verdict={check.report.verdict} />
      {gravest && (
        <span className="link-fault">
          <NamedCheck finding={gravest} /> <FoundWords finding={gravest} /> <FixSentence fix={gravest.fix} />
        </span>
      )}
      {wanting.length > 1 && <span className="beside">{words.board.more(wanting.length - 1)}</span>}
    </>
  )
}
