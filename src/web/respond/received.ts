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
  key: z.string().catch(''),
  answers: z.record(z.string(), z.unknown()).catch({}),
  code: z.string().max(64).optional().catch(undefined),
})

const unreadableJson: Received = { isJson: true, key: '', answers: {}, oneTimeCode: undefined, chosen: {} }

/** Null for what is neither a form nor JSON; JSON that cannot be read has no key, and so is refused. */
export function readBody(body: string, contentType: string): Received | null {
  if (isJson(contentType)) return readJson(body)
  if (mediaType(contentType) !== 'application/x-www-form-urlencoded') return null
  const chosen = readFields(body)
  const { key = '', code, ...answers } = chosen
  return { isJson: false, key, answers, oneTimeCode: code, chosen }
}

export function isJson(contentType: string): boolean {
  return mediaType(contentType) === 'application/json'
}

function mediaType(contentType: string): string | undefined {
  return contentType.split(';')[0]?.trim().toLowerCase()
}

/** What is there twice, and not the same, is as good as not there: nobody can tell which was meant. */
function readFields(body: string): Record<string, string> {
  const fields = new Map<string, string | null>()
  for (const [name, value] of new URLSearchParams(body)) {
    fields.set(name, fields.has(name) && fields.get(name) !== value ? null : value)
  }
  return Object.fromEntries([...fields].flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
}

function readJson(body: string): Received {
  try {
    const { key, answers, code } = json.parse(JSON.parse(body))
    return { isJson: true, key, answers, oneTimeCode: code, chosen: {} }
  } catch {
    return unreadableJson
  }
}
