/** `prongsai disclosure board | gap`: an agency's items as they stand, and what stands between it and a hundred. */
import { type Command, Option } from 'commander'
import type { LinkCheck } from '#modules/disclosure/answers.ts'
import { type BoardFilter, type BoardItem, getBoard } from '#modules/disclosure/board.ts'
import { toBoardReport, toGapReport } from '#modules/disclosure/board-report.ts'
import { dueKinds } from '#modules/disclosure/due.ts'
import { type GapItem, getGap } from '#modules/disclosure/gap.ts'
import type { GapReason } from '#modules/disclosure/gap-reasons.ts'
import { itemStates } from '#modules/disclosure/item-state.ts'
import type { Text } from '#text/text.ts'
import { withDoorway } from './database.ts'
import { type AgencyOptions, agencyCommand, namedBy } from './disclosure-options.ts'
import { textOf } from './language.ts'
import { operator } from './operator.ts'
import { print } from './output.ts'

export function boardCommand(): Command {
  return agencyCommand('board', "an agency's items: state, who is in charge, by when, and its links")
    .addOption(new Option('--state <state>', 'only those in it').choices(itemStates))
    .addOption(new Option('--due <due>', 'only those late, due soon, or without a day').choices(dueKinds))
    .action(board)
}

async function board({ state, due, ...options }: AgencyOptions & BoardFilter): Promise<void> {
  const { json, lang } = options
  const found = await withDoorway(({ database, clock }) =>
    getBoard(database.query, operator(), {
      ...{ ...namedBy(options), now: clock(), filter: { state, due } },
    }),
  )
  if (json) return print(JSON.stringify(toBoardReport(found), null, 2))
  const text = textOf(lang)
  const { agency, fiscalYear: year, total } = found
  print(text.disclosureCli.board({ agency: agency.code, year, total }))
  for (const item of found.items) print(boardLine(item, text))
}

function boardLine(item: BoardItem, { itemStates: states, checker, disclosureCli: words, language }: Text) {
  const { code, state, title, unit, owner, dueOn, isLate, has, links, score } = item
  const parts = [
    `${states[state]} · ${title[language]}`,
    unit?.name[language],
    owner?.name,
    dueOn === null ? null : words.dueOn({ day: dueOn, late: isLate ? 1 : 0 }),
    has === false ? words.hasNot : null,
    ...links.map(({ check }) => check && checkWords(check, checker)),
    score === null ? null : words.score({ score }),
  ]
  return `${code.padEnd(4)} ${parts.filter((part) => part !== null && part !== undefined).join(' · ')}`
}

/** Such as "opens (fail)" where something on it is missing. */
function checkWords({ report, worst }: LinkCheck, { verdicts, results }: Text['checker']): string {
  const said = verdicts[report.verdict]
  return worst === null || worst === 'pass' ? said : `${said} (${results[worst]})`
}

export function gapCommand(): Command {
  return agencyCommand('gap', 'what stands between an agency and a hundred, the gravest first').action(gap)
}

async function gap(options: AgencyOptions): Promise<void> {
  const { json, lang } = options
  const found = await withDoorway(({ database, clock }) =>
    getGap(database.query, operator(), { ...namedBy(options), now: clock() }),
  )
  if (json) return print(JSON.stringify(toGapReport(found, lang), null, 2))
  const text = textOf(lang)
  const { gap: words } = text.disclosureWork
  print(`${words.reachable}: ${words.ofHundred(found.reachable)}`)
  print(words.sound(found.sound, found.total))
  for (const item of found.items) for (const line of gapLines(item, text)) print(line)
}

function gapLines({ code, title, kind, points, ofTotal, reasons }: GapItem, text: Text): string[] {
  const { gap: words } = text.disclosureWork
  return [
    `${code.padEnd(4)} [${words.kinds[kind]}] ${title[text.language]} · ${words.worth(points, ofTotal)}`,
    ...reasons.map((reason) => `     ${reasonLine(reason, text)}`),
  ]
}

function reasonLine(reason: GapReason, text: Text): string {
  if (!('url' in reason)) return reasonWords(reason, text)
  const { position, url } = reason
  return `${reasonWords(reason, text)} · ${text.disclosureCli.link({ position, url })}`
}

function reasonWords(reason: GapReason, { checker, disclosureWork: { gap: words }, itemReasons }: Text) {
  const checks: Readonly<Record<string, string>> = checker.checks
  switch (reason.code) {
    case 'finding': {
      const { element, result, quote } = reason.finding
      return `${checker.results[result]}: ${checks[element] ?? element}${quote && ` “${quote}”`}`
    }
    case 'verdict':
      return checker.verdicts[reason.verdict]
    case 'late':
      return words.late(reason.dueOn)
    case 'scored':
      return [words.scored, reason.reasonKind && itemReasons[reason.reasonKind], reason.remark]
        .filter(Boolean)
        .join(' · ')
    default:
      return words.reasons[reason.code]
  }
}
