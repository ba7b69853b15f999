/** An agency as others see it: its code, its names, and the groups it belongs to. */
import type { Words } from '#base/words.ts'

/** Letters, digits and hyphens; it stands in addresses. */
export const agencyCodePattern = /^[A-Za-z0-9]([A-Za-z0-9-]{0,38}[A-Za-z0-9])?$/

export type AgencySize = 'S' | 'M' | 'L'

export interface Group {
  readonly code: string
  readonly name: Words
}

export interface Agency {
  readonly id: string
  readonly code: string
  readonly name: Words
  readonly type: Group
  readonly ministry: Group | null
  readonly province: Group | null
  readonly website: string | null
  /** Made up for the demo; shown as such wherever it appears. */
  readonly isImaginary: boolean
}

/** How the audit log names an agency. */
export function agencySubject(code: string): string {
  return `agency:${code}`
}
