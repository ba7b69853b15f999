/**
 * Proof of work, in place of waiting, at a link that is flooded: a browser computes for a second or a few. One holds for
 * one form, whose key counts once, at one link; so nothing need be remembered of it.
 */
import { type Challenge, createChallenge, type Payload, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { type Context, Hono } from 'hono'
import { isFormKey } from '#modules/surveys/submit.ts'
import { limitBytes } from '#platform/body-limit.ts'
import type { Secret } from '#platform/secret.ts'
import type { FindLink } from './answer.ts'

export interface ProvedForm {
  /** Of the link. */
  readonly code: string
  /** Of the form. */
  readonly key: string
}

export interface Proofs {
  challenge(form: ProvedForm): Promise<Challenge>
  /** `proof` as the page's script sends it: challenge and solution as JSON in base64. */
  hold(proof: string, form: ProvedForm): Promise<boolean>
}

/** About 256 tries of 5,000 rounds each: 0.3 s on a computer of today, some seconds on an old telephone. */
const effort = { algorithm: 'PBKDF2/SHA-256', cost: 5000, keyPrefix: '00' }
const validMilliseconds = 10 * 60_000

/** A form's key and its name, and no more. */
const longestAsked = 64
const tooLong = (c: Context) => c.body(null, 413)

export function makeProofs(secret: Secret): Proofs {
  const hmacSignatureSecret = secret.deriveKey('survey-proofs').toString('hex')
  return {
    challenge: ({ code, key }) =>
      createChallenge({
        ...effort,
        ...{ deriveKey, hmacSignatureSecret, data: { code, key } },
        expiresAt: new Date(Date.now() + validMilliseconds),
      }),
    hold: async (proof, { code, key }) => {
      const payload = readPayload(proof)
      const { data } = payload?.challenge?.parameters ?? {}
      if (!payload || data?.code !== code || data.key !== key) return false
      const { challenge, solution } = payload
      return verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret }).then(
        ({ verified }) => verified,
        () => false,
      )
    },
  }
}

/** What the page of a flooded link asks for, once it may compute. The key stands in no address, which others may log. */
export function proofRoutes(proofs: Proofs, findLink: FindLink): Hono {
  return new Hono().post('/go/:survey{iit|eit}/:code/proof', limitBytes(longestAsked, tooLong), async (c) => {
    const { survey, code } = c.req.param()
    const link = await findLink(code, survey)
    if (!link) return c.body(null, 404)
    const { key } = await c.req.parseBody()
    if (typeof key !== 'string' || !isFormKey(key)) return c.body(null, 400)
    return c.json(await proofs.challenge({ code: link.code, key }), 200, { 'Cache-Control': 'no-store' })
  })
}

/** As far as it can be read; what it says is trusted by its signature alone. */
function readPayload(proof: string): Payload | undefined {
  try {
    return JSON.parse(Buffer.from(proof, 'base64').toString('utf8')) ?? undefined
  } catch {
    return undefined
  }
}
