/** The assessors' queue and an agency's sheet as programs read them. */
import { z } from '@hono/zod-openapi'
import type { AgencySheet, SheetItem } from '#modules/disclosure/assessment/agency-sheet.ts'
import type { Claim } from '#modules/disclosure/assessment/claims.ts'
import type { Clock } from '#modules/disclosure/assessment/clocks.ts'
import type { NamedMark } from '#modules/disclosure/assessment/item-marks.ts'
import type { QueuedAgency } from '#modules/disclosure/assessment/queue.ts'
import { markKinds, reasonKinds } from '#modules/disclosure/item.ts'
import { agency, counts, day, instant, state, words } from './items-schema.ts'
import { elementMark } from './items-view-schema.ts'
import { pageFields } from './paging.ts'

const conflict = z
  .enum(['own', 'former'])
  .nullable()
  .openapi({ description: 'Why the reader may never take it: their own agency, or one they left' })

export const clock = z
  .object({ phase: z.string(), lastDay: day, closesAt: instant })
  .nullable()
  .openapi({ description: 'The next close that matters' })

const claim = z.object({
  ...{ seat: z.int(), assessor: z.object({ id: z.string(), name: z.string() }), since: instant },
})

const tally = z.int()
const queued = z.object({
  ...{ code: z.string(), name: words },
  counts: z.object({
    ...{ submitted: tally, toMark: tally, marked: tally, disputed: tally, explained: tally, final: tally },
  }),
  ...{ claims: z.array(claim), isMine: z.boolean(), conflict, mayClaim: z.boolean() },
  ...{ explainedSince: instant.nullable(), clock },
})

export const queueSchema = z
  .object({
    agencies: z.array(queued),
    isDouble: z.boolean().openapi({ description: 'Whether two assessors mark each item' }),
    ...pageFields,
  })
  .openapi('AssessmentQueue')

export const markSchema = z.object({
  ...{ kind: z.enum(markKinds), score: z.number(), reasonKind: z.enum(reasonKinds).nullable() },
  ...{ remark: z.string(), elements: z.array(elementMark), assessedOn: day, at: instant },
  assessor: z.object({ id: z.string(), name: z.string() }),
})

const may = z.boolean()
export const rights = z.object({
  ...{ isMine: may, conflict, mayClaim: may, mayMark: may, mayRemark: may, mayLead: may },
  ...{ maySettle: may, mayConfirm: may },
})

export const sheetSchema = z
  .object({
    ...{ fiscalYear: z.int(), agency, website: z.string().nullable(), isDouble: z.boolean() },
    ...{ clock, claims: z.array(claim), counts },
    explaining: clock.openapi({ description: 'How long the agency may still explain' }),
    rights,
    items: z.array(
      z.object({
        ...{ code: z.string(), title: words, state, stateAt: instant.nullable() },
        ...{ has: z.boolean().nullable(), links: z.int() },
        worst: z.enum(['pass', 'warn', 'fail']).nullable(),
        own: markSchema.nullable().openapi({ description: "The reader's latest" }),
        standing: markSchema.nullable().openapi({ description: 'The mark that holds' }),
        ...{ waitsForViewer: z.boolean(), explainedAt: instant.nullable() },
      }),
    ),
  })
  .openapi('AssessmentSheet')

export function representQueued(row: QueuedAgency): z.infer<typeof queued> {
  const { code, name, counts: tallies, claims, isMine, conflict: tie, mayClaim, explainedSince } = row
  return {
    ...{ code, name, counts: { ...tallies }, claims: claims.map(representClaim), isMine, conflict: tie },
    ...{ mayClaim, explainedSince: explainedSince?.toISOString() ?? null },
    clock: row.clock && representClock(row.clock),
  }
}

export function representSheet(sheet: AgencySheet): z.infer<typeof sheetSchema> {
  const { round, place, name, website, isDouble, claims } = sheet
  return {
    ...{ fiscalYear: round.fiscalYear, agency: { code: place.code, name }, website, isDouble },
    ...{ clock: sheet.clock && representClock(sheet.clock), claims: claims.map(representClaim) },
    ...{ counts: { ...sheet.counts }, rights: { ...sheet.rights } },
    explaining: sheet.explaining && representClock(sheet.explaining),
    items: sheet.items.map(representItem),
  }
}

function representItem({ itemCode, stateAt, own, standing, explainedAt, ...item }: SheetItem) {
  return {
    ...{ ...item, code: itemCode, stateAt: stateAt?.toISOString() ?? null },
    ...{ own: own && representMark(own), standing: standing && representMark(standing) },
    explainedAt: explainedAt?.toISOString() ?? null,
  }
}

export function representMark({ assessorId, assessorName, itemCode: _, at, elements, ...given }: NamedMark) {
  return {
    ...{ ...given, elements: [...elements], at: at.toISOString() },
    assessor: { id: assessorId, name: assessorName },
  }
}

function representClaim({ seat, assessorId, assessorName, since }: Claim) {
  return { seat, assessor: { id: assessorId, name: assessorName }, since: since.toISOString() }
}

export function representClock({ phase, lastDay, closesAt }: Clock) {
  return { phase, lastDay, closesAt: closesAt.toISOString() }
}
