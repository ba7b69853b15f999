/** `prongsai demo info`: where the demo is and whom it plays with, for people and for programs. */
import { Command } from 'commander'
import { Problem } from '#base/problem.ts'
import { readConfig } from '#platform/config.ts'
import { findInstance } from '#platform/instance.ts'
import { withDoorway } from '../database.ts'
import { type Language, languageOption, textOf } from '../language.ts'
import { print } from '../output.ts'
import { describeDemo } from './info.ts'

export function demoCommand(): Command {
  const info = new Command('info')
    .description('the address, the sign-ins, the survey links and the agencies of the demo')
    .option('--json', 'as JSON')
    .addOption(languageOption())
    .action(async ({ json, lang }: { json?: true; lang: Language }) => {
      const address = runningAddress()
      const demo = await withDoorway((doorway) => describeDemo(doorway, address))
      if (json) return print(JSON.stringify(demo, null, 2))
      print(textOf(lang).cli.demoAt({ address: demo.baseUrl }))
      for (const { code, name } of demo.agencies) print(`  ${code.padEnd(12)} ${name}`)
    })
  return new Command('demo').description('the demo cast').addCommand(info)
}

/** Where the server of the data folder is. Throws `demo.notRunning` or `server.alreadyStarts`, and makes nothing. */
function runningAddress(): string {
  const config = readConfig()
  const running = findInstance(config.dataDir)
  if (!running) throw new Problem('unavailable', 'demo.notRunning', { folder: config.dataDir })
  if (running.address === null) throw new Problem('unavailable', 'server.alreadyStarts', { pid: running.pid })
  return running.address
}
