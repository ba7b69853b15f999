/** What the disclosure commands have in common: of which year and agency, in which language, and as what. */
import { Command } from 'commander'
import { parseFiscalYear } from '#base/fiscal-year.ts'
import { act, type Context } from '#platform/context.ts'
import { withDoorway } from './database.ts'
import { type Language, languageOption } from './language.ts'
import { operator } from './operator.ts'
import { print } from './output.ts'

export interface RoundOptions {
  readonly year: string
  readonly json?: true
  readonly lang: Language
}

export interface AgencyOptions extends RoundOptions {
  readonly agency: string
}

export function roundCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .requiredOption('--year <year>', 'fiscal year, such as 2569')
    .option('--json', 'as JSON')
    .addOption(languageOption())
}

export function agencyCommand(name: string, description: string): Command {
  return roundCommand(name, description).requiredOption('--agency <code>', 'the agency')
}

/** Throws as `parseFiscalYear`. */
export function namedBy({ year, agency }: AgencyOptions) {
  return { fiscalYear: parseFiscalYear(year), agencyCode: agency }
}

export function doAct<T>(verb: (context: Context) => Promise<T>): Promise<T> {
  return withDoorway((doorway) => act(doorway, operator(), verb))
}

/** The sentence for people, what was done for programs. */
export function tell({ json }: Pick<RoundOptions, 'json'>, done: object, sentence: string): void {
  print(json ? JSON.stringify(done, null, 2) : sentence)
}
