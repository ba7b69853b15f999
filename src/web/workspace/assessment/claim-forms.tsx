/** Who holds an agency, and the forms to take it, give it back, or let somebody else's claim go. */
import type { Claim } from '#modules/disclosure/assessment/claims.ts'
import type { Conflict } from '#modules/disclosure/assessment/conflict.ts'
import { Act, Confirmed } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'

export interface Claimed {
  readonly code: string
  readonly claims: readonly Claim[]
  readonly isDouble: boolean
  readonly viewerId: string | null
}

export function Assessors({ claims, isDouble, viewerId }: Omit<Claimed, 'code'>) {
  const { text } = useReader()
  const words = text.assessmentWork
  if (claims.length === 0) return <span className="hint">{words.nobody}</span>
  return (
    <ul className="assessors">
      {claims.map(({ seat, assessorId, assessorName, since }) => (
        <li key={assessorId}>
          {words.seat(seat, assessorId === viewerId ? words.you : assessorName, isDouble)}{' '}
          <span className="hint">{words.since(words.at(since))}</span>
        </li>
      ))}
    </ul>
  )
}

interface FormProps extends Claimed {
  readonly name: string
  readonly isMine: boolean
  readonly mayClaim: boolean
  readonly conflict: Conflict | null
  readonly mayLead: boolean
  /** Whether the viewer could assess at all, so that a conflict is worth telling. */
  readonly mayAssess: boolean
}

export function ClaimForms({ conflict, isMine, mayAssess, mayLead, ...claimed }: FormProps) {
  const { text } = useReader()
  const { code, name, claims, viewerId } = claimed
  const words = text.assessmentWork
  const others = claims.filter(({ assessorId }) => assessorId !== viewerId)
  return (
    <div className="claim-forms">
      {mayAssess && conflict && <p className="hint">{words.conflict[conflict]}</p>}
      {claimed.mayClaim && (
        <form method="post">
          <input type="hidden" name="agency" value={code} />
          <button type="submit" name="act" value="claim" aria-label={words.claimOf(name)}>
            {words.claim}
          </button>
        </form>
      )}
      {isMine && (
        <Confirmed ask={words.release}>
          <form method="post">
            <p className="hint">{words.releaseMeans}</p>
            <input type="hidden" name="agency" value={code} />
            <Act act="release" name={words.releaseDo} />
          </form>
        </Confirmed>
      )}
      {mayLead &&
        others.map(({ assessorId, assessorName }) => (
          <Confirmed key={assessorId} ask={words.releaseOther(assessorName)}>
            <form method="post">
              <p className="hint">{words.releaseMeans}</p>
              <input type="hidden" name="agency" value={code} />
              <input type="hidden" name="assessor" value={assessorId} />
              <Act act="releaseOther" name={words.releaseOtherDo(assessorName)} />
            </form>
          </Confirmed>
        ))}
    </div>
  )
}
