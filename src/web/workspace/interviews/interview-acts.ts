/** What the forms of the progress page do, by the name of the act; each answers with what it has done. */

import { toArabicDigits } from '#base/thai-text.ts'
import { assignInterviews } from '#modules/surveys/assign-interviews.ts'
import { endAssignment } from '#modules/surveys/end-assignment.ts'
import { readCallList } from '#modules/surveys/interview.ts'
import { makeInterviewDesk } from '#modules/surveys/interview-desk.ts'
import { sendBackInterview } from '#modules/surveys/send-back-interview.ts'
import type { Acting } from '../working.ts'

type InterviewAct = (asked: Acting, fiscalYear: number) => Promise<string>

const assign: InterviewAct = async ({ field, doAs, accounts }, fiscalYear) => {
  const entry = {
    ...{ fiscalYear, agencyCode: field('agency'), enumerator: field('enumerator') },
    quota: readCount(field('quota')),
    contacts: readCallList(field('callList')),
    desk: makeInterviewDesk(accounts.secret),
  }
  await doAs((context) => assignInterviews(context, entry))
  return 'interviewsAssigned'
}

const end: InterviewAct = async ({ field, doAs }) => {
  await doAs((context) => endAssignment(context, field('assignment')))
  return 'assignmentEnded'
}

const sendBack: InterviewAct = async ({ field, doAs }) => {
  const interview = field('interview')
  await doAs((context) => sendBackInterview(context, { interview, reason: field(`${interview}-reason`) }))
  return 'interviewSentBack'
}

export const interviewActs: Readonly<Record<string, InterviewAct>> = { assign, end, sendBack }

/** Whatever is no whole number becomes none that the verb takes. */
function readCount(typed: string): number {
  const digits = toArabicDigits(typed)
  return /^\d{1,6}$/.test(digits) ? Number(digits) : Number.NaN
}
