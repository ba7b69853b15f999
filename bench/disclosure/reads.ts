/** What people look at, each with agencies from all over the list. */
import type { Person } from '#base/actor.ts'
import { getAgencySheet } from '#modules/disclosure/assessment/agency-sheet.ts'
import { getAgreement } from '#modules/disclosure/assessment/agreement-queries.ts'
import { getAssessmentView } from '#modules/disclosure/assessment/assessment-view.ts'
import { listQueue, queueFilters } from '#modules/disclosure/assessment/queue.ts'
import { listUnconfirmed } from '#modules/disclosure/assessment/states.ts'
import { getBoard } from '#modules/disclosure/board.ts'
import { getGap } from '#modules/disclosure/gap.ts'
import { getItemView } from '#modules/disclosure/item-view.ts'
import { itemStages, listItemsProgress, progressOrders } from '#modules/disclosure/progress-list.ts'
import type { Doorway } from '#platform/context.ts'
import { median } from '../clock.ts'
import type { Volume } from './store.ts'

export interface Timed {
  readonly name: string
  readonly median: number
  readonly p95: number
}

const readings = 20
const operator = { kind: 'operator', name: 'bench' } as const
const now = new Date('2025-06-15T10:00:00+07:00')
const fiscalYear = 2568

type Read = (agencyCode: string) => Promise<unknown>

function readsOf({ database: { query: db } }: Doorway, { round, assessorId }: Volume): Record<string, Read> {
  const scope = { kind: 'centre' } as const
  const viewer: Person = { kind: 'person', id: assessorId, name: '', grants: [{ role: 'assessor', scope }] }
  const page = { number: 1, size: 50 }
  const far = { number: 100, size: 50 }
  const list = { actor: operator, now, page }
  const progress = [
    ...progressOrders.map((sort) => [`progress by ${sort}`, { ...list, sort }] as const),
    ...itemStages.map((stage) => [`progress, ${stage} only`, { ...list, stage }] as const),
    ['progress, page 100', { ...list, page: far }] as const,
    ['progress, search', { ...list, search: 'N012' }] as const,
  ]
  return {
    board: (agencyCode) => getBoard(db, operator, { fiscalYear, agencyCode, now }),
    gap: (agencyCode) => getGap(db, operator, { fiscalYear, agencyCode, now }),
    item: (agencyCode) => getItemView(db, operator, { fiscalYear, agencyCode, itemCode: 'o12', now }),
    sheet: (agencyCode) => getAgencySheet(db, { fiscalYear, agencyCode, viewer, now }),
    'assessment of an item': (agencyCode) =>
      getAssessmentView(db, { fiscalYear, agencyCode, itemCode: 'o12', viewer, now }),
    ...Object.fromEntries(progress.map(([name, query]) => [name, () => listItemsProgress(db, round, query)])),
    ...Object.fromEntries(
      queueFilters.map((filter) => [
        `queue, ${filter}`,
        () => listQueue(db, viewer, { fiscalYear, filter, page, now }),
      ]),
    ),
    'queue, page 100': () => listQueue(db, viewer, { fiscalYear, filter: 'all', page: far, now }),
    unconfirmed: () => listUnconfirmed(db, round),
    agreement: () => getAgreement(db, round),
  }
}

export async function timeReads(doorway: Doorway, volume: Volume): Promise<Timed[]> {
  const timed: Timed[] = []
  for (const [name, read] of Object.entries(readsOf(doorway, volume))) {
    const times: number[] = []
    for (let turn = 0; turn < readings; turn++) {
      const code = volume.codes[(turn * 397 + 14) % volume.codes.length] ?? ''
      const begun = performance.now()
      await read(code)
      times.push(performance.now() - begun)
    }
    const p95 = times.toSorted((a, b) => a - b)[Math.ceil(readings * 0.95) - 1] ?? Number.NaN
    timed.push({ name, median: median(times), p95 })
  }
  return timed
}
