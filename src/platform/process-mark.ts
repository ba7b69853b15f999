/** Tells one process from any other, also from a later one that was given the same number. */
import { readFileSync } from 'node:fs'

export interface ProcessMark {
  readonly pid: number
  /** When it began, in the kernel's own terms; empty on machines that do not say. */
  readonly began: string
}

export function thisProcess(): ProcessMark {
  return { pid: process.pid, began: beganAt(process.pid) ?? '' }
}

/** Whether the marked process still runs. */
export function isSameProcess({ pid, began }: ProcessMark): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return beganAt(pid) === began || began === ''
}

/** The boot and the clock tick at which a process began; undefined for none, and for one dead but not yet buried. */
function beganAt(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    const [state = ''] = fields
    return state === 'Z' || state === 'X' ? undefined : `${boot} ${fields[19]}`
  } catch {
    return undefined
  }
}
