/** Why codes were not made, carried by the address of the page one is sent back to: a file and a page cannot come at once. */
import type { Problem } from '#base/problem.ts'
import type { Refusal } from '../../ui/form.tsx'

/** The problems of making codes; what their sentences name is not taken from the address. */
const known = [
  ...['survey.codeCount', 'survey.notByCodes', 'survey.partClosed', 'survey.noLink'],
  ...['round.closed', 'round.notEnrolled', 'database.unavailable'],
]
const otherwise = 'service.unavailable'
const mostCodes = 5000

interface About {
  readonly agency: string
  readonly year: number
}

/** `phase` is what stands in the way of surveys now; its days are those of the calendar, not of the address. */
export function refusedCodes(search: URLSearchParams, about: About, phase: Problem | null): Refusal | null {
  const asked = search.get('refused')
  if (asked === null) return null
  if (asked === 'round.phaseNotOpen') {
    return phase && { failure: { code: phase.code, parameters: phase.parameters, findings: [] }, values: {} }
  }
  const part = /^(iit|eit|eitPublic|eitSurvey)$/.exec(search.get('part') ?? '')?.[0] ?? ''
  const code = known.includes(asked) ? asked : otherwise
  const parameters = { ...about, part, most: mostCodes, closes: '' }
  return { failure: { code, parameters, findings: [] }, values: {} }
}
