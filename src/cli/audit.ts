/** `prongsai audit verify | list`: says whether the trail of acts still holds, and shows what was done. */
import { Command } from 'commander'
import { Problem } from '#base/problem.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import type { ChainCheck, ChainedEvent } from '#platform/audit-chain.ts'
import { listEvents, verifyAudit } from '#platform/audit-queries.ts'
import { withDoorway } from './database.ts'
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
    .option('--before <number>', 'only events with a lower number')
    .option('--limit <count>', 'at most so many', '50')
    .option('--json', 'print the events as JSON, with their hashes')
    .addOption(languageOption())
    .action(list)
}

async function list({ event, subject, before, limit, json, lang }: ListOptions): Promise<void> {
  const query = {
    event,
    subject,
    beforeNumber: before === undefined ? undefined : parseCount('--before', before, Number.MAX_SAFE_INTEGER),
    limit: parseCount('--limit', limit, 10_000),
  }
  const events = await withDoorway(({ database }) => listEvents(database.query, query))
  if (json) return print(JSON.stringify(events, null, 2))
  if (events.length === 0) print(textOf(lang).audit.none)
  for (const line of events.map(eventLine)) print(line)
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
