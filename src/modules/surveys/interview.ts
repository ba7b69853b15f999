/** Interviews of EIT part 2: their states, how long one is held for review, and whom to call. Pure. */
import { Problem } from '#base/problem.ts'

/** The part of the year's survey that enumerators collect. */
export const interviewPart = 'eitSurvey'

/** `sentBack`: to be done again. `replaced`: sent back, and done again by another one. */
export type InterviewState = 'sent' | 'sentBack' | 'replaced'

export const callStates = ['toCall', 'noAnswer', 'refused', 'done'] as const
export type CallState = (typeof callStates)[number]

/** Somebody the agency has served, who may be called. */
export interface Contact {
  readonly name: string
  readonly phone: string
}

/** How long the supervisor may at least look before an interview joins the other answers. */
export const reviewHours = 24

/** Interviews that came before this moment have been held long enough. */
export function heldSince(now: Date): Date {
  return new Date(now.getTime() - reviewHours * 3_600_000)
}

/** By what people call an interview when they speak of it: the first eight digits of its hash. */
export function shortReference(interview: string): string {
  return `${interview.slice(0, 4)}-${interview.slice(4, 8)}`
}

const longestName = 200
const mostContacts = 2000
const phoneForm = /^\+?[\d\s()-]{5,30}$/

/**
 * A line a person: name, then telephone after a comma or a tab. Throws `interview.callListInvalid` with the lines to mend.
 */
export function readCallList(typed: string): Contact[] {
  const lines = typed.split(/\r?\n/).map((line, index) => ({ line: line.trim(), number: index + 1 }))
  const given = lines.filter(({ line }) => line !== '')
  const contacts = given.map(({ line, number }) => ({ ...readContact(line), number }))
  const wrong = contacts.filter(
    ({ name, phone }) => name === '' || name.length > longestName || !phoneForm.test(phone),
  )
  if (wrong.length > 0 || contacts.length > mostContacts) {
    const findings = wrong.map(({ number }) => ({
      code: 'interview.callLineInvalid',
      line: number,
      parameters: { line: number },
    }))
    throw Problem.ofFindings('interview.callListInvalid', findings, { most: mostContacts })
  }
  return contacts.map(({ name, phone }) => ({ name, phone }))
}

function readContact(line: string): Contact {
  const at = Math.max(line.lastIndexOf(','), line.lastIndexOf('\t'))
  if (at < 0) return { name: line, phone: '' }
  return { name: line.slice(0, at).trim(), phone: line.slice(at + 1).trim() }
}
