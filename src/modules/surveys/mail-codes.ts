/**
 * Sends each address a one-time code of its own, straight to the mail server. Which address has which code is known in
 * memory alone, while the letters go out: no table, outbox, log or file holds an address.
 */
import type { Actor } from '#base/actor.ts'
import { Problem } from '#base/problem.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { inRandomOrder, randomHex } from '#platform/chance.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import type { DirectMail } from '#platform/mail.ts'
import { codeLetter } from './code-letter.ts'
import { getCurrentLink } from './links.ts'
import { settleMailedCodes } from './mail-codes-settle.ts'
import { makeCodes } from './make-codes.ts'
import type { WaitingRoom } from './waiting-room.ts'

export interface Mailing {
  readonly fiscalYear: number
  readonly agencyCode: string
  readonly part: string
  readonly room: WaitingRoom
  /** As `readAddresses` gives them. */
  readonly addresses: readonly string[]
  readonly mail: DirectMail
  /** Where people reach the service, without a slash at the end. */
  readonly baseUrl: string
  /** How many may have their turn now; all where left out. */
  readonly most?: number
  /** After so long no further letter is begun. */
  readonly milliseconds?: number
  readonly onProgress?: (done: number, total: number) => void
}

/** What became of a list; addresses by the alphabet. */
export interface MailedCodes {
  readonly sent: number
  /** The mail server will not deliver to them. */
  readonly refused: readonly string[]
  /** The mail server took no letter for them just now. */
  readonly failed: readonly string[]
  /** Those whose turn did not come. */
  readonly left: readonly string[]
  /** Whether the codes made for the others than `sent` are gone; where not, nobody knows them. */
  readonly areRevoked: boolean
}

/**
 * Makes the codes in one act, sends the letters when it is kept, and revokes in a second act those that did not leave.
 * Throws `mail.unreachable` before anything is made, and what `makeCodes` and `getCurrentLink` throw.
 */
export async function mailCodes(doorway: Doorway, actor: Actor, mailing: Mailing): Promise<MailedCodes> {
  const { mail, baseUrl, addresses, most = addresses.length } = mailing
  await mail.reach()
  const shuffled = inRandomOrder(addresses)
  const turn = shuffled.slice(0, turnSize(addresses.length, most))
  const { link, codes } = await act(doorway, actor, (context) => begin(context, mailing, turn.length))
  const pairs = turn.map((address, place) => ({ address, code: codes[place] ?? '' }))
  const send = ({ address, code }: Pair) =>
    mail.send(codeLetter(address, code, { link, baseUrl }), randomHex(16))
  const sending = await sendAll(pairs, { ...mailing, send, clock: doorway.clock })
  const unsent = [...sending.refused, ...sending.failed, ...sending.left]
  const settled = { ...mailing, sent: pairs.length - unsent.length, unsent: unsent.map(({ code }) => code) }
  const areRevoked = await act(doorway, actor, (context) => settleMailedCodes(context, settled)).then(
    () => true,
    () => false,
  )
  if (!areRevoked) doorway.log.warn('codes of letters that did not leave could not be revoked')
  const addressesOf = (some: readonly Pair[]) => some.map(({ address }) => address)
  return {
    ...{ sent: settled.sent, areRevoked },
    refused: addressesOf(sending.refused).sort(),
    failed: addressesOf(sending.failed).sort(),
    left: [...addressesOf(sending.left), ...shuffled.slice(turn.length)].sort(),
  }
}

/** Several turns are of one size: a last one of very few would narrow their codes down to them. */
function turnSize(count: number, most: number): number {
  return Math.ceil(count / Math.ceil(count / most))
}

async function begin(context: Context, { room, ...place }: Mailing, count: number) {
  const codes = await makeCodes(context, { ...place, room, count })
  const link = await getCurrentLink(
    context.transaction,
    await getRound(context.transaction, place.fiscalYear),
    place,
  )
  return { link, codes }
}

interface Pair {
  readonly address: string
  readonly code: string
}

interface Sending extends Pick<Mailing, 'milliseconds' | 'onProgress'> {
  readonly send: (pair: Pair) => Promise<void>
  readonly clock: () => Date
}

const atOnce = 4
/** After so many failures without one success between them the mail server is taken to be away. */
const patience = 8

/** Letters that began are waited for, whatever the time. */
async function sendAll(pairs: readonly Pair[], { send, clock, milliseconds, onProgress }: Sending) {
  const refused: Pair[] = []
  const failed: Pair[] = []
  const left: Pair[] = []
  const until = milliseconds === undefined ? Number.POSITIVE_INFINITY : clock().getTime() + milliseconds
  const waiting = pairs.values()
  let [done, inARow] = [0, 0]
  const post = async () => {
    for (const pair of waiting) {
      if (inARow >= patience || clock().getTime() >= until) {
        left.push(pair)
        continue
      }
      const outcome = await send(pair).then(() => 'sent' as const, failureOf)
      if (outcome === 'refused') refused.push(pair)
      if (outcome === 'failed') failed.push(pair)
      inARow = outcome === 'failed' ? inARow + 1 : 0
      done += 1
      onProgress?.(done, pairs.length)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, post))
  return { refused, failed, left }
}

function failureOf(error: unknown): 'refused' | 'failed' {
  return error instanceof Problem && error.code === 'mail.refused' ? 'refused' : 'failed'
}
