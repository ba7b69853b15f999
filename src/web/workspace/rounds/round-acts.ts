/** What the forms of a round's page do, by the name of the act; each answers with what it has done. */
import { closeRound } from '#modules/rounds/close.ts'
import { enrolAgencies } from '#modules/rounds/enrol.ts'
import { enrolAgenciesByType } from '#modules/rounds/enrol-by-type.ts'
import { extendPhase } from '#modules/rounds/extend.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import type { Acting } from '../working.ts'
import { readDay } from './day-field.ts'

type RoundAct = (asked: Acting, fiscalYear: number) => Promise<string>

const schedule: RoundAct = async ({ field, doAs }, fiscalYear) => {
  const phase = field('phase')
  const opensOn = readDay(field(`${phase}-opensOn`))
  const closesOn = readDay(field(`${phase}-closesOn`))
  const reason = field(`${phase}-reason`)
  await doAs((context) => schedulePhase(context, { fiscalYear, phase, opensOn, closesOn, reason }))
  return 'phaseScheduled'
}

const extend: RoundAct = async ({ field, doAs }, fiscalYear) => {
  const until = readDay(field('until'))
  const entry = {
    fiscalYear,
    phase: field('phase'),
    agencyCode: field('agency'),
    until,
    reason: field('reason'),
  }
  await doAs((context) => extendPhase(context, entry))
  return 'phaseExtended'
}

const enrol: RoundAct = async ({ field, form, doAs }, fiscalYear) => {
  const codes = field('codes')
    .split(/[\s,;]+/)
    .filter((code) => code !== '')
  const types = form.getAll('types').map(String)
  await doAs(async (context) => {
    if (types.length > 0) await enrolAgenciesByType(context, { fiscalYear, types })
    if (codes.length > 0 || types.length === 0) {
      await enrolAgencies(context, { fiscalYear, agencies: codes.map((agencyCode) => ({ agencyCode })) })
    }
  })
  return 'agenciesEnrolled'
}

const close: RoundAct = async ({ doAs }, fiscalYear) => {
  await doAs((context) => closeRound(context, fiscalYear))
  return 'roundClosed'
}

export const roundActs: Readonly<Record<string, RoundAct>> = { schedule, extend, enrol, close }
