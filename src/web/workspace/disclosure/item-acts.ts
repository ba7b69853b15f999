/** What the forms of an item's page do, by the name of the act; each answers with what it has done, or what to show. */
import { type Finding, Problem } from '#base/problem.ts'
import { answerItem } from '#modules/disclosure/answer-item.ts'
import { commentOnItem } from '#modules/disclosure/comment-on-item.ts'
import { explainItem } from '#modules/disclosure/explain-item.ts'
import type { ElementMark, NamedItem } from '#modules/disclosure/item.ts'
import { passItem } from '#modules/disclosure/pass-item.ts'
import { requestCheck } from '#modules/disclosure/request-check.ts'
import { returnItem } from '#modules/disclosure/return-item.ts'
import { sendToReview } from '#modules/disclosure/send-to-review.ts'
import { takeBack } from '#modules/disclosure/take-back.ts'
import { en } from '#text/en.ts'
import { problemText } from '#text/text.ts'
import { th } from '#text/th.ts'
import type { Acting } from '../working.ts'
import { draftOfTyped, readDraft } from './answer-fields.ts'
import { tickPrefix } from './disclosure-query.ts'

type ItemAct = (asked: Acting, named: NamedItem) => Promise<string | { readonly show: object }>

const answer: ItemAct = async ({ form, doAs, language }, named) => {
  const read = readDraft(draftOfTyped(typedInto(form)))
  try {
    await doAs((context) => answerItem(context, { ...named, ...read.answer }))
  } catch (error) {
    throw error instanceof Problem ? nameRows(error, read.rows, language) : error
  }
  return 'itemAnswered'
}

/** Says of each fault in which row of the form it is. */
function nameRows(problem: Problem, rows: readonly number[], language: 'th' | 'en'): Problem {
  if (problem.findings.length === 0) return problem
  const findings = problem.findings.map((finding): Finding => {
    const { line, code, parameters = {} } = finding
    if (line === undefined) return finding
    const fault = problemText(language === 'en' ? en : th, code, parameters)
    return { code: 'disclosure.onLink', parameters: { line: rows[line - 1] ?? line, fault } }
  })
  return Problem.ofFindings(problem.code, findings, problem.parameters)
}

/** The same form again with a row more; nothing is stored. */
const moreRows: ItemAct = async ({ form }) => {
  const values = typedInto(form)
  const { links } = draftOfTyped(values)
  return { show: { values: { ...values, rows: String(links.length + 1) } } }
}

function typedInto(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])),
  )
}

/** The elements of the form with whether each is ticked. */
function ticksOf({ form, field }: Acting): ElementMark[] {
  return field('elements')
    .split(' ')
    .filter(Boolean)
    .map((place) => ({ element: Number(place), isMet: form.has(`${tickPrefix}${place}`) }))
}

/** An act that is done by a verb and told by its name. */
const done =
  (name: string, perform: (asked: Acting, named: NamedItem) => Promise<unknown>): ItemAct =>
  async (asked, named) => {
    await perform(asked, named)
    return name
  }

export const itemActs: Readonly<Record<string, ItemAct>> = {
  ...{ answer, moreRows },
  send: done('itemSent', ({ doAs }, named) => doAs((context) => sendToReview(context, named))),
  takeBack: done('itemTakenBack', ({ doAs }, named) => doAs((context) => takeBack(context, named))),
  check: done('checkRequested', ({ doAs }, named) => doAs((context) => requestCheck(context, named))),
  pass: done('itemPassed', (asked, named) =>
    asked.doAs((context) => passItem(context, { ...named, elements: ticksOf(asked) })),
  ),
  return: done('itemReturned', (asked, named) =>
    asked.doAs((context) =>
      returnItem(context, { ...named, reason: asked.field('reason'), elements: ticksOf(asked) }),
    ),
  ),
  comment: done('itemCommented', ({ doAs, field }, named) =>
    doAs((context) => commentOnItem(context, { ...named, text: field('comment') })),
  ),
  explain: done('itemExplained', ({ doAs, field }, named) =>
    doAs((context) => explainItem(context, { ...named, text: field('clarification') })),
  ),
}
