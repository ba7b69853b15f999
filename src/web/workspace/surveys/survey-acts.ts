/** What the forms of an agency's survey page do, by the name of the act; each answers with what it has done. */
import { Problem } from '#base/problem.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import { closePart } from '#modules/surveys/close-part.ts'
import { openLinks } from '#modules/surveys/open-links.ts'
import { revokeLink } from '#modules/surveys/revoke-link.ts'
import { setMode } from '#modules/surveys/set-mode.ts'
import { stateHeadcount } from '#modules/surveys/state-headcount.ts'
import { makeWaitingRoom } from '#modules/surveys/waiting-room.ts'
import type { Acting } from '../working.ts'

interface About {
  readonly fiscalYear: number
  readonly agencyCode: string
}

type SurveyAct = (asked: Acting, about: About) => Promise<string>

const headcount: SurveyAct = async ({ field, doAs }, about) => {
  const [staff, serviceUsers] = [readCount(field('staff')), readCount(field('serviceUsers'))]
  await doAs((context) => stateHeadcount(context, { ...about, staff, serviceUsers }))
  return 'headcountStated'
}

const open: SurveyAct = async ({ doAs }, about) => {
  await doAs((context) => openLinks(context, about))
  return 'linksOpened'
}

const revoke =
  (isReplaced: boolean): SurveyAct =>
  async ({ field, doAs }, about) => {
    await doAs((context) => revokeLink(context, { ...about, part: field('part'), isReplaced }))
    return isReplaced ? 'linkReplaced' : 'linkRevoked'
  }

const mode: SurveyAct = async ({ field, doAs }, about) => {
  const chosen = field('mode')
  if (chosen !== 'open' && chosen !== 'codes') throw new Problem('invalid', 'survey.modeUnknown')
  await doAs((context) => setMode(context, { ...about, part: field('part'), mode: chosen }))
  return 'modeSet'
}

const close: SurveyAct = async ({ field, doAs, accounts }, about) => {
  const room = makeWaitingRoom(accounts.secret)
  await doAs((context) => closePart(context, { ...about, part: field('part'), room }))
  return 'partClosed'
}

export const surveyActs: Readonly<Record<string, SurveyAct>> = {
  ...{ headcount, mode, close, openLinks: open },
  ...{ replaceLink: revoke(true), revokeLink: revoke(false) },
}

/** Undefined where nothing was typed; what is no number is refused by the verb. */
export function readCount(typed: string): number | undefined {
  const digits = toArabicDigits(typed).replace(/[,\s]/g, '')
  return digits === '' ? undefined : Number(digits)
}
