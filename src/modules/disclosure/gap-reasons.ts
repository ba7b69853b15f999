/** Why an item would not score in full as it stands now. Pure. */
import type { Answer, AnsweredLink } from './answers.ts'
import type { CheckFinding, Verdict } from './check-report.ts'
import { isLate } from './due.ts'
import type { ReasonKind } from './item.ts'
import { type ItemState, isAtWork } from './item-state.ts'

/** `lost`: scores 0 as it stands. `risk`: an assessor may find it wanting. `pending`: somebody has to do their part. */
export const gapKinds = ['lost', 'risk', 'pending'] as const
export type GapKind = (typeof gapKinds)[number]

interface AboutLink {
  readonly url: string
  /** From 1. */
  readonly position: number
}

export type GapReason =
  | { readonly code: 'notAnswered' | 'hasNot' | 'returned' | 'notReviewed' | 'notApproved' | 'notSubmitted' }
  | { readonly code: 'late'; readonly dueOn: string }
  | ({ readonly code: 'notChecked' } & AboutLink)
  | ({ readonly code: 'verdict'; readonly verdict: Verdict } & AboutLink)
  | ({ readonly code: 'finding'; readonly finding: CheckFinding } & AboutLink)
  | { readonly code: 'scored'; readonly reasonKind: ReasonKind | null; readonly remark: string | null }

export interface GapFacts {
  /** As it is shown to the agency. */
  readonly state: ItemState
  readonly dueOn: string | null
  readonly answer: Answer | undefined
  /** Once scores are shown to the agency. */
  readonly score: (Omit<Extract<GapReason, { code: 'scored' }>, 'code'> & { readonly score: number }) | null
  /** A day in Bangkok. */
  readonly today: string
}

/** The gravest first; none where nothing stands against a full score. */
export function gapReasons(facts: GapFacts): GapReason[] {
  const { score, answer } = facts
  if (score) {
    const { reasonKind, remark } = score
    return score.score === 0 ? [{ code: 'scored', reasonKind, remark }] : []
  }
  const reasons = [...answerReasons(answer), ...workReasons(facts)]
  return reasons.toSorted((a, b) => gapKinds.indexOf(kindOf(a)) - gapKinds.indexOf(kindOf(b)))
}

/** Of several the gravest; undefined where there are none. */
export function gravest(reasons: readonly GapReason[]): GapKind | undefined {
  return gapKinds.find((kind) => reasons.some((reason) => kindOf(reason) === kind))
}

export function kindOf(reason: GapReason): GapKind {
  switch (reason.code) {
    case 'notAnswered':
    case 'hasNot':
    case 'verdict':
    case 'scored':
      return 'lost'
    case 'finding':
      return reason.finding.result === 'fail' ? 'lost' : 'risk'
    case 'notChecked':
    case 'late':
    case 'returned':
      return 'risk'
    default:
      return 'pending'
  }
}

function answerReasons(answer: Answer | undefined): GapReason[] {
  if (!answer) return [{ code: 'notAnswered' }]
  return answer.has ? answer.links.flatMap(linkReasons) : [{ code: 'hasNot' }]
}

function linkReasons({ url, position, check }: AnsweredLink): GapReason[] {
  const about = { url, position }
  if (!check) return [{ code: 'notChecked', ...about }]
  const { verdict, findings } = check.report
  if (verdict !== 'live' && verdict !== 'moved') return [{ code: 'verdict', verdict, ...about }]
  return findings
    .filter(({ result }) => result !== 'pass')
    .map((finding) => ({ code: 'finding', finding, ...about }))
}

function workReasons({ state, dueOn, answer, today }: GapFacts): GapReason[] {
  if (!isAtWork(state)) return []
  const late: GapReason[] = dueOn !== null && isLate({ state, dueOn }, today) ? [{ code: 'late', dueOn }] : []
  if (!answer) return late
  if (state === 'returned') return [{ code: 'returned' }, ...late]
  if (state === 'ready') return [{ code: 'notApproved' }]
  return state === 'approved' ? [{ code: 'notSubmitted' }] : [{ code: 'notReviewed' }, ...late]
}
