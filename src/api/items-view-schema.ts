/** One disclosure item as an agency's programs read it, and the shape in which the document describes it. */
import { z } from '@hono/zod-openapi'
import type { AnsweredLink } from '#modules/disclosure/answers.ts'
import { type ReportLanguage, reportPhases } from '#modules/disclosure/board-report.ts'
import { toReport } from '#modules/disclosure/checker/report.ts'
import type { ItemElement } from '#modules/disclosure/element.ts'
import type { HistoryEntry, Review } from '#modules/disclosure/history.ts'
import { markKinds, reasonKinds } from '#modules/disclosure/item.ts'
import { itemActs } from '#modules/disclosure/item-state.ts'
import type { ItemView, ViewedAnswer } from '#modules/disclosure/item-view.ts'
import type { Mark } from '#modules/disclosure/marks.ts'
import {
  agency,
  checkSchema,
  day,
  format,
  instant,
  kind,
  owner,
  phases,
  points,
  state,
  unit,
  words,
} from './items-schema.ts'

const by = z.object({
  kind: z.string(),
  name: z.string().nullable().openapi({ description: 'Never the name of an assessor' }),
  role: z.string().nullable(),
})

export const link = z.object({
  ...{ id: z.string(), position: z.int(), url: z.string(), kind, format: format.nullable() },
  ...{ place: z.string(), check: checkSchema.nullable() },
  foundSince: instant.nullable().openapi({ description: 'Since when the checker finds the same' }),
  checkedAt: instant.nullable(),
  snapshot: z
    .object({ state: z.enum(['waiting', 'taken', 'unreachable']), takenAt: instant.nullable() })
    .nullable(),
})

const answer = z.object({
  ...{ number: z.int(), has: z.boolean(), explanation: z.string(), at: instant, by },
  links: z.array(link),
})

const offeredLink = z.object({
  ...{ url: z.string(), kind, format: format.optional(), place: z.string().optional() },
})

const offered = z.object({
  ...{ fiscalYear: z.int(), itemCode: z.string(), has: z.boolean() },
  ...{ explanation: z.string().optional(), links: z.array(offeredLink) },
})

export const elementMark = z.object({
  element: z.int().openapi({ description: "Its place in the year's list, from 0" }),
  isMet: z.boolean(),
})

const mark = z.object({
  ...{ kind: z.enum(markKinds), score: z.number(), reasonKind: z.enum(reasonKinds).nullable() },
  ...{ remark: z.string(), assessedOn: day, at: instant },
})

const step = z.object({
  ...{ at: instant, by, act: z.enum(itemActs), from: state, to: state, reason: z.string().nullable() },
})
const said = z.object({ kind: z.enum(['comment', 'explanation']), at: instant, by, text: z.string() })

export const element = z.object({
  element: z.int().openapi({ description: 'The number that ticks and marks name it by, from 0' }),
  ...{ text: words, kind: z.enum(['content', 'condition', 'format', 'period']), isUnverified: z.boolean() },
})

export const viewSchema = z
  .object({
    ...{ fiscalYear: z.int(), isRoundClosed: z.boolean(), agency, website: z.string().nullable() },
    ...{ code: z.string(), id: z.string(), title: words, isUnverified: z.boolean(), points },
    ...{ state, stateAt: instant.nullable(), unit, owner, dueOn: day.nullable(), phases },
    elements: z.array(element),
    answer: answer.nullable(),
    earlierAnswers: z.array(answer).openapi({ description: 'Of this year, the latest first' }),
    offered: offered.nullable().openapi({
      description: 'The answer of an earlier year, while there is none of this year',
    }),
    review: z.object({ elements: z.array(elementMark), at: instant, by }).nullable(),
    steps: z.array(step),
    comments: z.array(said).openapi({ description: 'Comments, and explanations to assessors' }),
    score: z
      .object({ score: z.number(), assessed: mark.nullable(), remarked: mark.nullable() })
      .nullable()
      .openapi({ description: 'null until scores are shown to the agency' }),
    ...{ previous: z.string().nullable(), next: z.string().nullable() },
  })
  .openapi('DisclosureItem')

type Shown = z.infer<typeof viewSchema>

export function representView(view: ItemView, language: ReportLanguage): Shown {
  const { fiscalYear, isRoundClosed, code, id, title, isUnverified, previous, next, offered: earlier } = view
  const { points: worth, unit: inUnit, owner: ownedBy, dueOn, score, history } = view
  return {
    ...{ fiscalYear, isRoundClosed, agency: { code: view.agency.code, name: view.agency.name } },
    ...{ website: view.agency.website, code, id, title, isUnverified, points: worth, state: view.state },
    ...{ stateAt: view.stateAt?.toISOString() ?? null, unit: inUnit, owner: ownedBy, dueOn },
    phases: reportPhases(view.phases),
    elements: view.elements.map(representElement),
    answer: view.answer && representAnswer(view.answer, language),
    earlierAnswers: view.earlierAnswers.map((one) => representAnswer(one, language)),
    offered: earlier && { ...earlier, links: earlier.links.map((one) => ({ ...one })) },
    review: view.review && representReview(view.review),
    ...representHistory(history),
    score: score && {
      ...{ score: score.score, assessed: score.assessed && representMark(score.assessed) },
      remarked: score.remarked && representMark(score.remarked),
    },
    ...{ previous, next },
  }
}

export function representElement({ place, text, kind: kindOf, isUnverified }: ItemElement) {
  return { element: place, text, kind: kindOf, isUnverified }
}

function representAnswer(
  { number, has, explanation, at, by: doer, links }: ViewedAnswer,
  to: ReportLanguage,
) {
  const shown = links.map((one) => representLink(one, to))
  return { number, has, explanation, at: at.toISOString(), by: doer, links: shown }
}

export function representLink({ check, snapshot, ...link }: AnsweredLink, language: ReportLanguage) {
  return {
    ...link,
    check: check && toWritableReport(check.report, language),
    foundSince: check?.firstAt.toISOString() ?? null,
    checkedAt: check?.lastAt.toISOString() ?? null,
    snapshot: snapshot && { state: snapshot.state, takenAt: snapshot.takenAt?.toISOString() ?? null },
  }
}

export function toWritableReport(
  report: Parameters<typeof toReport>[0],
  language: ReportLanguage,
): z.infer<typeof checkSchema> {
  const { findings, ...written } = toReport(report, language)
  return { ...written, findings: [...findings] }
}

function representReview({ elements, at, by: doer }: Review) {
  return { elements: [...elements], at: at.toISOString(), by: doer }
}

function representMark({ at, ...given }: Mark) {
  return { ...given, at: at.toISOString() }
}

function representHistory(history: readonly HistoryEntry[]): Pick<Shown, 'steps' | 'comments'> {
  return {
    steps: history.flatMap((entry) => {
      if (entry.kind !== 'step') return []
      const { kind: _, at, ...taken } = entry
      return [{ ...taken, at: at.toISOString() }]
    }),
    comments: history.flatMap((entry) =>
      entry.kind === 'step' ? [] : [{ ...entry, at: entry.at.toISOString() }],
    ),
  }
}
