/** Makes one-time codes for a part. They are given out here once: only their hashes are kept. */

import { Problem } from '#base/problem.ts'
import { roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import { randomText } from '#platform/chance.ts'
import type { Context } from '#platform/context.ts'
import { canMakeCodes } from './access.ts'
import { enterSurveying } from './enter-surveying.ts'
import { codeAlphabet, oneTimeCodeLength } from './link.ts'
import { lockPart } from './parts.ts'
import { surveyCodes } from './tables.ts'
import type { WaitingRoom } from './waiting-room.ts'

export interface CodesEntry {
  readonly fiscalYear: number
  readonly agencyCode: string
  readonly part: string
  /** 1 to 5,000 at a time. */
  readonly count: number
  readonly room: WaitingRoom
}

export const mostCodes = 5000

/**
 * The codes in random order. Throws `access.refused`, `round.notFound`, `round.closed`, `round.notEnrolled`, `round.phaseNotOpen`,
 * `survey.notByCodes` where the part is not answered by codes, `survey.partClosed`, or `survey.codeCount`.
 */
export async function makeCodes(context: Context, entry: CodesEntry): Promise<readonly string[]> {
  const { transaction } = context
  const { fiscalYear, agencyCode, part, count, room } = entry
  const { round, place, role } = await enterSurveying(context, canMakeCodes, entry)
  if (!Number.isInteger(count) || count < 1 || count > mostCodes) {
    throw new Problem('invalid', 'survey.codeCount', { most: mostCodes })
  }
  const found = await lockPart(transaction, { roundId: round.id, agencyId: place.agencyId, part })
  if (found?.mode !== 'codes')
    throw new Problem('conflict', 'survey.notByCodes', { agency: agencyCode, part })
  if (found.isClosed) throw new Problem('closed', 'survey.partClosed', { closes: '' })
  const codes = Array.from({ length: count }, () => randomText(codeAlphabet, oneTimeCodeLength))
  const rows = codes.map((code) => ({ hash: room.hashCode(code), partId: found.id }))
  await transaction
    .insert(surveyCodes)
    .values(rows.sort((a, b) => Buffer.compare(a.hash, b.hash)))
    .catch(refuseSilently)
  await recordEvent(context, {
    event: 'survey.codesMade',
    role,
    subject: roundSubject(fiscalYear),
    details: { agency: place.code, part, count },
  })
  return codes
}

/** What the database says of a failed statement lists its values, which belong in no log. */
function refuseSilently(): never {
  throw new Problem('unavailable', 'service.unavailable')
}
