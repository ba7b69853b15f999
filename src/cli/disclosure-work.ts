/** `prongsai disclosure answer | assign | approve | submit`: an agency's items, from assignment to handing in. */
import { type Command, Option } from 'commander'
import { answerItem } from '#modules/disclosure/answer-item.ts'
import { approveItems } from '#modules/disclosure/approve-items.ts'
import { assignItems } from '#modules/disclosure/assign-items.ts'
import { formatOfAddress, readAddress } from '#modules/disclosure/checker/addresses.ts'
import type { GivenLink, LinkKind } from '#modules/disclosure/item.ts'
import { itemCode } from '#modules/disclosure/scores-file.ts'
import { submitItems } from '#modules/disclosure/submit-items.ts'
import { type Format, formats } from '#platform/reading/document.ts'
import { type AgencyOptions, agencyCommand, doAct, namedBy, tell } from './disclosure-options.ts'
import { textOf } from './language.ts'

export function answerCommand(): Command {
  return agencyCommand('answer', 'answer an item: where the agency discloses it, or that it does not')
    .requiredOption('--item <code>', 'item of that year, such as o26')
    .option('--url <url...>', 'where it is disclosed')
    .option('--has-not', 'the agency does not disclose it')
    .addOption(
      new Option('--kind <kind>', 'without it what the address ends in tells').choices(['page', 'file']),
    )
    .addOption(new Option('--format <format>', 'what the links open as').choices(formats))
    .option('--place <place>', 'where on the page')
    .option('--explanation <text>', 'what assessors should know')
    .action(answer)
}

interface AnswerOptions extends AgencyOptions {
  readonly item: string
  readonly url?: readonly string[]
  readonly hasNot?: true
  readonly kind?: LinkKind
  readonly format?: Format
  readonly place?: string
  readonly explanation?: string
}

/** Neither an address nor `--has-not` is refused by the verb, and so are both. */
async function answer({ item, url: urls = [], hasNot, explanation, ...options }: AnswerOptions) {
  const entry = {
    ...{ ...namedBy(options), itemCode: item, has: hasNot !== true },
    links: urls.map((url) => linkOf(url, options)),
    ...(explanation !== undefined && { explanation }),
  }
  await doAct((context) => answerItem(context, entry))
  const { agency, lang } = options
  const done = { item: itemCode(item), state: 'drafted' }
  tell(options, done, textOf(lang).disclosureCli.answered({ item: done.item, agency }))
}

function linkOf(url: string, { kind, format, place }: Pick<AnswerOptions, 'kind' | 'format' | 'place'>) {
  const address = readAddress(url)
  const ending = address && formatOfAddress(address)
  const told: LinkKind = ending === null || ending === undefined || ending === 'html' ? 'page' : 'file'
  return {
    ...{ url, kind: kind ?? told },
    ...(format && { format }),
    ...(place !== undefined && { place }),
  } satisfies GivenLink
}

export function assignCommand(): Command {
  return agencyCommand('assign', 'put a unit and a person in charge of items, and say by when')
    .requiredOption('--item <code...>', 'items of that year, such as o1 o2')
    .option('--unit <unit>', 'code of a unit; "" takes it away')
    .option('--owner <email>', 'somebody who answers items at the agency; "" takes them away')
    .option('--due <day>', 'the last day on which it is in time; "" takes it away')
    .action(assign)
}

interface AssignOptions extends AgencyOptions {
  readonly item: readonly string[]
  readonly unit?: string
  readonly owner?: string
  readonly due?: string
}

async function assign({ item, unit, owner, due, ...options }: AssignOptions): Promise<void> {
  const charge = { unit: orNull(unit), owner: orNull(owner), dueOn: orNull(due) }
  const entry = { ...namedBy(options), itemCodes: item, ...charge }
  const done = await doAct((context) => assignItems(context, entry))
  const { agency, lang } = options
  tell(options, done, textOf(lang).disclosureCli.assigned({ ...done, agency }))
}

function orNull(given: string | undefined): string | null | undefined {
  return given === '' ? null : given
}

export function approveCommand(): Command {
  return agencyCommand('approve', 'approve the whole set, when every item is ready').action(approve)
}

async function approve(options: AgencyOptions): Promise<void> {
  const done = await doAct((context) => approveItems(context, namedBy(options)))
  const { agency, lang } = options
  tell(options, done, textOf(lang).disclosureCli.approved({ ...done, agency }))
}

export function submitCommand(): Command {
  return agencyCommand('submit', 'hand in the approved set: it is locked, and its links are kept').action(
    submit,
  )
}

async function submit(options: AgencyOptions): Promise<void> {
  const done = await doAct((context) => submitItems(context, namedBy(options)))
  const { agency, lang } = options
  tell(options, done, textOf(lang).disclosureCli.submitted({ ...done, agency }))
}
