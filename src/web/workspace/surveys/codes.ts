/** Makes one-time codes and answers with them as a file, once: nothing of them is kept but their fingerprints. */
import { redirect } from 'react-router'
import { Problem } from '#base/problem.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { canMakeCodes } from '#modules/surveys/access.ts'
import { linkPath, printCode } from '#modules/surveys/link.ts'
import { getCurrentLink } from '#modules/surveys/links.ts'
import { makeCodes } from '#modules/surveys/make-codes.ts'
import { renderCodeSheet } from '#modules/surveys/poster.ts'
import { makeWaitingRoom } from '#modules/surveys/waiting-room.ts'
import { act } from '#platform/context.ts'
import { writeCsv } from '#platform/table-file/write-table.ts'
import { readParameter, readYear } from '../../public/reading.ts'
import { inLanguage, queryString } from '../../ui/addresses.ts'
import { readerOf } from '../../ui/language.ts'
import { ofAgency } from '../agencies/of-agency.ts'
import { fieldOf } from '../answering.ts'
import { type Working, workingFile } from '../working.ts'
import { readCount } from './survey-acts.ts'
import { agencySurveysPath } from './survey-query.ts'

interface Wanted {
  readonly fiscalYear: number
  readonly agencyCode: string
  readonly part: string
  readonly count: number
  readonly isCsv: boolean
}

/** The address by itself makes nothing, and leads to where codes are asked for. */
export const loader = workingFile(canMakeCodes, async ({ params, language }) => {
  const page = agencySurveysPath(readYear(readParameter(params, 'year')), readParameter(params, 'code'))
  return redirect(inLanguage(language, page))
})

/** What cannot be done is told on the page one came from: a file and a page cannot be answered with at once. */
export const action = workingFile(canMakeCodes, async (asked) => {
  refuseOtherSite(asked.request)
  const { code: agencyCode } = await ofAgency(asked, canMakeCodes)
  const fiscalYear = readYear(readParameter(asked.params, 'year'))
  const form = await asked.request.formData()
  const part = fieldOf(form, 'part')
  const count = readCount(fieldOf(form, 'count')) ?? 0
  try {
    return await makeFile(asked, {
      ...{ fiscalYear, agencyCode, part, count },
      isCsv: fieldOf(form, 'format') === 'csv',
    })
  } catch (error) {
    if (!(error instanceof Problem) || error.kind === 'forbidden') throw error
    const back = `${agencySurveysPath(fiscalYear, agencyCode)}${queryString({ refused: error.code, part })}`
    return redirect(inLanguage(asked.language, back), 303)
  }
})

/** React Router does so for pages only, and this is a file. Throws `request.otherSite`. */
function refuseOtherSite({ headers }: Request): void {
  const from = headers.get('Sec-Fetch-Site') ?? 'none'
  if (from !== 'same-origin' && from !== 'none') throw new Problem('forbidden', 'request.otherSite')
}

/** Written within the transaction: codes that reached no file are not made. */
async function makeFile(
  { db, doorway, accounts, signedIn, language }: Working,
  { isCsv, ...wanted }: Wanted,
): Promise<Response> {
  const link = await getCurrentLink(db, await getRound(db, wanted.fiscalYear), wanted)
  const url = `${accounts.baseUrl}${linkPath(link.survey, link.code)}`
  const bytes = await act(doorway, signedIn.person, async (context) => {
    const codes = await makeCodes(context, { ...wanted, room: makeWaitingRoom(accounts.secret) })
    if (!isCsv) return renderCodeSheet({ link, url, codes })
    const { code, address } = readerOf(language).text.surveysWork.codes.columns
    const rows = codes.map((one) => [printCode(one), url])
    return new TextEncoder().encode(writeCsv([[code, address], ...rows]))
  })
  const name = `codes-${wanted.part}-${wanted.fiscalYear}.${isCsv ? 'csv' : 'pdf'}`
  return new Response(bytes, {
    headers: {
      'Content-Type': isCsv ? 'text/csv; charset=utf-8' : 'application/pdf',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
