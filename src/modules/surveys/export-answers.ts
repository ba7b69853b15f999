/** Gives the centre the answers of closed parts as a file: part, day and options, and nothing else there is. */
import { inBatches } from '#base/batches.ts'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { getEnrolledPlace } from '#modules/rounds/enrolled-place.ts'
import { getRound, listEnrolledAgencies } from '#modules/rounds/queries.ts'
import { type Round, roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { writeCsv } from '#platform/table-file/write-table.ts'
import { en } from '#text/en.ts'
import { canExportAnswers } from './access.ts'
import { moreCsv, type SurveyFormat } from './export-file.ts'
import type { DatedAnswer } from './mixed-answers.ts'
import { answerColumns } from './packed-answers.ts'
import { surveyPartIds } from './progress.ts'
import { listSettled } from './settled.ts'
import { fewestShown } from './small-groups.ts'

export interface AnswersExport {
  readonly fiscalYear: number
  /** One agency; all of the round without it. */
  readonly agencyCode?: string | undefined
  readonly format: SurveyFormat
  /** Takes the file piece by piece; the next piece is made when it is done. */
  readonly write: (piece: string) => void | Promise<void>
}

export interface AnswersExported {
  readonly answers: number
  /** Parts of agencies answered by fewer than five people; the file says so too. */
  readonly leftOut: number
}

const agenciesAtOnce = 100

/** Throws `access.refused`, `round.notFound`, `round.notEnrolled`, or `survey.exportSealed` where no part is closed. */
export async function exportAnswers(context: Context, entry: AnswersExport): Promise<AnswersExported> {
  const { transaction, actor } = context
  const { fiscalYear, agencyCode, format, write } = entry
  const round = await getRound(transaction, fiscalYear)
  const place = agencyCode === undefined ? null : await getEnrolledPlace(transaction, round, agencyCode)
  const role = authorize(actor, canExportAnswers, place ?? undefined)
  const agencies = place
    ? [{ id: place.agencyId, code: place.code }]
    : await listEnrolledAgencies(transaction, round)
  const { framework } = await getPinnedFramework(transaction, round.frameworkHash)
  const writer = makeWriter(framework, { fiscalYear, format, frameworkHash: round.frameworkHash })
  await write(writer.begin())
  for (const batch of inBatches(agencies, agenciesAtOnce)) {
    for (const part of await readParts(transaction, round, batch)) await write(writer.add(part))
  }
  const { answers, leftOut } = writer.counts()
  if (answers === 0 && leftOut === 0) {
    throw new Problem('conflict', 'survey.exportSealed', { agency: place?.code ?? '', year: fiscalYear })
  }
  await write(writer.end())
  await recordEvent(context, {
    event: 'survey.answersExported',
    role,
    subject: roundSubject(fiscalYear),
    details: { ...(place && { agency: place.code }), format, answers, leftOut },
  })
  return { answers, leftOut }
}

interface StoredPart {
  readonly agency: string
  readonly part: string
  /** Those of a day in no order. */
  readonly answers: readonly DatedAnswer[]
}

interface EnrolledCode {
  readonly id: string
  readonly code: string
}

async function readParts(
  db: Queryable,
  round: Round,
  agencies: readonly EnrolledCode[],
): Promise<StoredPart[]> {
  const codes = new Map(agencies.map(({ id, code }) => [id, code]))
  const settled = await listSettled(db, round, [...codes.keys()])
  return settled.map(({ agencyId, part, answers }) => ({ agency: codes.get(agencyId) ?? '', part, answers }))
}

interface About {
  readonly fiscalYear: number
  readonly format: SurveyFormat
  readonly frameworkHash: string
}

interface Shape {
  begin(): string
  /** `isFirst`: no answers stand before them. */
  add(rows: readonly AnswerRow[], isFirst: boolean): string
  leaveOut(part: Omit<StoredPart, 'answers'>): string
  end(leftOut: readonly Omit<StoredPart, 'answers'>[]): string
}

interface AnswerRow {
  readonly agency: string
  readonly part: string
  readonly day: string
  readonly options: Readonly<Record<string, number>>
}

function makeWriter(framework: Framework, about: About) {
  const shape = about.format === 'csv' ? csvShape(framework) : jsonShape(about)
  const readers = new Map(
    surveyPartIds(framework).map((part) => [part, scoreReader(framework, part)] as const),
  )
  const leftOut: Omit<StoredPart, 'answers'>[] = []
  let answers = 0
  return {
    begin: () => shape.begin(),
    add: ({ agency, part, answers: stored }: StoredPart): string => {
      if (stored.length < fewestShown) {
        leftOut.push({ agency, part })
        return shape.leaveOut({ agency, part })
      }
      const read = readers.get(part)
      const rows = stored.map(({ day, packed }) => ({ agency, part, day, options: read?.(packed) ?? {} }))
      answers += rows.length
      return shape.add(rows, answers === rows.length)
    },
    end: () => shape.end(leftOut),
    counts: (): AnswersExported => ({ answers, leftOut: leftOut.length }),
  }
}

function csvShape(framework: Framework): Shape {
  const questions = [...new Set(surveyPartIds(framework).flatMap((part) => columnIds(framework, part)))]
  const cell = (score: number | undefined) => (score === undefined ? null : String(score))
  return {
    begin: () => writeCsv([['agency', 'part', 'day', 'note', ...questions]]),
    add: (rows) =>
      moreCsv(
        rows.map(({ agency, part, day, options }) => [
          ...[agency, part, day, null],
          ...questions.map((question) => cell(options[question])),
        ]),
      ),
    leaveOut: ({ agency, part }) => {
      const { tooFew } = en.surveysWork.exports
      return moreCsv([[agency, part, null, tooFew, ...questions.map(() => null)]])
    },
    end: () => '',
  }
}

function jsonShape({ fiscalYear, frameworkHash }: About): Shape {
  const head = JSON.stringify({ fiscalYear, framework: frameworkHash })
  return {
    begin: () => `${head.slice(0, -1)},"answers":[`,
    add: (rows, isFirst) => (isFirst ? '' : ',') + rows.map((row) => JSON.stringify(row)).join(','),
    leaveOut: () => '',
    end: (leftOut) => `],"leftOut":${JSON.stringify(leftOut)}}\n`,
  }
}

const columnIds = (framework: Framework, part: string): string[] =>
  (answerColumns(framework, part) ?? []).map(({ id }) => id)

/** Each option by its score, as the import of answers takes it; what was not asked is absent. */
function scoreReader(framework: Framework, part: string): (packed: string) => Record<string, number> {
  const columns = (answerColumns(framework, part) ?? []).map(({ id, optionSet }) => ({
    id,
    scores: optionSet.options.map(({ score }) => score),
  }))
  return (packed) =>
    Object.fromEntries(
      columns.flatMap(({ id, scores }, place) => {
        const score = scores[Number(packed[place])]
        return score === undefined ? [] : [[id, score] as const]
      }),
    )
}
