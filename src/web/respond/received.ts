/** Reads what a form, or a program, has sent. Pure. */
import { z } from 'zod'
import type { GivenAnswers } from '#modules/surveys/given-answers.ts'

export interface Received {
  readonly isJson: boolean
  readonly key: string
  readonly answers: GivenAnswers
  readonly oneTimeCode: string | undefined
  /** What a page computed in place of waiting; a program waits. */
  readonly proof?: string | undefined
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
  const { key = '', code, proof } = chosen
  return { isJson: false, key, answers: chosen, oneTimeCode: code, proof, chosen }
}

export function isJson(contentType: string): boolean {
  return mediaType(contentType) === 'application/json'
}

function mediaType(contentType: string): string | undefined {
  return contentType.split(';')[0]?.trim().toLowerCase()
}

/** What is there twice, and not the same, is as good as not there: nobody can tell which was meant. */
function readFields(body: string): Record<string, string> {
  const fields: Record<string, string> = Object.create(null)
  const torn: string[] = []
  for (const [name, value] of /[%+]/.test(body) ? new URLSearchParams(body) : plainPairs(body)) {
    if (fields[name] !== undefined && fields[name] !== value) torn.push(name)
    fields[name] = value
  }
  for (const name of torn) delete fields[name]
  return fields
}

/** As `URLSearchParams` reads it, several times as fast, where nothing is escaped: so come nearly all forms. */
function plainPairs(body: string): [string, string][] {
  const pairs = body.split('&').filter((pair) => pair !== '')
  return pairs.map((pair) => {
    const middle = pair.indexOf('=')
    return middle < 0 ? [pair, ''] : [pair.slice(0, middle), pair.slice(middle + 1)]
  })
}

function readJson(body: string): Received {
  try {
    const { key, answers, code } = json.parse(JSON.parse(body))
    return { isJson: true, key, answers, oneTimeCode: code, chosen: {} }
  } catch {
    return unreadableJson
  }
}
