/** Secrets made by the machine. */
import { randomBytes } from 'node:crypto'

/** 192 random bits in hex. */
export function newSecret(): string {
  return randomBytes(24).toString('hex')
}
