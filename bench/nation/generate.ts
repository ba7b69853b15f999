/** Makes up a nation of agencies with their answers and item scores, the same one for the same seed. */
import type { Framework } from '#modules/frameworks/framework.ts'
import { leafQuestions } from '#modules/frameworks/lookup.ts'
import type { Reference } from '#modules/registry/reference.ts'
import { makeChance } from './chance.ts'

/** The survey parts, each with about how many answer it in one agency. */
export const surveyParts = [
  { id: 'iit', instrument: 'iit', respondents: 55 },
  { id: 'eitPublic', instrument: 'eit', respondents: 110 },
  { id: 'eitSurvey', instrument: 'eit', respondents: 16 },
] as const

/** The most questions that a part has: the width of a row of answers. */
export const widestPart = 15

export interface NationAgency {
  readonly code: string
  readonly type: string
  readonly ministry: string | undefined
  readonly province: string | undefined
  /** 0 or 100, in the order of the framework's disclosure items. */
  readonly itemScores: readonly number[]
}

/** Responses in columns, those of all agencies mixed as they come in over a year. */
export interface Responses {
  readonly count: number
  /** Place of the agency in `Nation.agencies`. */
  readonly agency: Uint16Array
  /** Place of the part in `surveyParts`. */
  readonly part: Uint8Array
  /** The place of the option chosen, `widestPart` bytes a response, 255 beyond the part's questions. */
  readonly answers: Uint8Array
}

export interface Nation {
  readonly agencies: readonly NationAgency[]
  readonly responses: Responses
  /** By part: the scores of each question's options, as the framework gives them. */
  readonly optionScores: readonly (readonly (readonly number[])[])[]
}

export interface NationPlan {
  readonly framework: Framework
  readonly reference: Reference
  readonly agencies: number
  readonly seed: number
}

type Chance = () => number

export function generateNation({ framework, reference, agencies: count, seed }: NationPlan): Nation {
  const chance = makeChance(seed)
  const optionScores = surveyParts.map(({ instrument }) =>
    leafQuestions(framework, instrument).map(({ optionSet }) => optionSet.options.map(({ score }) => score)),
  )
  const agencies = Array.from({ length: count }, (_, place): NationAgency => {
    const disclosure = 0.6 + 0.4 * chance()
    return {
      code: `N${String(place).padStart(5, '0')}`,
      type: pick(reference.types, chance),
      ministry: chance() < 0.7 ? pick(reference.ministries, chance) : undefined,
      province: chance() < 0.95 ? pick(reference.provinces, chance) : undefined,
      itemScores: framework.disclosureItems.map(() => (chance() < disclosure ? 100 : 0)),
    }
  })
  return { agencies, optionScores, responses: generateResponses(count, optionScores, chance) }
}

function pick(groups: readonly { readonly code: string }[], chance: Chance): string {
  return groups[Math.floor(chance() * groups.length)]?.code ?? ''
}

interface Group {
  readonly agency: number
  readonly part: number
}

function generateResponses(
  agencies: number,
  optionScores: Nation['optionScores'],
  chance: Chance,
): Responses {
  const rows = shuffle(listRows(agencies, chance), chance)
  const count = rows.length
  const responses = {
    count,
    agency: new Uint16Array(count),
    part: new Uint8Array(count),
    answers: new Uint8Array(count * widestPart).fill(255),
  }
  const faults = Array.from({ length: agencies }, () => 0.02 + 0.5 * chance() ** 2)
  for (const [row, { agency, part }] of rows.entries()) {
    responses.agency[row] = agency
    responses.part[row] = part
    for (const [question, scores] of (optionScores[part] ?? []).entries()) {
      responses.answers[row * widestPart + question] = choose(scores, chance() ** (1 / (faults[agency] ?? 1)))
    }
  }
  return responses
}

/** The option whose score stands at `badness` (0 up to 1) on the way from the best to the worst. */
function choose(scores: readonly number[], badness: number): number {
  const steps = Math.floor(badness * scores.length)
  const isBestFirst = (scores[0] ?? 0) > (scores.at(-1) ?? 0)
  return isBestFirst ? steps : scores.length - 1 - steps
}

function listRows(agencies: number, chance: Chance): Group[] {
  const rows: Group[] = []
  for (let agency = 0; agency < agencies; agency++) {
    for (const [part, { respondents }] of surveyParts.entries()) {
      const own = Math.round(respondents * (0.7 + 0.6 * chance()))
      for (let respondent = 0; respondent < own; respondent++) rows.push({ agency, part })
    }
  }
  return rows
}

function shuffle(rows: Group[], chance: Chance): Group[] {
  for (let place = rows.length - 1; place > 0; place--) {
    const other = Math.floor(chance() * (place + 1))
    const [a, b] = [rows[place], rows[other]]
    if (a && b) {
      rows[place] = b
      rows[other] = a
    }
  }
  return rows
}
