/** What only those who lead do with a round: how many mark each item, and confirming all that is ready. */
import type { RoundConfirmed } from '#modules/disclosure/assessment/confirm-round.ts'
import { sentenceFor } from '../../ui/failure.ts'
import { Act, Confirmed } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import type { FoundQueue } from './assessment.tsx'
import { sheetPath } from './assessment-query.ts'

interface Props {
  readonly found: FoundQueue
  readonly year: number
}

export function LeadPart({ found, year }: Props) {
  const { text } = useReader()
  const words = text.assessmentWork.lead
  const { mayMarking, mayConfirm } = found.may
  if (!found.isRoundOpen || (!mayMarking && !mayConfirm)) return null
  return (
    <section aria-labelledby="lead">
      <h2 id="lead">{words.title}</h2>
      {mayMarking && <Marking isDouble={found.queue?.isDouble ?? false} maySet={found.may.maySetMarking} />}
      {mayConfirm && (
        <Confirmed ask={words.confirmAllAsk}>
          <form className="stacked-form" method="post">
            <p>{words.confirmAllMeans(year)}</p>
            <Act act="confirmAll" name={words.confirmAll(year)} isGrave />
          </form>
        </Confirmed>
      )}
    </section>
  )
}

interface MarkingProps {
  readonly isDouble: boolean
  readonly maySet: boolean
}

function Marking({ isDouble, maySet }: MarkingProps) {
  const { text } = useReader()
  const words = text.assessmentWork.lead
  return (
    <form method="post">
      <h3>{words.marking}</h3>
      <p>
        {isDouble ? words.double : words.single}{' '}
        <span className="hint">{maySet ? words.markingHint : words.markingSettled}</span>
      </p>
      <input type="hidden" name="assessors" value={isDouble ? '1' : '2'} />
      {maySet && <Act act="setMarking" name={isDouble ? words.setSingle : words.setDouble} />}
    </form>
  )
}

/** What came of confirming all, with why each that was left is not ready. */
export function ConfirmedReport({
  report,
  year,
}: {
  readonly report: RoundConfirmed
  readonly year: number
}) {
  const { text, to } = useReader()
  const words = text.assessmentWork.confirmed
  return (
    <section className="done" role="status" aria-labelledby="confirmed">
      <h2 id="confirmed">{words.title}</h2>
      <p>{words.count(report.confirmed)}</p>
      {report.left.length > 0 && (
        <>
          <p>{words.left(report.left.length)}</p>
          <ul>
            {report.left.map(({ agencyCode, code, parameters }) => (
              <li key={agencyCode}>
                <a href={to(sheetPath({ year, code: agencyCode }))}>{agencyCode}</a>{' '}
                {sentenceFor(text, { code, parameters })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
