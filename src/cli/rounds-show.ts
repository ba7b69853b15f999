/** `prongsai rounds list | show`: the rounds there are, and one round's calendar with its extensions. */
import { Command } from 'commander'
import { parseFiscalYear } from '#base/fiscal-year.ts'
import { type ExtensionListing, listExtensions } from '#modules/rounds/calendar-queries.ts'
import { getRoundOverview, listRoundOverviews, type RoundOverview } from '#modules/rounds/overview.ts'
import { getRound } from '#modules/rounds/queries.ts'
import type { TimetableEntry } from '#modules/rounds/timetable.ts'
import { withDoorway } from './database.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { print } from './output.ts'

interface Options {
  readonly json?: true
  readonly lang: Language
}

export function listCommand(): Command {
  return new Command('list')
    .description('list the rounds, the newest year first')
    .option('--json', 'as JSON')
    .addOption(languageOption())
    .action(async ({ json, lang }: Options) => {
      const rounds = await withDoorway(({ database, clock }) => listRoundOverviews(database.query, clock()))
      if (json) return print(JSON.stringify(rounds, null, 2))
      if (rounds.length === 0) print(textOf(lang).rounds.cli.none)
      for (const round of rounds) print(headLine(round, lang))
    })
}

export function showCommand(): Command {
  return new Command('show')
    .description("show a round's calendar and its extensions")
    .requiredOption('--year <year>', 'fiscal year, such as 2569')
    .option('--json', 'as JSON')
    .addOption(languageOption())
    .action(async ({ year, json, lang }: Options & { readonly year: string }) => {
      const fiscalYear = parseFiscalYear(year)
      const { round, extensions } = await withDoorway(async ({ database: { query }, clock }) => ({
        round: await getRoundOverview(query, { fiscalYear, now: clock() }),
        extensions: await listExtensions(query, await getRound(query, fiscalYear)),
      }))
      if (json) return print(JSON.stringify({ ...round, extensions }, null, 2))
      for (const line of calendarLines(round, lang)) print(line)
      for (const line of extensionLines(extensions, lang)) print(line)
    })
}

function headLine({ fiscalYear, isClosed, enrolledCount, frameworkHash }: RoundOverview, lang: Language) {
  const { cli } = textOf(lang).rounds
  return cli.round({
    year: fiscalYear,
    state: isClosed ? cli.roundClosed : cli.roundOpen,
    agencies: enrolledCount,
    hash: frameworkHash.slice(0, 12),
  })
}

function calendarLines(round: RoundOverview, lang: Language): string[] {
  return [headLine(round, lang), ...round.timetable.map((entry) => phaseLine(entry, round, lang))]
}

function phaseLine(entry: TimetableEntry, { isClosed }: RoundOverview, lang: Language): string {
  const { states, neverScheduled, daysLeft, daysToOpening } = textOf(lang).rounds
  const parts = [
    entry.name[lang],
    isClosed && entry.state === 'notScheduled' ? neverScheduled : states[entry.state],
    spanOf(entry, lang),
    entry.daysLeft === null ? '' : daysLeft(entry.daysLeft),
    entry.daysToOpening === null ? '' : daysToOpening(entry.daysToOpening),
  ]
  return `  ${entry.phase.padEnd(9)} ${parts.filter((part) => part !== '').join(' · ')}`
}

function spanOf({ opensOn, closesOn }: TimetableEntry, lang: Language): string {
  const { between, from, until } = textOf(lang).rounds
  if (opensOn !== null) return closesOn === null ? from(opensOn) : between(opensOn, closesOn)
  return closesOn === null ? '' : until(closesOn)
}

function extensionLines(extensions: readonly ExtensionListing[], lang: Language): string[] {
  if (extensions.length === 0) return []
  const { cli } = textOf(lang).rounds
  return [cli.extensions, ...extensions.map((extension) => `  ${cli.extension({ ...extension })}`)]
}
