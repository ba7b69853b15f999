/** `prongsai results record | preview | compute | freeze | publish`: takes a round from stored answers to published results. */
import { Command } from 'commander'
import { parseFiscalYear } from '#base/fiscal-year.ts'
import { type ComputeWay, computeResults } from '#modules/results/compute.ts'
import { freezeResults } from '#modules/results/freeze.ts'
import { publishResults } from '#modules/results/publish.ts'
import { act, type Context } from '#platform/context.ts'
import { withDoorway } from './database.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { operator } from './operator.ts'
import { print } from './output.ts'
import { progressLine } from './progress.ts'
import { previewCommand } from './results-preview.ts'
import { recordCommand } from './results-record.ts'

type Verb = (context: Context, fiscalYear: number, way: ComputeWay) => Promise<{ readonly agencies: number }>

export function resultsCommand(): Command {
  return new Command('results')
    .description("a round's results, from answers to publication")
    .addCommand(recordCommand())
    .addCommand(previewCommand())
    .addCommand(verbCommand('compute', "compute every enrolled agency's result", computeResults))
    .addCommand(
      verbCommand('freeze', 'freeze the computed results: nothing of the round changes after', freezeResults),
    )
    .addCommand(verbCommand('publish', 'publish the frozen results with their ranks', publishResults))
}

function verbCommand(name: 'compute' | 'freeze' | 'publish', description: string, verb: Verb): Command {
  return new Command(name)
    .description(description)
    .requiredOption('--year <year>', 'fiscal year, such as 2568')
    .addOption(languageOption())
    .action(async ({ year, lang }: { year: string; lang: Language }) => {
      const fiscalYear = parseFiscalYear(year)
      const text = textOf(lang)
      const way = { onProgress: progressLine(text.provisional.computing) }
      const { agencies } = await withDoorway((doorway) =>
        act(doorway, operator(), (context) => verb(context, fiscalYear, way)),
      )
      print(text.cli.resultsDone[name]({ year: fiscalYear, agencies }))
    })
}
