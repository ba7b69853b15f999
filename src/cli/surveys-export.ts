/** `prongsai surveys export`: the answers of closed parts, for the centre, as a file. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { parseFiscalYear } from '#base/fiscal-year.ts'
import { Problem } from '#base/problem.ts'
import { exportAnswers } from '#modules/surveys/export-answers.ts'
import { act } from '#platform/context.ts'
import { withDoorway } from './database.ts'
import { textOf } from './language.ts'
import { operator } from './operator.ts'
import { print } from './output.ts'
import { type SurveyOptions, surveyCommand } from './surveys-options.ts'

interface ExportOptions extends SurveyOptions {
  readonly agency?: string
  readonly json?: true
  readonly out: string
}

export function exportCommand(): Command {
  return surveyCommand(
    'export',
    'the answers of closed parts: the part, the day and the options, in no order within a day',
  )
    .option('--agency <code>', 'of this agency only')
    .option('--json', 'as JSON in place of CSV')
    .requiredOption('--out <file>', 'the file to write')
    .action(exportToFile)
}

/** Written beside its place and moved there when whole: a file that is there is complete. */
async function exportToFile({ year, agency, json, out, lang }: ExportOptions): Promise<void> {
  const path = resolve(out)
  const unfinished = `${path}.part`
  const file = createWriteStream(unfinished)
  await once(file, 'open').catch(() => {
    throw new Problem('invalid', 'report.notWritable', { file: out })
  })
  const write = async (piece: string) => {
    if (!file.write(piece)) await once(file, 'drain')
  }
  const entry = {
    ...{ fiscalYear: parseFiscalYear(year), agencyCode: agency, write },
    format: json ? ('json' as const) : ('csv' as const),
  }
  try {
    const { answers, leftOut } = await withDoorway((doorway) =>
      act(doorway, operator(), async (context) => {
        const exported = await exportAnswers(context, entry)
        file.end()
        await once(file, 'finish')
        await rename(unfinished, path)
        return exported
      }),
    )
    print(textOf(lang).surveysWork.exports.written({ file: out, answers, leftOut }))
  } catch (error) {
    file.destroy()
    await rm(unfinished, { force: true })
    throw error
  }
}
