/** What the surveys commands have in common: of which year, agency and part. */
import { Command } from 'commander'
import { type Language, languageOption } from './language.ts'

export interface SurveyOptions {
  readonly year: string
  readonly lang: Language
}

export interface AgencyOptions extends SurveyOptions {
  readonly agency: string
}

export interface PartOptions extends AgencyOptions {
  readonly part: string
}

export const yearOption = ['--year <year>', 'fiscal year, such as 2569'] as const

/** With `--agency` where the command is about one agency, and `--part` too where it is about one part of it. */
export function surveyCommand(name: string, description: string, about?: 'agency' | 'part'): Command {
  const command = new Command(name)
    .description(description)
    .requiredOption(...yearOption)
    .addOption(languageOption())
  if (about) command.requiredOption('--agency <code>', 'the agency')
  return about === 'part'
    ? command.requiredOption('--part <part>', 'iit, eitPublic, eitSurvey or eit')
    : command
}
