/** Reads the files that `prongsai score` is given, and tells everything wrong in all of them at once. */
import { readFile } from 'node:fs/promises'
import { type Finding, Problem } from '#base/problem.ts'
import { readItemScores } from '#modules/disclosure/scores-file.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { readPublishedIndicators, readPublishedInstruments } from '#modules/scoring/published-file.ts'
import type { ScoringInputs } from '#modules/scoring/score.ts'
import { readAnswers, surveyParts } from '#modules/surveys/answers-file.ts'
import type { PartTally } from '#modules/surveys/tally.ts'

/** Which option holds the answers of which survey part. */
export const answerOptions = {
  iit: '--iit',
  eitPublic: '--eit-public',
  eitSurvey: '--eit-survey',
  eit: '--eit',
}

type AnswerPart = keyof typeof answerOptions

/** File names by option. */
export interface ScoreFiles extends Partial<Record<AnswerPart, string>> {
  readonly oit?: string
  readonly indicators?: string
  readonly instruments?: string
}

type Read<T> = (content: Uint8Array, file: string) => T

/** Throws Problem('invalid', 'score.invalid') with the findings of all files, or for options that do not fit the year. */
export async function readScoreFiles(framework: Framework, files: ScoreFiles): Promise<ScoringInputs> {
  const findings: Finding[] = [...optionFindings(framework, files)]
  const read = async <T>(file: string | undefined, reader: Read<T>): Promise<T | undefined> => {
    if (file === undefined) return undefined
    try {
      return reader(await contentOf(file), file)
    } catch (error) {
      findings.push(...findingsOf(error))
      return undefined
    }
  }
  const tallies: Record<string, PartTally> = {}
  for (const part of partsGiven(files).filter((each) => surveyParts(framework).includes(each))) {
    const answers = await read(files[part], (content, file) =>
      readAnswers(content, { file, framework, part }),
    )
    if (answers) tallies[part] = answers.tally
  }
  const items = await read(files.oit, (content, file) => readItemScores(content, { file, framework }))
  const indicators = await read(files.indicators, (content, file) =>
    readPublishedIndicators(content, { file, framework }),
  )
  const instruments = await read(files.instruments, (content, file) =>
    readPublishedInstruments(content, { file, framework }),
  )
  if (findings.length > 0) throw Problem.ofFindings('score.invalid', findings, { count: findings.length })
  return {
    ...(Object.keys(tallies).length > 0 && { tallies }),
    ...(items && { items }),
    ...(indicators && { indicators }),
    ...(instruments && { instruments }),
  }
}

function partsGiven(files: ScoreFiles): AnswerPart[] {
  return (Object.keys(answerOptions) as AnswerPart[]).filter((part) => files[part] !== undefined)
}

/** Throws `file.unreadable`. */
export async function contentOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch {
    throw new Problem('invalid', 'file.unreadable', { file })
  }
}

function findingsOf(error: unknown): readonly Finding[] {
  if (!(error instanceof Problem)) throw error
  const { code, parameters, findings } = error
  return findings.length > 0 ? findings : [{ code, parameters }]
}

/** Options for parts that the year does not have, and pooled answers beside separate ones. */
function optionFindings(framework: Framework, files: ScoreFiles): Finding[] {
  const given = partsGiven(files)
  const fitting = surveyParts(framework)
  const optionOf = (part: string) => Object.entries(answerOptions).find(([id]) => id === part)?.[1] ?? part
  const year = framework.fiscalYear
  const strangers = given
    .filter((part) => !fitting.includes(part))
    .map((part): Finding => {
      const parameters = { option: optionOf(part), year, options: fitting.map(optionOf).join(', ') }
      return { code: 'score.partNotInYear', parameters }
    })
  const clashes = framework.instruments.flatMap(({ parts, pooledPart }): Finding[] => {
    const separate = parts.filter(({ id }) => given.some((part) => part === id))
    if (!pooledPart || separate.length === 0 || !given.some((part) => part === pooledPart.id)) return []
    const options = separate.map(({ id }) => optionOf(id)).join(', ')
    return [
      { code: 'score.pooledBesideParts', parameters: { pooled: optionOf(pooledPart.id), parts: options } },
    ]
  })
  return [...strangers, ...clashes]
}
