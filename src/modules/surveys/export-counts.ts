/** Gives an agency its counts as a file: of each closed part and day, and once published how often each option was chosen. */
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { getEnrolledPlace } from '#modules/rounds/enrolled-place.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { type Round, roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { type Row, writeCsv } from '#platform/table-file/write-table.ts'
import { en } from '#text/en.ts'
import { canExportCounts } from './access.ts'
import { formatTypes, type SurveyFormat } from './export-file.ts'
import { answerColumns } from './packed-answers.ts'
import { getProgress, surveyPartIds } from './progress.ts'
import { countAnswers } from './queries.ts'
import { countDays, listSettled } from './settled.ts'
import { withholdSmall } from './small-groups.ts'
import type { PartTally } from './tally.ts'

export interface CountsExport {
  readonly fiscalYear: number
  readonly agencyCode: string
  readonly format: SurveyFormat
  /** Whether the round's results are public; only then options are counted. */
  readonly isPublished: (db: Queryable, round: Round) => Promise<boolean>
}

export interface CountsFile {
  /** Such as "survey-counts-2569-DEMO.csv". */
  readonly name: string
  readonly contentType: string
  readonly content: string
}

interface ExportedPart {
  readonly part: string
  readonly count: number
  readonly minimum: number | null
  readonly days: readonly { readonly day: string; readonly count: number }[]
  /** Null before publication. In a count's place null where fewer than five people would be shown. */
  readonly options:
    | readonly {
        readonly question: string
        readonly scores: readonly number[]
        readonly counts: readonly (number | null)[]
      }[]
    | null
}

/** Throws `access.refused`, `round.notFound`, `round.notEnrolled`, or `survey.exportSealed` where no part is closed. */
export async function exportCounts(context: Context, entry: CountsExport): Promise<CountsFile> {
  const { transaction, actor } = context
  const { fiscalYear, format } = entry
  const round = await getRound(transaction, fiscalYear)
  const place = await getEnrolledPlace(transaction, round, entry.agencyCode)
  const role = authorize(actor, canExportCounts, place)
  const isPublished = await entry.isPublished(transaction, round)
  const parts = await readParts(transaction, round, { ...place, isPublished })
  if (parts.length === 0) {
    throw new Problem('conflict', 'survey.exportSealed', { agency: place.code, year: fiscalYear })
  }
  await recordEvent(context, {
    event: 'survey.countsExported',
    role,
    subject: roundSubject(fiscalYear),
    details: { agency: place.code, format, parts: parts.length },
  })
  const content =
    format === 'csv'
      ? writeCsv(rowsOf(place.code, parts))
      : JSON.stringify({ fiscalYear, agency: place.code, parts })
  const name = `survey-counts-${fiscalYear}-${place.code.replace(/[^\w-]/g, '_')}.${format}`
  return { name, contentType: formatTypes[format], content }
}

interface Agency {
  readonly agencyId: string
  readonly code: string
  readonly isPublished: boolean
}

async function readParts(
  db: Queryable,
  round: Round,
  { agencyId, code, isPublished }: Agency,
): Promise<ExportedPart[]> {
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const progress = await getProgress(db, { fiscalYear: round.fiscalYear, agencyCode: code })
  const settled = await listSettled(db, round, [agencyId])
  const tallies = (await countAnswers(db, { roundId: round.id, framework, agencyIds: [agencyId] })).get(
    agencyId,
  )
  return surveyPartIds(framework).flatMap((part) => {
    const own = progress[part]
    const days = [...countDays(settled.find((one) => one.part === part)?.answers ?? [])]
    if (!own || (!own.isClosed && days.length === 0)) return []
    const tally = isPublished ? tallies?.[part] : undefined
    return [
      {
        ...{ part, count: own.count, minimum: own.minimum },
        days: days.map(([day, count]) => ({ day, count })),
        options: tally ? optionsOf(framework, part, tally) : null,
      },
    ]
  })
}

function optionsOf(framework: Framework, part: string, { counts }: PartTally) {
  return (answerColumns(framework, part) ?? []).flatMap(({ id, optionSet }) => {
    const own = counts[id]
    const scores = optionSet.options.map(({ score }) => score)
    return own ? [{ question: id, scores, counts: withholdSmall(own) }] : []
  })
}

const header = ['agency', 'part', 'day', 'question', 'option_score', 'count', 'minimum', 'note']

function rowsOf(agency: string, parts: readonly ExportedPart[]): Row[] {
  const { withheld } = en.surveysWork.exports
  const own = parts.flatMap(({ part, count, minimum, days, options }): Row[] => [
    [agency, part, null, null, null, String(count), minimum === null ? null : String(minimum), null],
    ...days.map(({ day, count: ofDay }): Row => [agency, part, day, null, null, String(ofDay), null, null]),
    ...(options ?? []).flatMap(({ question, scores, counts }) =>
      scores.map((score, place): Row => {
        const chosen = counts[place] ?? null
        const note = chosen === null ? withheld : null
        return [
          agency,
          part,
          null,
          question,
          String(score),
          chosen === null ? null : String(chosen),
          null,
          note,
        ]
      }),
    ),
  ])
  return [header, ...own]
}
