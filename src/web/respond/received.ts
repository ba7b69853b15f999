/** Reads what a form, or a program, has sent. Pure. */
import { z } from 'zod'
import type { GivenAnswers } from '#modules/surveys/given-answers.ts'

export interface Received {
  readonly isJson: boolean
  readonly key: string
  readonly answers: GivenAnswers
  readonly oneTimeCode: string | undefined
  /** What a form had chosen, to be shown again; empty for a program. */
  readonly chosen: Readonly<Record<string, string>>
}

const json = z.object({
  key: z.string(),
  answers: z.record(z.string(), z.union([z.number(), z.string()])),
  code: z.string().max(64).optional(),
})

const unreadableJson: Received = { isJson: true, key: '', answers: {}, oneTimeCode: undefined, chosen: {} }

/** Null for what is neither a form nor JSON; JSON that cannot be read has no key, and so is refused. */
export function readBody(body: string, contentType: string): Received | null {
  const type = contentType.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/json') return readJson(body)
  if (type !== 'application/x-www-form-urlencoded') return null
  const chosen = Object.fromEntries(new URLSearchParams(body))
  const { key = '', code, ...answers } = chosen
  return { isJson: false, key, answers, oneTimeCode: code, chosen }
}

function readJson(body: string): Received {
  try {
    const { key, answers, code } = json.parse(JSON.parse(body))
    return { isJson: true, key, answers, oneTimeCode: code, chosen: {} }
  } catch {
    return unreadableJson
  }
}
