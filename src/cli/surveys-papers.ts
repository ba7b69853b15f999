/** `prongsai surveys poster` and `codes`: what is printed of a survey. */
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { parseFiscalYear } from '#base/fiscal-year.ts'
import { Problem } from '#base/problem.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { linkPath } from '#modules/surveys/link.ts'
import { getCurrentLink, type Link } from '#modules/surveys/links.ts'
import { makeCodes } from '#modules/surveys/make-codes.ts'
import { drawQrPng, drawQrSvg, renderCodeSheet, renderPaper } from '#modules/surveys/poster.ts'
import { makeWaitingRoom } from '#modules/surveys/waiting-room.ts'
import { readConfig } from '#platform/config.ts'
import { act } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { readSecret } from '#platform/secret.ts'
import { serviceAddress } from './address.ts'
import { withDoorway } from './database.ts'
import { textOf } from './language.ts'
import { operator } from './operator.ts'
import { print } from './output.ts'
import { type PartOptions, surveyCommand } from './surveys-options.ts'

interface PaperOptions extends PartOptions {
  readonly out: string
}

export function posterCommand(): Command {
  return surveyCommand('poster', 'a poster (A4), a slide or the QR code of a link', 'part')
    .requiredOption('--out <file>', 'the file to write')
    .addOption(
      new Option('--as <kind>', 'what to write')
        .choices(['poster', 'slide', 'qr-png', 'qr-svg'])
        .default('poster'),
    )
    .action(async ({ out, as, lang, ...about }: PaperOptions & { as: string }) => {
      const link = await withDoorway(({ database }) => linkOf(database.query, about))
      const url = urlOf(link)
      await save(out, await drawn(as, link, url))
      print(textOf(lang).surveys.cli.written({ file: out }))
    })
}

async function drawn(kind: string, link: Link, url: string): Promise<Uint8Array | string> {
  if (kind === 'qr-svg') return drawQrSvg(url)
  if (kind === 'qr-png') return drawQrPng(url)
  return renderPaper(kind === 'slide' ? 'slide' : 'poster', link, url)
}

export function codesCommand(): Command {
  return surveyCommand(
    'codes',
    'make one-time codes and write them as a sheet to cut apart; they are not kept',
    'part',
  )
    .requiredOption('--count <count>', 'how many, up to 5,000')
    .requiredOption('--out <file>', 'the PDF to write')
    .action(async ({ out, count, lang, ...about }: PaperOptions & { count: string }) => {
      const config = readConfig()
      const room = makeWaitingRoom(readSecret(config), config.surveyGroup)
      const entry = {
        fiscalYear: parseFiscalYear(about.year),
        agencyCode: about.agency,
        part: about.part,
        room,
      }
      await withDoorway(async (doorway) => {
        const link = await linkOf(doorway.database.query, about)
        // Written within the transaction: codes that reached no paper are not made.
        await act(doorway, operator(), async (context) => {
          const codes = await makeCodes(context, { ...entry, count: Number(count) })
          await save(out, await renderCodeSheet({ link, url: urlOf(link), codes }))
        })
      })
      print(textOf(lang).surveys.cli.written({ file: out }))
    })
}

async function linkOf(db: Queryable, { year, agency, part }: Omit<PartOptions, 'lang'>): Promise<Link> {
  const round = await getRound(db, parseFiscalYear(year))
  return getCurrentLink(db, round, { agencyCode: agency, part })
}

function urlOf({ survey, code }: Link): string {
  return `${serviceAddress()}${linkPath(survey, code)}`
}

async function save(file: string, content: Uint8Array | string): Promise<void> {
  try {
    await writeFile(resolve(file), content)
  } catch {
    throw new Problem('invalid', 'report.notWritable', { file })
  }
}
