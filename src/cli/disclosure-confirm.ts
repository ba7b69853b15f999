/** `prongsai disclosure confirm`: the scores of one agency's items, or of all agencies that are ready. */
import type { Command } from 'commander'
import { parseFiscalYear } from '#base/fiscal-year.ts'
import { confirmItems } from '#modules/disclosure/assessment/confirm-items.ts'
import { confirmRound } from '#modules/disclosure/assessment/confirm-round.ts'
import { problemText } from '#text/text.ts'
import { withDoorway } from './database.ts'
import {
  type AgencyOptions,
  doAct,
  namedBy,
  type RoundOptions,
  roundCommand,
  tell,
} from './disclosure-options.ts'
import { textOf } from './language.ts'
import { operator } from './operator.ts'
import { print } from './output.ts'
import { progressLine } from './progress.ts'

export function confirmCommand(): Command {
  return roundCommand('confirm', 'confirm item scores: what was never handed in scores 0')
    .option('--agency <code>', 'of this agency only, in place of all that are ready')
    .action(({ agency, ...options }: RoundOptions & { readonly agency?: string }) =>
      agency === undefined ? confirmAll(options) : confirmOne({ ...options, agency }),
    )
}

async function confirmOne(options: AgencyOptions): Promise<void> {
  const done = await doAct((context) => confirmItems(context, namedBy(options)))
  const { agency, lang } = options
  tell(options, done, textOf(lang).disclosureCli.confirmed({ ...done, agency }))
}

async function confirmAll(options: RoundOptions): Promise<void> {
  const { year, json, lang } = options
  const text = textOf(lang)
  const onProgress = progressLine(text.disclosureCli.confirming)
  const confirming = { fiscalYear: parseFiscalYear(year), onProgress }
  const { confirmed, left: others } = await withDoorway((doorway) =>
    confirmRound(doorway, operator(), confirming),
  )
  const left = others.map(({ agencyCode, code, parameters }) => ({
    ...{ agency: agencyCode, code, detail: problemText(text, code, parameters) },
  }))
  tell(options, { confirmed, left }, text.disclosureCli.confirmedAll({ confirmed, left: left.length }))
  if (!json) for (const { agency, detail } of left) print(`  ${agency}: ${detail}`)
}
