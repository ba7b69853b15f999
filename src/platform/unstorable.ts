/** Text that PostgreSQL cannot store, such as one with a NUL character: the sender's mistake, not an outage. */

/** character_not_in_repertoire and untranslatable_character. */
const codes: ReadonlySet<unknown> = new Set(['22021', '22P05'])

/** Whether an error, or what it was caused by, is PostgreSQL's refusal of such text. */
export function isUnstorable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && codes.has(error.code)) || isUnstorable(error.cause)
}
