/** `prongsai surveys`: links, counts and headcounts of the surveys people answer. */
import { Command, Option } from 'commander'
import { parseFiscalYear } from '#base/fiscal-year.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import { getRound } from '#modules/rounds/queries.ts'
import type { Mode } from '#modules/surveys/link.ts'
import { linkPath } from '#modules/surveys/link.ts'
import { listLinks } from '#modules/surveys/links.ts'
import { openLinks } from '#modules/surveys/open-links.ts'
import { getProgress, type PartProgress } from '#modules/surveys/progress.ts'
import { type ListedProgress, listProgress } from '#modules/surveys/progress-list.ts'
import { revokeLink } from '#modules/surveys/revoke-link.ts'
import { setMode } from '#modules/surveys/set-mode.ts'
import { stateHeadcount } from '#modules/surveys/state-headcount.ts'
import { act, type Context } from '#platform/context.ts'
import { serviceAddress } from './address.ts'
import { withDoorway } from './database.ts'
import { textOf } from './language.ts'
import { operator } from './operator.ts'
import { print } from './output.ts'
import { closeCommand } from './surveys-close.ts'
import { exportCommand } from './surveys-export.ts'
import { mailCodesCommand } from './surveys-mail-codes.ts'
import { type AgencyOptions, type PartOptions, type SurveyOptions, surveyCommand } from './surveys-options.ts'
import { codesCommand, posterCommand } from './surveys-papers.ts'

export function surveysCommand(): Command {
  return new Command('surveys')
    .description('the surveys people answer: links, posters, counts and closing')
    .addCommand(linksCommand())
    .addCommand(openLinksCommand())
    .addCommand(revokeCommand())
    .addCommand(modeCommand())
    .addCommand(headcountCommand())
    .addCommand(progressCommand())
    .addCommand(closeCommand())
    .addCommand(posterCommand())
    .addCommand(codesCommand())
    .addCommand(mailCodesCommand())
    .addCommand(exportCommand())
}

function doAct<T>(verb: (context: Context) => Promise<T>): Promise<T> {
  return withDoorway((doorway) => act(doorway, operator(), verb))
}

function linksCommand(): Command {
  return surveyCommand('links', 'the links that hold, with the addresses they lead to')
    .option('--agency <code>', 'of this agency only')
    .option('--json', 'as JSON')
    .action(async ({ year, agency, json, lang }: SurveyOptions & { agency?: string; json?: true }) => {
      const fiscalYear = parseFiscalYear(year)
      const address = serviceAddress()
      const links = await withDoorway(async ({ database }) =>
        listLinks(database.query, await getRound(database.query, fiscalYear), { agencyCode: agency }),
      )
      const listed = links.map(({ survey, code, ...link }) => ({
        ...link,
        code,
        url: `${address}${linkPath(survey, code)}`,
      }))
      if (json) return print(JSON.stringify(listed, null, 2))
      const words = textOf(lang).surveys.cli
      if (listed.length === 0) print(words.noLinks({ year: fiscalYear }))
      for (const { agency: code, part, mode, url } of listed) {
        print(`${code.padEnd(12)} ${part.padEnd(10)} ${url}  ${words.mode[mode]}`)
      }
    })
}

function openLinksCommand(): Command {
  return surveyCommand('open-links', 'make the links that are missing, for one agency or all of the round')
    .option('--agency <code>', 'for this agency only')
    .addOption(new Option('--mode <mode>', 'open | codes').choices(['open', 'codes']).default('open'))
    .action(async ({ year, agency, mode, lang }: SurveyOptions & { agency?: string; mode: Mode }) => {
      const fiscalYear = parseFiscalYear(year)
      const { made } = await doAct((context) => openLinks(context, { fiscalYear, agencyCode: agency, mode }))
      print(textOf(lang).surveys.cli.opened({ year: fiscalYear, made }))
    })
}

