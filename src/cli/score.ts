/** `prongsai score`: scores one agency from its answer, item and published score files. */
import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { parseFiscalYear } from '#base/fiscal-year.ts'
import { Problem } from '#base/problem.ts'
import { computeScore } from '#modules/scoring/compute.ts'
import { makeSheet } from '#modules/scoring/sheet.ts'
import { frameworkOfYear } from './framework-of-year.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { print } from './output.ts'
import { answerOptions, readScoreFiles, type ScoreFiles } from './score-inputs.ts'
import { scoreLines } from './score-table.ts'

interface Options extends ScoreFiles {
  readonly year: string
  readonly json?: boolean
  readonly sheet?: string
  readonly lang: Language
}

export function scoreCommand(): Command {
  return new Command('score')
    .description('score one agency: totals, rating, levels and how each came about')
    .requiredOption('--year <year>', 'fiscal year, such as 2568')
    .option('--iit <file>', 'IIT answers, CSV: respondent,i1,… with the score of the chosen option')
    .option('--eit-public <file>', 'EIT answers given by the public themselves')
    .option('--eit-survey <file>', 'EIT answers collected by the assessors')
    .option('--eit <file>', 'EIT answers of years with one EIT')
    .option('--oit <file>', 'item scores, CSV: item,score with 0 or 100')
    .option('--indicators <file>', 'published indicator scores, CSV: indicator,score')
    .option('--instruments <file>', 'published instrument scores, CSV: instrument,score')
    .option('--json', 'print the score sheet instead of a table')
    .option('--sheet <file>', 'write the score sheet to a file')
    .addOption(languageOption())
    .action(score)
}

async function score(options: Options): Promise<void> {
  const { year, json, sheet: sheetFile, lang, ...files } = options
  const fiscalYear = parseFiscalYear(year)
  if (Object.keys(files).length === 0)
    throw new Problem('invalid', 'score.noInput', { options: inputOptions() })
  const loaded = await frameworkOfYear(fiscalYear)
  const inputs = await readScoreFiles(loaded.framework, files)
  const sheet = makeSheet(loaded, inputs)
  const sheetText = JSON.stringify(sheet, null, 2)
  if (sheetFile !== undefined) await writeSheet(sheetFile, sheetText)
  if (json) return print(sheetText)
  const text = textOf(lang)
  const { framework } = loaded
  for (const line of scoreLines({ framework, sheet, score: computeScore(framework, inputs) }, text))
    print(line)
  if (sheetFile !== undefined) print(`\n${text.scoring.command.sheetWritten({ file: sheetFile })}`)
}

function inputOptions(): string {
  return [...Object.values(answerOptions), '--oit', '--indicators', '--instruments'].join(', ')
}

async function writeSheet(file: string, content: string): Promise<void> {
  try {
    await writeFile(file, `${content}\n`)
  } catch {
    throw new Problem('invalid', 'score.unwritable', { file })
  }
}
