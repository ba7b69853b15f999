/** `prongsai surveys close`: closes a part, and tells the provisional score that the close produces. */
import { Command } from 'commander'
import { parseFiscalYear } from '#base/fiscal-year.ts'
import { Problem } from '#base/problem.ts'
import { getProvisionalScore } from '#modules/results/provisional.ts'
import type { ProvisionalScore } from '#modules/results/provisional-score.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { closeEndedParts } from '#modules/surveys/close-ended.ts'
import { closePart } from '#modules/surveys/close-part.ts'
import { makeWaitingRoom } from '#modules/surveys/waiting-room.ts'
import { readConfig } from '#platform/config.ts'
import { act } from '#platform/context.ts'
import { readSecret } from '#platform/secret.ts'
import type { Text } from '#text/text.ts'
import { withDoorway } from './database.ts'
import { languageOption, textOf } from './language.ts'
import { operator } from './operator.ts'
import { print } from './output.ts'
import { type PartOptions, yearOption } from './surveys-options.ts'

export function closeCommand(): Command {
  return new Command('close')
    .description('close a part for good; with --ended every part whose time is over')
    .option(...yearOption)
    .addOption(languageOption())
    .option('--agency <code>', 'the agency')
    .option('--part <part>', 'iit, eitPublic, eitSurvey or eit')
    .option('--ended', 'all parts that the calendar has ended, in every round')
    .action(close)
}

async function close({
  year,
  agency,
  part,
  ended,
  lang,
}: Partial<PartOptions> & { ended?: true }): Promise<void> {
  const config = readConfig()
  const room = makeWaitingRoom(readSecret(config), config.surveyGroup)
  const text = textOf(lang ?? 'th')
  const words = text.surveys.cli
  if (ended)
    return print(words.closedEnded({ count: await withDoorway((doorway) => closeEndedParts(doorway, room)) }))
  if (!year || !agency || !part) throw new Problem('invalid', 'survey.whichPart')
  const entry = { fiscalYear: parseFiscalYear(year), agencyCode: agency, part, room }
  const { closed, score } = await withDoorway(async (doorway) => {
    const closed = await act(doorway, operator(), (context) => closePart(context, entry))
    const { query } = doorway.database
    return {
      closed,
      score: await getProvisionalScore(query, await getRound(query, entry.fiscalYear), agency),
    }
  })
  const { answers, minimum } = closed
  print(words.closed({ agency, part, answers, ...(minimum !== null && { minimum }) }))
  for (const line of scoreLines(score, part, text)) print(line)
}

function scoreLines({ parts }: ProvisionalScore, part: string, { provisional, language }: Text): string[] {
  return parts
    .filter(({ id }) => id === part)
    .map(({ name, score, reason }) =>
      score === null
        ? provisional.cli.noPart({ name: name[language], reason: reason?.[language] ?? '' })
        : provisional.cli.part({ name: name[language], score }),
    )
}
