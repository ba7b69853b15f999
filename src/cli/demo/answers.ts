/** Puts the demo's answers and item scores in: reconstructed ones from files, imaginary ones made up. */
import { readFile } from 'node:fs/promises'
import { recordScores } from '#modules/disclosure/record.ts'
import { readItemScores } from '#modules/disclosure/scores-file.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { readAnswers } from '#modules/surveys/answers-file.ts'
import { answerColumns } from '#modules/surveys/packed-answers.ts'
import { recordAnswers } from '#modules/surveys/record.ts'
import type { Context } from '#platform/context.ts'
import { generateAnswers } from '../../../seeds/demo/generate.ts'
import { demoFile, type ImaginaryAgency } from './cast.ts'

const answeredOn = '2025-06-30'

const answerFiles = { iit: 'iit.csv', eitPublic: 'eit-public.csv', eitSurvey: 'eit-survey.csv' }

/** Answers that give an agency's published scores exactly. */
export async function recordReconstructed(
  context: Context,
  framework: Framework,
  agencyCode: string,
): Promise<void> {
  const { fiscalYear } = framework
  const folder = `${agencyCode.toLowerCase()}-${fiscalYear}`
  for (const [part, name] of Object.entries(answerFiles)) {
    const file = demoFile(folder, name)
    const read = readAnswers(await readFile(file), { file, framework, part })
    const { columns, answers } = read
    await recordAnswers(context, { fiscalYear, agencyCode, part, answeredOn, columns, answers })
  }
  const file = demoFile(folder, 'oit.csv')
  const scores = readItemScores(await readFile(file), { file, framework })
  await recordScores(context, {
    fiscalYear,
    scores: Object.entries(scores).map(([itemCode, score]) => ({ agencyCode, itemCode, score })),
  })
}

export async function recordImaginary(
  context: Context,
  framework: Framework,
  agencies: readonly ImaginaryAgency[],
): Promise<void> {
  for (const agency of agencies) await recordSurveys(context, framework, agency)
  await recordScores(context, {
    fiscalYear: framework.fiscalYear,
    scores: agencies.flatMap(({ code, itemsMissed }) =>
      (itemsMissed ? framework.disclosureItems : []).map(({ code: itemCode }) => ({
        agencyCode: code,
        itemCode,
        score: itemsMissed?.includes(itemCode) ? 0 : 100,
      })),
    ),
  })
}

async function recordSurveys(
  context: Context,
  framework: Framework,
  { code, seed, answers }: ImaginaryAgency,
): Promise<void> {
  for (const [index, [part, { respondents, aim }]] of Object.entries(answers).entries()) {
    const columns = answerColumns(framework, part) ?? []
    const options = columns.map(({ optionSet }) => optionSet.options.map(({ score }) => score))
    await recordAnswers(context, {
      fiscalYear: framework.fiscalYear,
      agencyCode: code,
      part,
      answeredOn,
      columns: columns.map(({ id }) => id),
      answers: generateAnswers(options, { seed: seed * 10 + index, respondents, aim }),
    })
  }
}
