/** `prongsai accounts list`: who has an account, with which roles. */
import { Command } from 'commander'
import { Problem } from '#base/problem.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import { type ListedPerson, listPeople } from '#modules/accounts/people.ts'
import { getAgencyByCode } from '#modules/registry/queries.ts'
import type { Text } from '#text/text.ts'
import { withDoorway } from './database.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { operator } from './operator.ts'
import { print } from './output.ts'

interface ListOptions {
  readonly search?: string
  readonly agency?: string
  readonly page: string
  readonly pageSize: string
  readonly json?: boolean
  readonly lang: Language
}

export function listCommand(): Command {
  return new Command('list')
    .description('list people with their roles')
    .option('--search <text>', 'part of a name or an e-mail')
    .option('--agency <code>', 'only those with a role there')
    .option('--page <number>', 'this page', '1')
    .option('--page-size <count>', 'so many on a page', '50')
    .option('--json', 'print a JSON array')
    .addOption(languageOption())
    .action(list)
}

async function list({ search, agency, page, pageSize, json, lang }: ListOptions): Promise<void> {
  const asked = {
    number: parseCount('--page', page, 1_000_000),
    size: parseCount('--page-size', pageSize, 10_000),
  }
  const { people, total } = await withDoorway(async ({ database: { query } }) => {
    const agencyId = agency === undefined ? undefined : (await getAgencyByCode(query, agency)).id
    return listPeople(query, operator(), { search, agencyId, page: asked })
  })
  if (json) return print(JSON.stringify(people, null, 2))
  const text = textOf(lang)
  if (total === 0) return print(text.accounts.none)
  for (const person of people) print(personLine(person, text))
  print(text.accounts.page({ page: asked.number, pages: Math.ceil(total / asked.size), total }))
}

function personLine({ name, email, disabledAt, grants }: ListedPerson, text: Text): string {
  const held = grants.map(({ role, agency }) => `${text.roles[role]}${agency ? ` (${agency.code})` : ''}`)
  const line = [email, name, ...held, ...(disabledAt ? [text.accounts.isDisabled] : [])].join('  ')
  return line.replace(/\p{Cc}/gu, '\u{fffd}')
}

function parseCount(option: string, value: string, most: number): number {
  const digits = toArabicDigits(value.trim())
  const count = Number(digits)
  if (!/^\d+$/.test(digits) || count < 1 || count > most) {
    throw new Problem('invalid', 'registry.numberInvalid', { option, value, most })
  }
  return count
}
