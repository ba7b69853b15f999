/** The program's log: JSON lines about the machine, never about what a person answered or wrote. */
import pino from 'pino'

export type Log = pino.Logger

export function makeLog(level: string): Log {
  return pino({ level, base: null }, pino.destination(2))
}