function revokeCommand(): Command {
  return surveyCommand(
    'revoke-link',
    'take a link back; with --replace hand out another in its place',
    'part',
  )
    .option('--replace', 'make a new link')
    .action(async ({ year, agency, part, replace, lang }: PartOptions & { replace?: true }) => {
      const fiscalYear = parseFiscalYear(year)
      const entry = { fiscalYear, agencyCode: agency, part, isReplaced: replace === true }
      const { code } = await doAct((context) => revokeLink(context, entry))
      print(textOf(lang).surveys.cli.revoked({ agency, part }))
      if (code) print(`${serviceAddress()}${linkPath(part === 'iit' ? 'iit' : 'eit', code)}`)
    })
}

function modeCommand(): Command {
  return surveyCommand('mode', 'answer a part by open link or by one-time codes', 'part')
    .addOption(new Option('--mode <mode>', 'open | codes').choices(['open', 'codes']).makeOptionMandatory())
    .action(async ({ year, agency, part, mode, lang }: PartOptions & { mode: Mode }) => {
      const fiscalYear = parseFiscalYear(year)
      await doAct((context) => setMode(context, { fiscalYear, agencyCode: agency, part, mode }))
      print(textOf(lang).surveys.cli.modeSet({ agency, part }))
    })
}

function headcountCommand(): Command {
  return surveyCommand('headcount', 'state how many people there are to ask', 'agency')
    .option('--staff <count>', 'people who have worked there for a year or more')
    .option('--service-users <count>', 'people and firms served or dealt with this fiscal year')
    .action(async ({ year, agency, staff, serviceUsers, lang }: AgencyOptions & Headcounts) => {
      const entry = {
        ...{ fiscalYear: parseFiscalYear(year), agencyCode: agency },
        ...{ staff: numberOf(staff), serviceUsers: numberOf(serviceUsers) },
      }
      await doAct((context) => stateHeadcount(context, entry))
      print(textOf(lang).surveys.cli.headcount({ agency }))
    })
}

interface Headcounts {
  readonly staff?: string
  readonly serviceUsers?: string
}

/** What is no number is refused by the verb. */
function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return text.trim() === '' ? Number.NaN : Number(toArabicDigits(text))
}

function progressCommand(): Command {
  return surveyCommand('progress', 'how many have answered each part, and how many must')
    .option('--agency <code>', 'of this agency only, with the reason where there is no minimum')
    .option('--json', 'as JSON')
    .action(({ agency, ...options }: Progressing & { agency?: string }) =>
      agency === undefined ? printAll(options) : printOne({ ...options, agency }),
    )
}

type Progressing = SurveyOptions & { json?: true }

async function printOne({ year, agency, json, lang }: Progressing & { agency: string }): Promise<void> {
  const entry = { fiscalYear: parseFiscalYear(year), agencyCode: agency }
  const progress = await withDoorway(({ database }) => getProgress(database.query, entry))
  if (json) return print(JSON.stringify(progress, null, 2))
  for (const [part, one] of Object.entries(progress))
    print(textOf(lang).surveys.cli.progress(valuesOf(part, one)))
}

async function printAll({ year, json, lang }: Progressing): Promise<void> {
  const { agencies } = await withDoorway(async ({ database, clock }) => {
    const round = await getRound(database.query, parseFiscalYear(year))
    return listProgress(database.query, round, { actor: operator(), now: clock() })
  })
  if (json) return print(JSON.stringify(Object.fromEntries(agencies.map(countsOf)), null, 2))
  for (const { code, parts } of agencies) {
    const counts = parts.map(({ part, count, minimum, standing }) =>
      textOf(lang).surveys.cli.progressShort({
        ...{ part, count, ...(minimum !== null && { minimum }) },
        closed: standing === 'closed' ? 1 : 0,
      }),
    )
    print(`${code.padEnd(12)} ${counts.join(' · ')}`)
  }
}

function countsOf({ code, parts }: ListedProgress) {
  const counts = parts.map(({ part, count, minimum, standing }) => [
    part,
    { count, minimum, isClosed: standing === 'closed' },
  ])
  return [code, Object.fromEntries(counts)] as const
}

function valuesOf(part: string, { count, minimum, reason, isClosed }: PartProgress) {
  return { part, count, ...(minimum !== null && { minimum }), reason: reason ?? '', closed: isClosed ? 1 : 0 }
}
