/** What a newcomer, or a program that tries the product, needs to know of the demo. */
import { listAgencies } from '#modules/registry/queries.ts'
import { listRounds } from '#modules/rounds/queries.ts'
import { interviewPart } from '#modules/surveys/interview.ts'
import { listInterviewed } from '#modules/surveys/interview-progress.ts'
import { linkPath } from '#modules/surveys/link.ts'
import { listLinks } from '#modules/surveys/links.ts'
import type { Doorway } from '#platform/context.ts'
import { listSignIns } from './accounts.ts'

export interface DemoInfo {
  readonly baseUrl: string
  readonly signIns: readonly { readonly role: string; readonly email: string; readonly password: string }[]
  readonly surveys: readonly {
    readonly year: number
    readonly agency: string
    /** iit, eitPublic, eitSurvey (interviews), or eit where it is one. */
    readonly part: string
    readonly url: string
  }[]
  readonly agencies: readonly { readonly code: string; readonly name: string }[]
}

export async function describeDemo({ database }: Doorway, baseUrl: string): Promise<DemoInfo> {
  const agencies = await listAgencies(database.query)
  return {
    baseUrl,
    signIns: await listSignIns({ database }),
    surveys: await listSurveys({ database }, baseUrl),
    agencies: agencies.map(({ code, name }) => ({ code, name: name.th })),
  }
}

/** The links that take answers, and the app where interviews are assigned; the newest year first. */
export async function listSurveys(
  { database }: Pick<Doorway, 'database'>,
  baseUrl: string,
): Promise<DemoInfo['surveys']> {
  const rounds = (await listRounds(database.query)).filter(({ isClosed }) => !isClosed)
  const listed = rounds.map(async (round) => {
    const year = round.fiscalYear
    const links = await listLinks(database.query, round)
    const answered = links
      .filter(({ isClosed }) => !isClosed)
      .map(({ agency, part, survey, code }) => {
        return { year, agency, part, url: `${baseUrl}${linkPath(survey, code)}` }
      })
    const interviewed = await listInterviewed(database.query, round)
    const url = `${baseUrl}/interviews/`
    return [...answered, ...interviewed.map((agency) => ({ year, agency, part: interviewPart, url }))]
  })
  return (await Promise.all(listed)).flat()
}
