/** Disclosure items as the document describes them: what boards, gaps and single items have in common, and the first two. */
import { z } from '@hono/zod-openapi'
import { verdicts } from '#modules/disclosure/check-report.ts'
import { gapKinds } from '#modules/disclosure/gap-reasons.ts'
import { reasonKinds } from '#modules/disclosure/item.ts'
import { itemStates } from '#modules/disclosure/item-state.ts'
import { formats } from '#platform/reading/document.ts'
import { yearParameter } from './parameters.ts'

export const json = <S extends z.ZodType>(schema: S) => ({ content: { 'application/json': { schema } } })
export const body = <S extends z.ZodType>(schema: S) => ({ required: true as const, ...json(schema) })

export const yearParameters = z.object({ year: yearParameter(2569) })
export const agencyParameters = yearParameters.extend({ code: z.string().openapi({ example: 'DIPROM' }) })
export const itemParameters = agencyParameters.extend({ item: z.string().openapi({ example: 'o26' }) })

export const words = z.object({ th: z.string(), en: z.string() })
export const instant = z.string().openapi({ example: '2026-01-29T03:00:00.000Z' })
export const day = z.string().openapi({ example: '2026-01-29' })
export const state = z.enum(itemStates)
export const agency = z.object({ code: z.string(), name: words })
export const kind = z.enum(['page', 'file'])
export const format = z.enum(formats)
export const points = z.string().openapi({ description: 'Two decimals', example: '3.57' })

const result = z.enum(['pass', 'warn', 'fail'])
const finding = z.object({
  element: z.string(),
  result,
  quote: z.string(),
  fix: z.string().openapi({ description: 'How to mend it; empty where there is nothing to mend' }),
})

export const checkSchema = z
  .object({
    url: z.string(),
    finalUrl: z.string(),
    verdict: z.enum(verdicts),
    onMainSite: z.boolean().nullable(),
    contentType: z.string().nullable(),
    sha256: z.string().nullable(),
    findings: z.array(finding),
  })
  .openapi('LinkCheck', { description: 'As `prongsai check --json` prints it' })

const phase = z.object({
  state: z.enum(['notScheduled', 'upcoming', 'open', 'closed']),
  opensOn: day.nullable(),
  closesOn: day.nullable().openapi({ description: "The last day, the agency's extension counted in" }),
})
export const phases = z.object({ answer: phase, approve: phase, clarify: phase })

export const unit = z.object({ id: z.string(), name: words }).nullable()
export const owner = z.object({ id: z.string(), name: z.string().nullable() }).nullable()
export const counts = z.record(state, z.int())

const boardLink = z.object({
  ...{ url: z.string(), kind, format: format.nullable(), place: z.string() },
  verdict: z.enum(verdicts).nullable().openapi({ description: 'null before the first check' }),
  worst: result.nullable().openapi({ description: 'The worst of what the checker found' }),
  checkedAt: instant.nullable(),
})

const boardItem = z.object({
  ...{ code: z.string(), id: z.string(), title: words, subIndicator: z.string(), state },
  ...{ stateAt: instant.nullable(), unit, owner, dueOn: day.nullable(), isLate: z.boolean() },
  has: z.boolean().nullable().openapi({ description: 'null where it was not answered' }),
  ...{ links: z.array(boardLink), comments: z.int(), points },
  score: z.number().nullable().openapi({ description: 'null until scores are shown to the agency' }),
})

export const boardSchema = z
  .object({
    ...{ fiscalYear: z.int(), agency, isRoundClosed: z.boolean(), isRevealed: z.boolean() },
    ...{ isStatusShown: z.boolean(), phases, total: z.int(), counts, items: z.array(boardItem) },
  })
  .openapi('ItemsBoard')

const reason = z.object({
  code: z.enum([
    ...(['notAnswered', 'hasNot', 'returned', 'notReviewed', 'notApproved', 'notSubmitted'] as const),
    ...(['late', 'notChecked', 'verdict', 'finding', 'scored'] as const),
  ]),
  ...{ url: z.string().optional(), position: z.int().optional(), dueOn: day.optional() },
  ...{ verdict: z.enum(verdicts).optional(), finding: finding.optional() },
  ...{ reasonKind: z.enum(reasonKinds).nullable().optional(), remark: z.string().nullable().optional() },
})

export const gapSchema = z
  .object({
    ...{ fiscalYear: z.int(), agency },
    points: z.object({ lost: points, risk: points, pending: points }),
    reachable: points.openapi({ description: 'What is left of the 100 when all that is lost stays lost' }),
    ...{ total: z.int(), sound: z.int() },
    items: z.array(
      z.object({
        ...{ code: z.string(), title: words, state, unitId: z.string().nullable() },
        ...{ ownerId: z.string().nullable(), kind: z.enum(gapKinds), reasons: z.array(reason) },
        ...{ points, ofTotal: points },
      }),
    ),
  })
  .openapi('ItemsGap')

export const standing = z.object({ item: z.string(), state }).openapi('ItemStanding')
