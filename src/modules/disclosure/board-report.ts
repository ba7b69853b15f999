/** The board of an agency's items, and what stands between it and a hundred, as programs read them. Pure. */
import { dayOf, lastDayBefore } from '#base/bangkok-day.ts'
import type { PhaseStanding } from '#modules/rounds/phase.ts'
import type { Standings } from './agency-items.ts'
import type { AnsweredLink } from './answers.ts'
import type { Board, BoardItem } from './board.ts'
import { writeFix } from './checker/report.ts'
import type { Gap } from './gap.ts'
import type { GapReason } from './gap-reasons.ts'

export type ReportLanguage = 'th' | 'en'

/** Instants in ISO 8601, days such as 2025-06-30. */
export function toBoardReport(board: Board) {
  const { fiscalYear, agency, isRoundClosed, isRevealed, isStatusShown, counts, total } = board
  return {
    ...{ fiscalYear, agency: { code: agency.code, name: agency.name } },
    ...{ isRoundClosed, isRevealed, isStatusShown, phases: reportPhases(board.phases) },
    ...{ total, counts: { ...counts }, items: board.items.map(reportItem) },
  }
}

export function reportPhases({ answer, approve, clarify }: Standings) {
  return { answer: reportPhase(answer), approve: reportPhase(approve), clarify: reportPhase(clarify) }
}

function reportPhase({ state, opensAt, closesAt }: PhaseStanding) {
  return {
    state,
    opensOn: opensAt === null ? null : dayOf(opensAt),
    closesOn: closesAt === null ? null : lastDayBefore(closesAt),
  }
}

function reportItem({ elements: _, stateAt, links, ...item }: BoardItem) {
  return { ...item, stateAt: stateAt?.toISOString() ?? null, links: links.map(reportLink) }
}

function reportLink({ url, kind, format, place, check }: AnsweredLink) {
  return {
    ...{ url, kind, format, place },
    verdict: check?.report.verdict ?? null,
    worst: check?.worst ?? null,
    checkedAt: check?.lastAt.toISOString() ?? null,
  }
}

/** Fixes are written out in the language. */
export function toGapReport({ agency, points, items, ...gap }: Gap, language: ReportLanguage) {
  return {
    ...{ ...gap, agency: { code: agency.code, name: agency.name }, points: { ...points } },
    items: items.map(({ reasons, ...item }) => ({
      ...item,
      reasons: reasons.map((reason) => reportReason(reason, language)),
    })),
  }
}

function reportReason(reason: GapReason, language: ReportLanguage) {
  if (reason.code !== 'finding') return reason
  const { finding, ...about } = reason
  return { ...about, finding: { ...finding, fix: writeFix(finding.fix, language) } }
}
