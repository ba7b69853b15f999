/** Which form of marking a viewer is given for an item, or why there is none. Pure. */
import type { AssessmentView } from '#modules/disclosure/assessment/assessment-view.ts'
import { isAtWork } from '#modules/disclosure/item-state.ts'
import type { PhaseId } from '#modules/rounds/calendar.ts'
import { phaseState } from '#modules/rounds/phase.ts'
import type { assessmentWork } from '#text/th/assessment-work.ts'

type Titles = keyof typeof assessmentWork.mark.titles

export type MarkStage =
  | { readonly act: 'score' | 'settle' | 'remark'; readonly title: Titles }
  | { readonly act: null; readonly why: keyof typeof assessmentWork.mark.why }

export type Staged = Pick<
  AssessmentView,
  'calendar' | 'marks' | 'own' | 'place' | 'rights' | 'round' | 'state' | 'viewerId'
>

/** `canAssess`: whether the viewer's roles let them mark items of this agency at all. */
export function stageOf(view: Staged, now: Date, canAssess: boolean): MarkStage {
  const { state, round, rights } = view
  if (state === 'final') return none('final')
  if (round.isClosed) return none('roundClosed')
  if (isAtWork(state)) return none('notHandedIn')
  if (state === 'disputed') return settling(view, now)
  if (!canAssess) return none('reader')
  if (state === 'explained' || state === 'remarked') return remarking(view, now)
  if (!rights.mayMark) return none(rights.mayClaim ? 'claim' : 'seatsTaken')
  return scoring(view, now)
}

const none = (why: Extract<MarkStage, { act: null }>['why']): MarkStage => ({ act: null, why })

function scoring(view: Staged, now: Date): MarkStage {
  const { state, marks, own } = view
  const isOpen = isLetThrough(view, now, 'score')
  if (state === 'submitted') return isOpen ? { act: 'score', title: 'score' } : none('notOpen')
  if (state === 'markedOnce') {
    return isOpen ? { act: 'score', title: own ? 'change' : 'second' } : none('notOpen')
  }
  if (marks.some(({ kind }) => kind === 'settled')) return none('settled')
  if (!own) return none('marked')
  const clarifying = standing(view, now, 'clarify')
  if (clarifying === 'open' || clarifying === 'closed') return none('clarifying')
  return isOpen ? { act: 'score', title: 'change' } : none('notOpen')
}

function settling(view: Staged, now: Date): MarkStage {
  const { rights, marks, viewerId } = view
  if (!rights.maySettle) return none('waitsForLead')
  if (marks.some(({ assessorId }) => assessorId === viewerId)) return none('ownDispute')
  const phases: readonly PhaseId[] = ['score', 'clarify', 'confirm']
  const isOpen = phases.some((phase) => standing(view, now, phase) === 'open')
  return isOpen || isLetThrough(view, now, 'score') ? { act: 'settle', title: 'settle' } : none('notOpen')
}

function remarking(view: Staged, now: Date): MarkStage {
  const { rights, state } = view
  if (!rights.mayRemark) return none(rights.mayClaim ? 'claim' : 'seatsTaken')
  const isOpen = standing(view, now, 'clarify') === 'open' || isLetThrough(view, now, 'confirm')
  if (!isOpen) return none('notOpen')
  return { act: 'remark', title: state === 'remarked' ? 'remarkAgain' : 'remark' }
}

function standing({ calendar, place }: Staged, now: Date, phase: PhaseId) {
  return phaseState(calendar, { phase, agencyId: place.agencyId, now }).state
}

/** As `requireOpen` does. */
function isLetThrough(view: Staged, now: Date, phase: PhaseId): boolean {
  const state = standing(view, now, phase)
  return state === 'open' || state === 'notScheduled'
}
