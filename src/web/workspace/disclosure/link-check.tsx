/** One link of an answer with all that the checker found on it, and whether it was kept as it stood. */
import type { AnsweredLink } from '#modules/disclosure/answers.ts'
import type { CheckReport } from '#modules/disclosure/check-report.ts'
import type { ItemElement } from '#modules/disclosure/element.ts'
import { useReader } from '../../ui/language.ts'
import { FixSentence, FoundWords, NamedCheck, VerdictMark } from './check-words.tsx'

interface Props {
  readonly link: AnsweredLink
  readonly elements: readonly ItemElement[]
  /** The page of what was kept of it. */
  readonly kept: string
}

export function LinkCheck({ link: { url, kind, format, place, check, snapshot }, elements, kept }: Props) {
  const { text, to } = useReader()
  const words = text.disclosureWork
  const named = [
    words.answer.kinds[kind],
    ...(format ? [words.answer.formats[format]] : []),
    ...(place ? [place] : []),
  ]
  return (
    <li>
      <a className="link-address" href={url} rel="noreferrer">
        {url}
      </a>
      <span className="beside">{named.join(' · ')}</span>
      {snapshot && (
        <span className="beside">
          {snapshot.state === 'taken'
            ? words.check.snapshot.taken(snapshot.takenAt ? words.at(snapshot.takenAt) : '')
            : words.check.snapshot[snapshot.state]}
          {snapshot.state !== 'waiting' && (
            <>
              {' '}
              <a href={to(kept)}>{words.check.snapshot.open}</a>
            </>
          )}
        </span>
      )}
      {check ? (
        <>
          <Verdict report={check.report} />
          <span className="beside">
            {words.check.lastAt(words.at(check.lastAt))}
            {check.firstAt.getTime() !== check.lastAt.getTime() &&
              ` · ${words.check.sinceAt(words.at(check.firstAt))}`}
          </span>
          <Findings report={check.report} elements={elements} />
        </>
      ) : (
        <p>
          <strong>{words.check.waiting}</strong>
        </p>
      )}
    </li>
  )
}

function Verdict({ report: { verdict, finalUrl, url, onMainSite } }: { readonly report: CheckReport }) {
  const { text } = useReader()
  const words = text.disclosureWork.check
  const site = onMainSite === null ? 'unknown' : onMainSite ? 'yes' : 'no'
  return (
    <p>
      <VerdictMark verdict={verdict} /> · {words.onMainSite[site]}
      {finalUrl !== '' && finalUrl !== url && (
        <span className="beside link-address">
          {words.finalUrl} {finalUrl}
        </span>
      )}
    </p>
  )
}

interface FindingsProps {
  readonly report: CheckReport
  readonly elements: readonly ItemElement[]
}

const order = ['fail', 'warn', 'pass'] as const

/** What is to be mended first. */
export function Findings({ report: { findings }, elements }: FindingsProps) {
  const { text } = useReader()
  const words = text.disclosureWork.check
  const passed = findings.filter(({ result }) => result === 'pass')
  const wanting = order
    .filter((result) => result !== 'pass')
    .flatMap((result) => findings.filter((finding) => finding.result === result))
  return (
    <>
      {wanting.length === 0 && <p>{words.clean}</p>}
      <ul className="findings">
        {wanting.map((finding) => (
          <li key={JSON.stringify(finding)} className={`finding finding-${finding.result}`}>
            <NamedCheck finding={finding} elements={elements} />
            <FoundWords finding={finding} />
            <FixSentence fix={finding.fix} />
          </li>
        ))}
      </ul>
      {passed.length > 0 && (
        <details>
          <summary>{words.passes(passed.length)}</summary>
          <ul className="findings">
            {passed.map((finding) => (
              <li key={JSON.stringify(finding)} className="finding">
                <NamedCheck finding={finding} elements={elements} />
                <FoundWords finding={finding} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
