/** `prongsai results preview`: what the closed parts of one agency come to, before anything is published. */
import { Command } from 'commander'
import { parseFiscalYear } from '#base/fiscal-year.ts'
import { getProvisionalScore } from '#modules/results/provisional.ts'
import type { NamedFigure, ProvisionalPart, ProvisionalScore } from '#modules/results/provisional-score.ts'
import { getRound } from '#modules/rounds/queries.ts'
import type { Text } from '#text/text.ts'
import { withDoorway } from './database.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { print } from './output.ts'

interface Options {
  readonly year: string
  readonly agency: string
  readonly json?: true
  readonly lang: Language
}

export function previewCommand(): Command {
  return new Command('preview')
    .description("an agency's provisional score: of its closed parts only")
    .requiredOption('--year <year>', 'fiscal year, such as 2569')
    .requiredOption('--agency <code>', 'the agency')
    .option('--json', 'as JSON')
    .addOption(languageOption())
    .action(async ({ year, agency, json, lang }: Options) => {
      const fiscalYear = parseFiscalYear(year)
      const score = await withDoorway(async ({ database: { query } }) =>
        getProvisionalScore(query, await getRound(query, fiscalYear), agency),
      )
      if (json) return print(JSON.stringify(score, null, 2))
      for (const line of linesOf(score, textOf(lang))) print(line)
    })
}

/** Figures first, names last, so that Thai marks upset no column. */
function linesOf(score: ProvisionalScore, text: Text): string[] {
  const { provisional: words, scoring, language } = text
  const { agency, fiscalYear: year, parts, instruments, total, rating, isProvisional } = score
  const line = (name: string, { score: own, reason }: Pick<NamedFigure, 'score' | 'reason'>, more = '') =>
    `${(own ?? '–').padStart(8)}  ${name}${more}${reason ? ` — ${reason[language]}` : ''}`
  const wholes = instruments.filter(({ id }) => !parts.some((part) => part.id === id))
  return [
    words.titleOf({ agency, year }),
    isProvisional ? words.means : words.isPublished,
    ...parts.map((part) => line(part.name[language], part, moreOf(part, text))),
    ...wholes.map((whole) => line(whole.name[language], whole)),
    line(scoring.names.total, total),
    ...(rating ? [`${words.rating}: ${rating.name[language]}`] : []),
  ]
}

function moreOf({ respondents, isUnderMinimum }: ProvisionalPart, { provisional: words }: Text): string {
  const notes = [
    ...(respondents === null ? [] : [words.respondents(respondents)]),
    ...(isUnderMinimum ? [words.underMinimum] : []),
  ]
  return notes.length > 0 ? ` (${notes.join(' · ')})` : ''
}
