/** One respondent's answers as a text, one character a column, and the counting of many such laid end to end. */
import type { Framework } from '#modules/frameworks/framework.ts'
import { type LeafQuestion, leafQuestions } from '#modules/frameworks/lookup.ts'
import type { PartTally } from './tally.ts'

/** In place of an option's place: the question was not asked. */
export const notAsked = 255

const firstOption = '0'.charCodeAt(0)
const notAskedMark = '-'
/** More than any character code in use. */
const codes = 64

/** The answer columns of a survey part (or of an instrument's pooled part) in order; undefined for any other part. */
export function answerColumns(framework: Framework, part: string): readonly LeafQuestion[] | undefined {
  const instrument = framework.instruments.find(
    ({ kind, parts, pooledPart }) =>
      kind === 'survey' && (parts.some(({ id }) => id === part) || pooledPart?.id === part),
  )
  return instrument && leafQuestions(framework, instrument.id)
}

/**
 * The answers of some columns, by id and in any order, laid out for all columns of the part: the option's place
 * (0 to 9) as a digit, `-` where not asked.
 */
export function packAnswers(
  answers: ArrayLike<number>,
  given: readonly string[],
  columns: readonly LeafQuestion[],
): string {
  const marks = columns.map(({ id }) => {
    const place = given.indexOf(id)
    const answer = place < 0 ? notAsked : (answers[place] ?? notAsked)
    return answer === notAsked ? notAskedMark : packPlace(answer)
  })
  return marks.join('')
}

/** One answer: the place of the chosen option, 0 to 9. */
export function packPlace(place: number): string {
  return String.fromCharCode(firstOption + place)
}

/** Whether every answer is an option of its column, or was not asked. */
export function fitsColumns(packed: string, columns: readonly LeafQuestion[]): boolean {
  return columns.every(({ optionSet }, place) => {
    if (packed[place] === notAskedMark) return true
    const option = packed.charCodeAt(place) - firstOption
    return option >= 0 && option < optionSet.options.length
  })
}

/**
 * Makes a counter for a part. It is given the answers of any number of respondents laid end to end, each as many
 * characters as there are columns; it may be used for one agency after the other. A column that was asked of nobody
 * has no counts.
 */
export function makeCounter(columns: readonly LeafQuestion[]): (packed: string) => PartTally {
  const found = new Uint32Array(columns.length * codes)
  const blank: Record<string, readonly number[]> = Object.fromEntries(columns.map(({ id }) => [id, []]))
  return (packed) => {
    const respondents = columns.length === 0 ? 0 : Math.floor(packed.length / columns.length)
    let place = 0
    for (let respondent = 0; respondent < respondents; respondent++) {
      for (let cell = 0; cell < found.length; cell += codes) {
        const index = cell + packed.charCodeAt(place++)
        found[index] = (found[index] ?? 0) + 1
      }
    }
    const counts = { ...blank }
    for (const [column, { id, optionSet }] of columns.entries()) {
      const chosen = takeCounts(found, column * codes + firstOption, optionSet.options.length)
      if (chosen) counts[id] = chosen
      else delete counts[id]
    }
    return { respondents, counts }
  }
}

/** Reads the counts of one column and leaves its cells at zero; null where there are none. */
function takeCounts(found: Uint32Array, from: number, options: number): number[] | null {
  const chosen = new Array<number>(options)
  let any = 0
  for (let option = 0; option < options; option++) {
    const count = found[from + option] ?? 0
    chosen[option] = count
    any += count
    found[from + option] = 0
  }
  return any > 0 ? chosen : null
}
