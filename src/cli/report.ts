/** `prongsai report`: writes an agency's result of one year as a PDF. */
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import { parseFiscalYear } from '#base/fiscal-year.ts'
import { Problem } from '#base/problem.ts'
import { listOutcomes } from '#modules/analysis/outcomes.ts'
import { recommend } from '#modules/analysis/recommend.ts'
import { renderResultReport } from '#modules/analysis/result-report.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import { getAgencyResult } from '#modules/results/queries.ts'
import type { AgencyResult } from '#modules/results/result.ts'
import type { Queryable } from '#platform/database.ts'
import { withDoorway } from './database.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { print } from './output.ts'

interface ReportArguments {
  readonly year: string
  readonly agency: string
  readonly out: string
  readonly digits: 'thai' | 'arabic'
  readonly lang: Language
}

export function reportCommand(): Command {
  return new Command('report')
    .description("an agency's result as a PDF")
    .requiredOption('--year <year>', 'fiscal year, such as 2568')
    .requiredOption('--agency <code>', 'agency code')
    .requiredOption('--out <file>', 'the PDF to write')
    .addOption(new Option('--digits <digits>', 'thai | arabic').choices(['thai', 'arabic']).default('thai'))
    .addOption(languageOption())
    .action(writeReport)
}

async function writeReport({ year, agency, out, digits, lang }: ReportArguments): Promise<void> {
  const fiscalYear = parseFiscalYear(year)
  const { result, framework, outcomes } = await withDoorway(async ({ database: { query } }) => {
    const result = await getAgencyResult(query, agency, fiscalYear)
    const framework = await getFramework(query, result)
    return { result, framework, outcomes: await listOutcomes(query, result) }
  })
  const pdf = await renderResultReport(result, recommend(framework, result), {
    ...{ framework, outcomes },
    language: lang,
    digits: lang === 'th' ? digits : 'arabic',
  })
  await save(resolve(out), pdf)
  print(textOf(lang).report.command.written({ file: out }))
}

async function getFramework(
  query: Queryable,
  { frameworkHash, fiscalYear }: AgencyResult,
): Promise<Framework> {
  const shipped = await findShippedFramework(fiscalYear)
  if (shipped && (frameworkHash === null || frameworkHash === shipped.hash)) return shipped.framework
  if (frameworkHash === null) throw new Problem('notFound', 'report.noFramework', { year: fiscalYear })
  return (await getPinnedFramework(query, frameworkHash)).framework
}

async function save(file: string, pdf: Uint8Array): Promise<void> {
  try {
    await writeFile(file, pdf)
  } catch {
    throw new Problem('invalid', 'report.notWritable', { file })
  }
}
