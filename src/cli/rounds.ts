/** `prongsai rounds`: opens a year's round, enrols agencies, sets its calendar, gives agencies longer, and closes it. */
import { Command } from 'commander'
import { parseFiscalYear } from '#base/fiscal-year.ts'
import { Problem } from '#base/problem.ts'
import { readFramework } from '#modules/frameworks/load.ts'
import { closeRound } from '#modules/rounds/close.ts'
import { type EnrolmentCounts, enrolAgencies } from '#modules/rounds/enrol.ts'
import { enrolAgenciesByType } from '#modules/rounds/enrol-by-type.ts'
import { extendPhase } from '#modules/rounds/extend.ts'
import { openRound } from '#modules/rounds/open.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import { act, type Context } from '#platform/context.ts'
import { withDoorway } from './database.ts'
import { readDay } from './day.ts'
import { frameworkOfYear } from './framework-of-year.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { operator } from './operator.ts'
import { print } from './output.ts'
import { listCommand, showCommand } from './rounds-show.ts'

interface Options {
  readonly year: string
  readonly lang: Language
}

export function roundsCommand(): Command {
  return new Command('rounds')
    .description("a year's round: its framework, its agencies and its calendar")
    .addCommand(openCommand())
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(enrolCommand())
    .addCommand(scheduleCommand())
    .addCommand(extendCommand())
    .addCommand(closeCommand())
}

function verbCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .requiredOption('--year <year>', 'fiscal year, such as 2569')
    .addOption(languageOption())
}

function openCommand(): Command {
  return verbCommand('open', 'open a round under a checked framework, which is pinned with it')
    .option('--framework <dir>', "a year folder, in place of the year's own that comes with the product")
    .action(open)
}

async function open({ year, framework: dir, lang }: Options & { readonly framework?: string }) {
  const fiscalYear = parseFiscalYear(year)
  const loaded = dir === undefined ? await frameworkOfYear(fiscalYear) : await readFramework(dir)
  const { framework, hash } = loaded
  if (framework.fiscalYear !== fiscalYear) {
    throw new Problem('invalid', 'round.frameworkOfOtherYear', {
      year: fiscalYear,
      found: framework.fiscalYear,
    })
  }
  await doAct((context) => openRound(context, loaded))
  const scheduled = framework.phases.filter(({ opensOn, closesOn }) => opensOn !== null || closesOn !== null)
  const counts = { scheduled: scheduled.length, phases: framework.phases.length }
  print(textOf(lang).rounds.cli.opened({ year: fiscalYear, hash: hash.slice(0, 12), ...counts }))
}

function enrolCommand(): Command {
  return verbCommand('enrol', 'enrol agencies: those listed, those of some types, or all')
    .option('--type <type...>', 'every agency of these types, such as department')
    .option('--agency <code...>', 'these agencies')
    .option('--all', 'every agency of the registry')
    .action(enrol)
}

interface EnrolOptions extends Options {
  readonly type?: readonly string[]
  readonly agency?: readonly string[]
  readonly all?: true
}

async function enrol({ year, lang, ...whom }: EnrolOptions): Promise<void> {
  const fiscalYear = parseFiscalYear(year)
  const verb = enrolmentOf(fiscalYear, whom)
  const counts = await doAct(verb)
  print(textOf(lang).rounds.cli.enrolled({ year: fiscalYear, ...counts }))
}

function enrolmentOf(
  fiscalYear: number,
  { type: types, agency: codes, all }: Omit<EnrolOptions, keyof Options>,
): (context: Context) => Promise<EnrolmentCounts> {
  if ([types, codes, all].filter((given) => given !== undefined).length !== 1) {
    throw new Problem('invalid', 'round.whomMissing')
  }
  if (codes) {
    const agencies = codes.map((agencyCode) => ({ agencyCode }))
    return (context) => enrolAgencies(context, { fiscalYear, agencies })
  }
  return (context) => enrolAgenciesByType(context, { fiscalYear, types: types ?? 'all' })
}

function scheduleCommand(): Command {
  return verbCommand('schedule', 'set the days a phase opens and closes (to the end of the day, in Bangkok)')
    .requiredOption('--phase <phase>', 'register, collect, answer, approve, score, clarify, …')
    .requiredOption('--opens <day>', 'a day such as 2569-03-01, 1/3/2569 or 2026-03-01')
    .requiredOption('--closes <day>', 'the last day it is open')
    .option('--reason <reason>', 'why the days are set or moved')
    .action(schedule)
}

interface ScheduleOptions extends Options {
  readonly phase: string
  readonly opens: string
  readonly closes: string
  readonly reason?: string
}

async function schedule({ year, phase, lang, reason, ...days }: ScheduleOptions): Promise<void> {
  const opensOn = readDay('--opens', days.opens)
  const closesOn = readDay('--closes', days.closes)
  const fiscalYear = parseFiscalYear(year)
  await doAct((context) => schedulePhase(context, { fiscalYear, phase, opensOn, closesOn, reason }))
  const { between, cli } = textOf(lang).rounds
  print(cli.scheduled({ phase, span: between(opensOn, closesOn) }))
}

function extendCommand(): Command {
  return verbCommand('extend', 'give one agency longer in a phase')
    .requiredOption('--agency <code>', 'the agency')
    .requiredOption('--phase <phase>', 'register, collect, answer, approve, score, clarify, …')
    .requiredOption('--until <day>', 'the last day it is open to the agency')
    .requiredOption('--reason <reason>', 'why the agency is given longer')
    .action(extend)
}

interface ExtendOptions extends Options {
  readonly agency: string
  readonly phase: string
  readonly until: string
  readonly reason: string
}

async function extend({ year, agency, phase, lang, reason, ...days }: ExtendOptions): Promise<void> {
  const until = readDay('--until', days.until)
  const fiscalYear = parseFiscalYear(year)
  await doAct((context) => extendPhase(context, { fiscalYear, agencyCode: agency, phase, until, reason }))
  print(textOf(lang).rounds.cli.extended({ agency, phase, until }))
}

function closeCommand(): Command {
  return verbCommand('close', 'close the round: it takes no agency, answer or score any more').action(close)
}

async function close({ year, lang }: Options): Promise<void> {
  const fiscalYear = parseFiscalYear(year)
  await doAct((context) => closeRound(context, fiscalYear))
  print(textOf(lang).rounds.cli.closed({ year: fiscalYear }))
}

function doAct<T>(verb: (context: Context) => Promise<T>): Promise<T> {
  return withDoorway((doorway) => act(doorway, operator(), verb))
}
