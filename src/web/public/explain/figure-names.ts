/** Names any figure of a score by its node id, in the reader's language and with the words of its year. */
import { fillFiscalYear } from '#base/fiscal-year.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { findIndicator, findItem } from '#modules/frameworks/lookup.ts'
import { nodeName } from '#modules/scoring/words.ts'
import type { Reader } from '../../ui/language.ts'

export interface Namer {
  readonly framework: Framework
  readonly reader: Reader
}

/** A node id taken apart: `part:iit/question:i1` is the question i1 within the part iit. */
export interface NodeParts {
  readonly part: string | null
  readonly kind: string
  readonly own: string
}

export function nodeParts(id: string): NodeParts {
  const [head = '', tail] = id.split('/')
  const [kind = '', own = ''] = (tail ?? head).split(':')
  return { part: tail === undefined ? null : (head.split(':')[1] ?? null), kind, own }
}

/** The name of a figure within its part or instrument: "ข้อ i1 …". */
export function figureName({ framework, reader }: Namer, id: string): string {
  const { kind, own } = nodeParts(id)
  const names = reader.text.site.explain.figureNames
  if (kind === 'total') return names.total
  if (kind === 'rating') return names.rating
  if (kind === 'indicator') {
    const indicator = findIndicator(framework, Number(own))
    return names.indicator(own, indicator ? reader.say(indicator.name) : '')
  }
  if (kind === 'sub-indicator') {
    const found = framework.indicators
      .flatMap((each) => each.subIndicators ?? [])
      .find((sub) => sub.id === own)
    return names.subIndicator(own, found ? reader.say(found.name) : '')
  }
  if (kind === 'question') return names.question(own, questionText({ framework, reader }, own))
  if (kind === 'item') {
    const item = findItem(framework, own)
    return names.item(own, item ? fillFiscalYear(reader.say(item.title), framework.fiscalYear) : '')
  }
  return reader.say(nodeName(framework, id))
}

/** The name of a figure by itself, with the part it belongs to; a question by its number: "ข้อ e1 (EIT Public)". */
export function fullFigureName(namer: Namer, id: string): string {
  const { part, kind, own } = nodeParts(id)
  const names = namer.reader.text.site.explain.figureNames
  const name = kind === 'question' ? names.questionNumber(own) : figureName(namer, id)
  if (part === null) return name
  const partName = namer.reader.say(nodeName(namer.framework, `part:${part}`))
  return names.within(partName, name)
}

/** The wording of a question or of one of its sub-questions; empty where the year has none of that id. */
export function questionText({ framework, reader }: Namer, id: string): string {
  const columns = framework.questions.flatMap((question) => [question, ...(question.subQuestions ?? [])])
  const found = columns.find((column) => column.id === id)
  return found ? reader.say(found.text) : ''
}
