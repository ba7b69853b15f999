/** New ids (uuid v7, so rows of one kind stay together) and content hashes. */
import { hash } from 'node:crypto'
import { v7 } from 'uuid'

export function newId(): string {
  return v7()
}

/** The SHA-256 of a text in lower-case hex. */
export function contentHash(text: string): string {
  return hash('sha256', text)
}

/** Writes a JSON value in one way only (keys sorted, no spaces), so that equal values hash alike. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
  }
  return JSON.stringify(value)
}
