/** `prongsai check`: says of links what stands against them as an answer to a disclosure item; needs no database. */
import { Command, Option } from 'commander'
import { parseFiscalYear } from '#base/fiscal-year.ts'
import { Problem } from '#base/problem.ts'
import { type CheckReport, isSound } from '#modules/disclosure/check-report.ts'
import { formatOfAddress, readAddress } from '#modules/disclosure/checker/addresses.ts'
import { type AskedLink, type CheckMeans, checkLink, siteOf } from '#modules/disclosure/checker/check-link.ts'
import { toReport } from '#modules/disclosure/checker/report.ts'
import { getDisclosureItem } from '#modules/disclosure/item.ts'
import { itemCode } from '#modules/disclosure/scores-file.ts'
import { agencyTypeCodes } from '#modules/registry/agency-type.ts'
import { readConfig } from '#platform/config.ts'
import { makeFetcher } from '#platform/fetcher/fetcher.ts'
import { openReaders } from '#platform/reading/readers.ts'
import { checkLines } from './check-lines.ts'
import { frameworkOfYear } from './framework-of-year.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { print } from './output.ts'

interface Options {
  readonly year: string
  readonly item: string
  readonly site?: string
  readonly agencyType?: (typeof agencyTypeCodes)[number]
  readonly json?: boolean
  readonly lang: Language
}

export function checkCommand(): Command {
  return new Command('check')
    .description('check links as answers to a disclosure item: do they open, and is everything there')
    .argument('<url...>')
    .requiredOption('--year <year>', 'fiscal year, such as 2568')
    .requiredOption('--item <code>', 'item of that year, such as o26')
    .option('--site <url>', "the agency's main website")
    .addOption(
      new Option('--agency-type <type>', 'asks for what such agencies must show').choices(agencyTypeCodes),
    )
    .option('--json', 'print one line of JSON for each link, in order')
    .addOption(languageOption())
    .action(check)
}

async function check(urls: string[], options: Options): Promise<void> {
  const { framework } = await frameworkOfYear(parseFiscalYear(options.year))
  const item = getDisclosureItem(framework, itemCode(options.item))
  if (options.site !== undefined && !siteOf(options)) {
    throw new Problem('invalid', 'check.notSite', { site: options.site })
  }
  const formats = urls.map(formatOf).filter((format) => format !== null)
  const { site, agencyType } = options
  const reports = await checkAll(
    urls.map((url) => ({ url, framework, item, formats, site, agencyType })),
    (report) => {
      if (options.json) print(JSON.stringify(toReport(report, options.lang)))
    },
  )
  if (!options.json) for (const line of checkLines(reports, textOf(options.lang))) print(line)
  if (!reports.every(isSound)) process.exitCode = 1
}

/** Throws Problem('invalid', 'check.notAddress'). */
function formatOf(url: string) {
  const address = readAddress(url)
  if (!address) throw new Problem('invalid', 'check.notAddress', { url })
  return formatOfAddress(address)
}

/** All at once, each told in its turn as soon as it and those before it are done. */
async function checkAll(
  asked: readonly AskedLink[],
  tell: (report: CheckReport) => void,
): Promise<CheckReport[]> {
  const means = {
    fetcher: makeFetcher({ allowHosts: readConfig().checkerAllowHosts }),
    readers: openReaders(),
  }
  try {
    const reports: CheckReport[] = []
    for (const checking of asked.map((each) => started(means, each))) {
      const report = await checking
      reports.push(report)
      tell(report)
    }
    return reports
  } finally {
    means.readers.close()
    await means.fetcher.close()
  }
}

/** A failure is told when its turn comes. */
function started(means: CheckMeans, asked: AskedLink): Promise<CheckReport> {
  const checking = checkLink(means, asked)
  checking.catch(() => undefined)
  return checking
}
