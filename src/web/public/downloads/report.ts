/** The result report of an agency's year as PDF, in Arabic digits unless Thai ones are asked for. */
import { Problem } from '#base/problem.ts'
import { listOutcomes } from '#modules/analysis/outcomes.ts'
import { recommend } from '#modules/analysis/recommend.ts'
import { renderResultReport } from '#modules/analysis/result-report.ts'
import { getAgencyResult } from '#modules/results/queries.ts'
import { derivedResult } from '../derived-result.ts'
import { readingFile, readParameter, readYear } from '../reading.ts'
import { fileHeaders } from './file-headers.ts'

export const loader = readingFile(async ({ db, params, url, language }) => {
  const digits = readDigits(url.searchParams.get('digits'))
  const code = readParameter(params, 'code')
  const result = await getAgencyResult(db, code, readYear(readParameter(params, 'year')))
  const framework = (await derivedResult(db, result))?.loaded.framework
  if (!framework) throw new Problem('notFound', 'page.noFramework', { year: result.fiscalYear })
  const report = await renderResultReport(result, recommend(framework, result), {
    ...{ digits, framework, language },
    outcomes: await listOutcomes(db, result),
  })
  const name = `${result.agency.code}-${result.fiscalYear}-report.pdf`
  return new Response(report, { headers: fileHeaders('application/pdf', name, 'inline') })
})

function readDigits(asked: string | null): 'thai' | 'arabic' {
  if (asked === null || asked === '' || asked === 'arabic') return 'arabic'
  if (asked === 'thai') return 'thai'
  throw new Problem('invalid', 'page.badParameter', { name: 'digits', value: asked })
}
