/** `prongsai results record`: puts an agency's raw answers and item scores into a round, from the files `score` reads. */
import { Command } from 'commander'
import { dayOf } from '#base/bangkok-day.ts'
import { parseFiscalYear } from '#base/fiscal-year.ts'
import { Problem } from '#base/problem.ts'
import { parseDay } from '#base/thai-date.ts'
import { recordScores } from '#modules/disclosure/record.ts'
import { readItemScores } from '#modules/disclosure/scores-file.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { readAnswers } from '#modules/surveys/answers-file.ts'
import { recordAnswers } from '#modules/surveys/record.ts'
import { act, type Context } from '#platform/context.ts'
import { withDoorway } from './database.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { operator } from './operator.ts'
import { print } from './output.ts'
import { contentOf } from './score-inputs.ts'

interface Options {
  readonly year: string
  readonly agency: string
  readonly answeredOn?: string
  readonly iit?: string
  readonly eitPublic?: string
  readonly eitSurvey?: string
  readonly eit?: string
  readonly oit?: string
  readonly lang: Language
}

export function recordCommand(): Command {
  return new Command('record')
    .description(
      "put an agency's raw answers and item scores into a round, in place of earlier ones; all or none",
    )
    .requiredOption('--year <year>', 'fiscal year, such as 2568')
    .requiredOption('--agency <code>', 'the agency')
    .option('--iit <file>', 'answers of the internal survey, CSV')
    .option('--eit-public <file>', 'answers of the external survey, part 1, CSV')
    .option('--eit-survey <file>', 'answers of the external survey, part 2, CSV')
    .option('--eit <file>', 'answers of the external survey where it is one, CSV')
    .option('--oit <file>', 'item scores, CSV')
    .option('--answered-on <day>', 'the day kept with the answers; today where it is not said')
    .addOption(languageOption())
    .action(record)
}

async function record({ year, agency, answeredOn, oit, lang, ...parts }: Options): Promise<void> {
  const fiscalYear = parseFiscalYear(year)
  const day = answeredOn === undefined ? undefined : parseDay(answeredOn)
  if (answeredOn !== undefined && !day) throw new Problem('invalid', 'day.invalid', { value: answeredOn })
  const files = Object.entries(parts).filter((entry): entry is [string, string] => entry[1] !== undefined)
  if (files.length === 0 && oit === undefined) throw new Problem('invalid', 'results.noFiles')
  await withDoorway((doorway) =>
    act(doorway, operator(), async (context) => {
      const into = { fiscalYear, agencyCode: agency, answeredOn: day ?? dayOf(context.now) }
      for (const [part, file] of files) await recordPart(context, into, { part, file })
      if (oit !== undefined) await recordItems(context, into, oit)
    }),
  )
  print(textOf(lang).cli.recorded({ year: fiscalYear, agency, files: files.length + (oit ? 1 : 0) }))
}

interface Into {
  readonly fiscalYear: number
  readonly agencyCode: string
  readonly answeredOn: string
}

async function frameworkOf({ transaction }: Context, fiscalYear: number) {
  const { frameworkHash } = await getRound(transaction, fiscalYear)
  return (await getPinnedFramework(transaction, frameworkHash)).framework
}

async function recordPart(context: Context, into: Into, { part, file }: { part: string; file: string }) {
  const framework = await frameworkOf(context, into.fiscalYear)
  const { columns, answers } = readAnswers(await contentOf(file), { file, framework, part })
  await recordAnswers(context, { ...into, part, columns, answers })
}

async function recordItems(context: Context, { fiscalYear, agencyCode }: Into, file: string) {
  const framework = await frameworkOf(context, fiscalYear)
  const scores = Object.entries(readItemScores(await contentOf(file), { file, framework }))
  await recordScores(context, {
    fiscalYear,
    scores: scores.map(([itemCode, score]) => ({ agencyCode, itemCode, score })),
  })
}
