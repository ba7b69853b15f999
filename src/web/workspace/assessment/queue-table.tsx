/** A page of the queue: each agency with its counts, its clock, who holds it, and what may be done with it. */
import type { QueuedAgency } from '#modules/disclosure/assessment/queue.ts'
import { useReader } from '../../ui/language.ts'
import { ShareStrip } from '../disclosure/share-strip.tsx'
import type { FoundQueue } from './assessment.tsx'
import { sheetPath } from './assessment-query.ts'
import { Assessors, ClaimForms } from './claim-forms.tsx'
import { ClockLine } from './clock-line.tsx'

interface Props {
  readonly found: FoundQueue
  readonly year: number
}

export function QueueTable({ found, year }: Props) {
  const { text } = useReader()
  const words = text.assessmentWork
  return (
    <table className="plain queue">
      <caption>{words.agencies(found.queue?.total ?? 0)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.agency}</th>
          <th scope="col">{words.columns.progress}</th>
          <th scope="col">{words.columns.assessors}</th>
          <th scope="col">{words.columns.act}</th>
        </tr>
      </thead>
      <tbody>
        {found.queue?.agencies.map((agency) => (
          <Row key={agency.code} found={found} year={year} agency={agency} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ found, year, agency }: Props & { readonly agency: QueuedAgency }) {
  const { say, text, to } = useReader()
  const words = text.assessmentWork
  const { code, counts, isMine } = agency
  const name = say(agency.name) || agency.name.th
  const sheet = to(sheetPath({ year, code }))
  const isDouble = found.queue?.isDouble ?? false
  return (
    <tr>
      <th scope="row">
        <a href={sheet}>{name}</a> <span className="hint">{code}</span>
        <ClockLine clock={agency.clock} now={found.now} />
        {agency.explainedSince && (
          <span className="beside">{words.waitingSince(words.at(agency.explainedSince))}</span>
        )}
      </th>
      <td>
        <Progress counts={counts} />
      </td>
      <td>
        <Assessors claims={agency.claims} isDouble={isDouble} viewerId={found.viewerId} />
      </td>
      <td>
        {isMine && (
          <a href={sheet} aria-label={words.goOnOf(name)}>
            {words.goOn}
          </a>
        )}
        <ClaimForms
          {...agency}
          {...found.may}
          name={name}
          isDouble={isDouble}
          viewerId={found.viewerId}
          mayClaim={agency.mayClaim && found.may.mayAssess}
        />
      </td>
    </tr>
  )
}

function Progress({ counts }: Pick<QueuedAgency, 'counts'>) {
  const { text } = useReader()
  const words = text.assessmentWork
  const { submitted, marked, final } = counts
  const said = (['toMark', 'disputed', 'explained', 'final'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => words.counts[kind](counts[kind]))
  const parts = [
    { key: 'final', count: final, tone: 1 },
    { key: 'marked', count: marked - final, tone: 2 },
    { key: 'disputed', count: counts.disputed, tone: 4 },
  ]
  return (
    <>
      <span className="figure-of">{words.markedOf(marked, submitted)}</span>
      <ShareStrip parts={parts.filter(({ count }) => count > 0)} total={Math.max(1, submitted)} />
      <span className="beside">{said.join(' · ')}</span>
    </>
  )
}
