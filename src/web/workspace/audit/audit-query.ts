/** What an auditor asks of the trail, as the address says it. */
import { endOfDay, startOfDay } from '#base/bangkok-day.ts'
import { Problem } from '#base/problem.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import type { EventQuery } from '#platform/audit-queries.ts'
import { readDay } from '../rounds/day-field.ts'

export const pageSize = 50

export interface AuditAddress {
  readonly event?: string | undefined
  readonly subject?: string | undefined
  readonly actor?: string | undefined
  /** Days as typed. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly before?: number | undefined
}

interface AuditQuestion {
  readonly asked: AuditAddress
  readonly query: Omit<EventQuery, 'limit' | 'actors'>
}

/** Throws `day.invalid` or `page.invalid`. */
export function readAuditQuery(parameters: URLSearchParams): AuditQuestion {
  const given = (name: string) => parameters.get(name)?.trim() || undefined
  const [event, subject, actor, from, to] = ['event', 'subject', 'actor', 'from', 'to'].map(given)
  const before = readNumber(given('before'))
  return {
    asked: { event, subject, actor, from, to, before },
    query: {
      ...{ event, subject, beforeNumber: before },
      from: from === undefined ? undefined : startOfDay(readDay(from)),
      to: to === undefined ? undefined : endOfDay(readDay(to)),
    },
  }
}

function readNumber(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined
  const digits = toArabicDigits(typed)
  if (!/^\d{1,15}$/.test(digits)) throw new Problem('invalid', 'page.invalid', { value: typed })
  return Number(digits)
}
