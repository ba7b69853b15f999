/** `prongsai audit verify | list`: says whether the trail of acts still holds, and shows what was done. */
import { Command } from 'commander'
import { endOfDay, startOfDay } from '#base/bangkok-day.ts'
import { Problem } from '#base/problem.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import { findPersonId } from '#modules/accounts/queries.ts'
import type { ChainCheck, ChainedEvent } from '#platform/audit-chain.ts'
import { type EventQuery, listEvents, verifyAudit } from '#platform/audit-queries.ts'
import type { Queryable } from '#platform/database.ts'
import { withDoorway } from './database.ts'
import { readDay } from './day.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { print } from './output.ts'

export function auditCommand(): Command {
  return new Command('audit')
    .description('the trail of acts: who did what, to what, when')
    .addCommand(verifyCommand())
    .addCommand(listCommand())
}

function verifyCommand(): Command {
  return new Command('verify')
    .description('verify that no event was changed, removed or moved')
    .option('--json', 'print the outcome as JSON')
    .addOption(languageOption())
    .action(async ({ json, lang }: { json?: boolean; lang: Language }) => {
      const check = await withDoorway(({ database }) => verifyAudit(database.query))
      if (json) print(JSON.stringify(check, null, 2))
      else for (const line of checkLines(check, lang)) print(line)
      if (!check.isWhole) process.exitCode = 1
    })
}

function checkLines({ isWhole, count, hash, faults }: ChainCheck, lang: Language): string[] {
  const text = textOf(lang).audit
  if (isWhole) return [text.whole({ count, hash })]
  return [
    text.broken({ faults: faults.length, count }),
    ...faults.map(({ kind, number, through }) =>
      through === undefined ? text.faults[kind]({ number }) : text.missingRun({ number, through }),
    ),
  ]
}

interface ListOptions {
  readonly event?: string
  readonly subject?: string
  readonly actor?: string
  readonly from?: string
  readonly to?: string
  readonly before?: string
  readonly limit: string
  readonly json?: boolean
  readonly lang: Language
}

function listCommand(): Command {
  return new Command('list')
    .description('list events, newest first')
    .option('--event <event>', 'only these, such as results.published')
    .option('--subject <subject>', 'only what was done to this, such as round:2568')
    .option(
      '--actor <actor>',
      'only what this person did, by e-mail or id, or this program or operator, by name',
    )
    .option('--from <day>', 'only from this day on, such as 2569-03-01, 1/3/2569 or 2026-03-01')
    .option('--to <day>', 'only to the end of this day, in Bangkok')
    .option('--before <number>', 'only events with a lower number')
    .option('--limit <count>', 'at most so many', '50')
    .option('--json', 'print the events as JSON, with their hashes')
    .addOption(languageOption())
    .action(list)
}

async function list({ event, subject, actor, json, lang, ...limits }: ListOptions): Promise<void> {
  const query = { event, subject, ...readLimits(limits) }
  const events = await withDoorway(async ({ database: { query: db } }) =>
    listEvents(db, { ...query, actors: await findActors(db, actor) }),
  )
  if (json) return print(JSON.stringify(events, null, 2))
  if (events.length === 0) print(textOf(lang).audit.none)
  for (const line of events.map(eventLine)) print(line)
}

type Limits = Pick<ListOptions, 'before' | 'from' | 'to' | 'limit'>

function readLimits({ before, from, to, limit }: Limits): Omit<EventQuery, 'actors'> {
  return {
    from: from === undefined ? undefined : startOfDay(readDay('--from', from)),
    to: to === undefined ? undefined : endOfDay(readDay('--to', to)),
    beforeNumber: before === undefined ? undefined : parseCount('--before', before, Number.MAX_SAFE_INTEGER),
    limit: parseCount('--limit', limit, 10_000),
  }
}

/** The trail keeps the ids of people, never their e-mails. */
async function findActors(db: Queryable, typed: string | undefined): Promise<string[] | undefined> {
  if (typed === undefined) return undefined
  const id = await findPersonId(db, typed)
  return id === undefined ? [typed] : [typed, id]
}

function parseCount(option: string, value: string, most: number): number {
  const digits = toArabicDigits(value.trim())
  const count = Number(digits)
  if (!/^\d+$/.test(digits) || count < 1 || count > most) {
    throw new Problem('invalid', 'audit.numberInvalid', { option, value, most })
  }
  return count
}

/** Codes and times as they are hashed; a control character that someone wrote in is not let through to the terminal. */
function eventLine({
  number,
  at,
  actorKind,
  actorName,
  role,
  event,
  subject,
  details,
}: ChainedEvent): string {
  const actor = [actorKind, actorName, role].filter((part) => part !== null).join(':')
  const line = [number, at.toJSON(), actor, event, subject, JSON.stringify(details)].join('  ')
  return line.replace(/\p{Cc}/gu, '\u{fffd}')
}
