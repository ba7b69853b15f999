/** Who and what the database tests play with: actors, a few agencies, and the rules of 2568. */
import { join } from 'node:path'
import type { Actor } from '#base/actor.ts'
import { recordScores } from '#modules/disclosure/record.ts'
import type { LoadedFramework } from '#modules/frameworks/framework.ts'
import { readFramework } from '#modules/frameworks/load.ts'
import { leafQuestions } from '#modules/frameworks/lookup.ts'
import { installReference } from '#modules/registry/install-reference.ts'
import { registerAgencies } from '#modules/registry/register-agencies.ts'
import { enrolAgencies } from '#modules/rounds/enrol.ts'
import { openRound } from '#modules/rounds/open.ts'
import type { Round } from '#modules/rounds/round.ts'
import { recordAnswers } from '#modules/surveys/record.ts'
import type { Context } from '#platform/context.ts'
import { frameworksRoot } from '#platform/paths.ts'

export const operator: Actor = { kind: 'operator', name: 'somchai' }

export const fiscalYear = 2568

export const reference = {
  types: [
    { code: 'department', name: { th: 'กรมหรือเทียบเท่า', en: 'Department or equivalent' } },
    { code: 'subdistrictOrganization', name: { th: 'องค์การบริหารส่วนตำบล', en: 'Subdistrict organization' } },
  ],
  ministries: [{ code: 'industry', name: { th: 'กระทรวงอุตสาหกรรม', en: 'Ministry of Industry' } }],
  provinces: [{ code: 'TH-20', name: { th: 'ชลบุรี', en: 'Chon Buri' } }],
}

export const agencies = [
  {
    code: 'RIVER',
    name: { th: 'กรมแม่น้ำ ๒', en: 'River Department 2' },
    type: 'department',
    ministry: 'industry',
  },
  { code: 'HILL', name: { th: 'อบต.เขา', en: 'Hill' }, type: 'subdistrictOrganization', province: 'TH-20' },
  { code: 'FIELD', name: { th: 'อบต.ทุ่ง', en: 'Field' }, type: 'subdistrictOrganization', province: 'TH-20' },
]

export function readRules(): Promise<LoadedFramework> {
  return readFramework(join(frameworksRoot, String(fiscalYear)))
}

export async function registerCast(context: Context): Promise<void> {
  await installReference(context, reference)
  await registerAgencies(context, agencies)
}

/** The round of 2568 with all agencies of the cast enrolled. */
export async function openCastRound(context: Context): Promise<Round> {
  await registerCast(context)
  const round = await openRound(context, await readRules())
  const enrolled = agencies.map(({ code }) => ({ agencyCode: code }))
  await enrolAgencies(context, { fiscalYear, agencies: enrolled })
  return round
}

/** Three respondents a part who choose the best option everywhere, or the worst; all items full. */
export async function answerAll(context: Context, agencyCode: string, mood: 'best' | 'worst'): Promise<void> {
  const { framework } = await readRules()
  await answerSurveys(context, agencyCode, mood)
  const scores = framework.disclosureItems.map(({ code }) => ({ agencyCode, itemCode: code, score: 100 }))
  await recordScores(context, { fiscalYear, scores })
}

/** Those respondents alone. */
export async function answerSurveys(
  context: Context,
  agencyCode: string,
  mood: 'best' | 'worst',
): Promise<void> {
  const { framework } = await readRules()
  for (const { part, instrument } of [
    { part: 'iit', instrument: 'iit' },
    { part: 'eitPublic', instrument: 'eit' },
    { part: 'eitSurvey', instrument: 'eit' },
  ] as const) {
    const columns = leafQuestions(framework, instrument)
    const row = Uint8Array.from(columns, ({ optionSet }) => {
      const scores = optionSet.options.map(({ score }) => score)
      return scores.indexOf(mood === 'best' ? Math.max(...scores) : Math.min(...scores))
    })
    const answers = [row, row, row]
    const answeredOn = '2025-06-30'
    await recordAnswers(context, {
      ...{ fiscalYear, agencyCode, part, answeredOn, answers },
      columns: columns.map(({ id }) => id),
    })
  }
}
