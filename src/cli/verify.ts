/** `prongsai verify`: recomputes a score sheet and tells each place where it says something else. */
import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { Problem } from '#base/problem.ts'
import { readSheet, type Verification, verifySheet } from '#modules/scoring/verify.ts'
import type { Text } from '#text/text.ts'
import { frameworkOfYear } from './framework-of-year.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { print } from './output.ts'

export function verifyCommand(): Command {
  return new Command('verify')
    .description('verify a score sheet by computing every figure of it again')
    .argument('<sheet>', 'a sheet written by score --sheet, or downloaded with a result')
    .addOption(languageOption())
    .action(async (file: string, { lang }: { lang: Language }) => {
      const sheet = readSheet(await readJson(file), file)
      const verification = verifySheet(sheet, await frameworkOfYear(sheet.fiscalYear))
      for (const line of verificationLines(verification, textOf(lang))) print(line)
      if (!verification.ok) process.exitCode = 1
    })
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Problem('invalid', 'file.unreadable', { file })
  })
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw Problem.ofFindings('sheet.notJson', [{ file, code: 'sheet.notJson' }])
  }
}

function verificationLines({ ok, sheet, sameFramework, differences }: Verification, text: Text): string[] {
  const { command } = text.scoring
  if (ok) return [command.matches({ total: sheet.total ?? command.unknown, hash: sheet.hash })]
  return [
    command.differs({ count: differences.length }),
    ...(sameFramework ? [] : [command.otherFramework]),
    ...differences.map(({ path, stated, recomputed }) =>
      command.difference({
        path,
        stated: stated ?? command.absent,
        recomputed: recomputed ?? command.absent,
      }),
    ),
  ]
}
