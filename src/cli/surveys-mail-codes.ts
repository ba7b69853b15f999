/** `prongsai surveys mail-codes`: sends each address of a list a one-time code of its own. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { parseFiscalYear } from '#base/fiscal-year.ts'
import { Problem } from '#base/problem.ts'
import { type MailedCodes, mailCodes } from '#modules/surveys/mail-codes.ts'
import { readAddresses } from '#modules/surveys/mail-codes-list.ts'
import { makeWaitingRoom } from '#modules/surveys/waiting-room.ts'
import { readConfig } from '#platform/config.ts'
import { openDirectMail } from '#platform/mail.ts'
import { readSecret } from '#platform/secret.ts'
import type { Text } from '#text/text.ts'
import { serviceAddress } from './address.ts'
import { withDoorway } from './database.ts'
import { textOf } from './language.ts'
import { operator } from './operator.ts'
import { print } from './output.ts'
import { type PartOptions, surveyCommand } from './surveys-options.ts'

export function mailCodesCommand(): Command {
  return surveyCommand(
    'mail-codes',
    'send each address a one-time code of its own; neither addresses nor codes are kept',
    'part',
  )
    .requiredOption('--to <file>', 'the addresses: one a line, or a table with a column of e-mails')
    .action(sendToFile)
}

/** What could not be delivered is printed, an address a line, and makes the exit code 1. */
async function sendToFile({ to, year, agency, part, lang }: PartOptions & { to: string }): Promise<void> {
  const config = readConfig()
  const mail = openDirectMail(config)
  const text = textOf(lang)
  try {
    const mailing = {
      ...{ fiscalYear: parseFiscalYear(year), agencyCode: agency, part, mail },
      addresses: await readAddresses({ file: to, bytes: await bytesOf(to) }),
      room: makeWaitingRoom(readSecret(config), config.surveyGroup),
      baseUrl: serviceAddress(config),
      onProgress: progress(text),
    }
    report(await withDoorway((doorway) => mailCodes(doorway, operator(), mailing)), text)
  } finally {
    mail.close()
  }
}

function bytesOf(file: string): Promise<Uint8Array> {
  return readFile(file).catch(() => {
    throw new Problem('invalid', 'file.unreadable', { file })
  })
}

/** For a person who watches; a file or a program that listens is told nothing. */
function progress(text: Text): (done: number, total: number) => void {
  return (done, total) => {
    if (!process.stderr.isTTY) return
    process.stderr.write(`\r${text.mailCodes.progress(done, total)}${done === total ? '\n' : ''}`)
  }
}

function report({ sent, refused, failed, left, areRevoked }: MailedCodes, text: Text): void {
  const words = text.mailCodes.report
  print(words.sent(sent))
  const groups = [
    { title: words.refused, addresses: refused },
    { title: words.failed, addresses: failed },
    { title: words.left, addresses: left },
  ].filter(({ addresses }) => addresses.length > 0)
  for (const { title, addresses } of groups) {
    print(`${title(addresses.length)}:`)
    for (const address of addresses) print(`  ${address}`)
  }
  if (groups.length === 0) return
  print(areRevoked ? words.revoked : words.notRevoked)
  process.exitCode = 1
}
