/** What the list of agencies and their counts is asked for, as its address says it, and the addresses of survey pages. Pure. */
import type { Round } from '#modules/rounds/round.ts'
import type { AgencyState } from '#modules/surveys/pace.ts'
import { queryString } from '../../ui/addresses.ts'

export const pageSize = 50

const parameters = ['year', 'q', 'state', 'page'] as const

/** As it stands in the address; what is not asked for is absent. */
export type SurveyAddress = Readonly<Partial<Record<(typeof parameters)[number], string>>>

export const agencyStateNames: readonly AgencyState[] = ['below', 'reached', 'closed']

export function readSurveyAddress(search: URLSearchParams): SurveyAddress {
  const given = parameters.map((name) => [name, search.get(name)?.trim() ?? ''] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== ''))
}

export function stateOf({ state }: SurveyAddress): AgencyState | undefined {
  return agencyStateNames.find((known) => known === state)
}

/** Of the year asked for, else the newest that is not closed, else the newest. */
export function chooseRound(rounds: readonly Round[], year: number | undefined): Round | undefined {
  if (year !== undefined) return rounds.find(({ fiscalYear }) => fiscalYear === year)
  return rounds.find(({ isClosed }) => !isClosed) ?? rounds[0]
}

export function surveysPath(address: SurveyAddress = {}): string {
  return `/work/surveys${queryString({ ...address, page: address.page === '1' ? undefined : address.page })}`
}

export function agencySurveysPath(year: number, code: string, file?: 'codes' | 'export'): string {
  return `/work/surveys/${year}/${encodeURIComponent(code)}${file ? `/${file}` : ''}`
}

export function signalsPath(year: number, code?: string): string {
  return code === undefined
    ? `/work/signals${queryString({ year })}`
    : `/work/signals/${year}/${encodeURIComponent(code)}`
}
