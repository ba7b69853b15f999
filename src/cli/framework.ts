/** `prongsai framework check DIR`: says whether a year's definitions hold together, and what to change where they do not. */
import { Command } from 'commander'
import { Problem } from '#base/problem.ts'
import { checkFrameworks } from '#modules/frameworks/check.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { print } from './output.ts'

export function frameworkCommand(): Command {
  const check = new Command('check')
    .description('check a year folder, or a folder of year folders')
    .argument('<dir>')
    .addOption(languageOption())
    .action(async (dir: string, { lang }: { lang: Language }) => {
      const { loaded, findings } = await checkFrameworks(dir)
      if (findings.length > 0) throw Problem.ofFindings('framework.invalid', findings)
      for (const { framework, hash } of loaded) {
        print(textOf(lang).cli.frameworkHolds({ year: framework.fiscalYear, hash: hash.slice(0, 12) }))
      }
    })
  return new Command('framework').description("a fiscal year's definitions").addCommand(check)
}
