/** The second act of sending codes by mail: codes whose letters did not leave are revoked, and the sending is counted. */
import { and, eq, inArray } from 'drizzle-orm'
import { enterAgency } from '#modules/rounds/enter-agency.ts'
import { roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canMakeCodes } from './access.ts'
import { findPart } from './parts.ts'
import { surveyCodes } from './tables.ts'
import type { WaitingRoom } from './waiting-room.ts'

export interface SettledMailing {
  readonly fiscalYear: number
  readonly agencyCode: string
  readonly part: string
  readonly room: WaitingRoom
  /** How many letters the mail server took. */
  readonly sent: number
  /** The codes whose letters it did not take. */
  readonly unsent: readonly string[]
}

/**
 * A code that somebody has answered with stays: its letter did arrive, whatever the mail server said.
 * Throws `access.refused`, `round.notFound`, `round.notEnrolled` or `round.closed`.
 */
export async function settleMailedCodes(context: Context, settled: SettledMailing): Promise<void> {
  const { transaction } = context
  const { fiscalYear, part, room, sent, unsent } = settled
  const { round, place, role } = await enterAgency(context, canMakeCodes, settled)
  const found = await findPart(transaction, { roundId: round.id, agencyId: place.agencyId, part })
  if (found && unsent.length > 0) {
    const hashes = unsent.map((code) => room.hashCode(code))
    await transaction
      .delete(surveyCodes)
      .where(
        and(
          eq(surveyCodes.partId, found.id),
          eq(surveyCodes.isUsed, false),
          inArray(surveyCodes.hash, hashes),
        ),
      )
  }
  await recordEvent(context, {
    event: 'survey.codesMailed',
    role,
    subject: roundSubject(fiscalYear),
    details: { agency: place.code, part, sent, revoked: unsent.length },
  })
}
