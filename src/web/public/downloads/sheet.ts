/** The frozen score sheet of an agency's year, as a file that anyone can verify. */
import { Problem } from '#base/problem.ts'
import { getAgencyResult, getSheet } from '#modules/results/queries.ts'
import { readingFile, readParameter, readYear } from '../reading.ts'
import { fileHeaders } from './file-headers.ts'

export const loader = readingFile(async ({ db, params }) => {
  const code = readParameter(params, 'code')
  const { agency, fiscalYear } = await getAgencyResult(db, code, readYear(readParameter(params, 'year')))
  const sheet = await getSheet(db, agency.code, fiscalYear)
  if (!sheet) throw new Problem('notFound', 'page.noSheet')
  const name = `${agency.code}-${fiscalYear}-sheet.json`
  return new Response(JSON.stringify(sheet, null, 2), {
    headers: fileHeaders('application/json; charset=utf-8', name, 'attachment'),
  })
})
