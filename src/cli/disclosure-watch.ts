/** `prongsai disclosure watch`: checks all links of a round now; stopped in the middle, it goes on with the next call. */
import { setTimeout as pause } from 'node:timers/promises'
import { Command } from 'commander'
import { parseFiscalYear } from '#base/fiscal-year.ts'
import { openCheck } from '#modules/disclosure/watching/check.ts'
import { type Watched, type WatchMeans, watchRound } from '#modules/disclosure/watching/watch-round.ts'
import { readConfig } from '#platform/config.ts'
import { act, type Doorway } from '#platform/context.ts'
import { makeOutbox } from '#platform/mail-outbox.ts'
import { readSecret } from '#platform/secret.ts'
import type { Text } from '#text/text.ts'
import { serviceAddress } from './address.ts'
import { withDoorway } from './database.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { operator } from './operator.ts'
import { print, printError } from './output.ts'
import { progressLine } from './progress.ts'

interface Options {
  readonly year: string
  readonly json?: true
  readonly lang: Language
}

export function watchCommand(): Command {
  return new Command('watch')
    .description('check all links of a round now, and tell the owners of those that fail')
    .requiredOption('--year <year>', 'fiscal year, such as 2569')
    .option('--json', 'as JSON')
    .addOption(languageOption())
    .action(watch)
}

/** Exit code 1 when it was stopped before the end. */
async function watch({ year, json, lang }: Options): Promise<void> {
  const config = readConfig()
  const fiscalYear = parseFiscalYear(year)
  const text = textOf(lang)
  const stopping = new AbortController()
  process.once('SIGINT', () => stopping.abort())
  const links = openCheck(config)
  const progress = progressLine(text.watching.cli.progress)
  try {
    const watched = await withDoorway((doorway) => {
      const means: WatchMeans = {
        ...{ check: links.check, signal: stopping.signal, log: doorway.log, forMilliseconds: 60_000 },
        ...{ outbox: makeOutbox(readSecret(config)), baseUrl: serviceAddress(config) },
        inTransaction: (step) => act(doorway, operator(), step),
        onProgress: ({ linksDone, linksTotal }) => progress(linksDone, Math.max(linksDone, linksTotal)),
      }
      return watchToTheEnd(doorway, { fiscalYear, means, text })
    })
    if (watched.state === 'paused') process.exitCode = 1
    print(json ? JSON.stringify(watched, null, 2) : sentence(watched, fiscalYear, text))
  } finally {
    await links.close()
  }
}

interface Watching {
  readonly fiscalYear: number
  readonly means: WatchMeans
  readonly text: Text
}

const patienceMilliseconds = 2000

/** In pieces of a minute, so that no transaction lasts long. What another program is at is waited for. */
async function watchToTheEnd(doorway: Doorway, { fiscalYear, means, text }: Watching): Promise<Watched> {
  for (let [isAnew, wasBusy] = [true, false]; ; isAnew = false) {
    const watching = { fiscalYear, isAnew, means }
    const watched = await act(doorway, operator(), (context) => watchRound(context, watching))
    const isOver = watched.state === 'finished' || watched.state === 'nothing'
    if (isOver || means.signal.aborted) return watched
    if (watched.state !== 'busy') continue
    if (!wasBusy) printError(text.watching.cli.busy({ year: fiscalYear }))
    wasBusy = true
    await pause(patienceMilliseconds)
  }
}

function sentence({ state, watch }: Watched, year: number, { watching: { cli } }: Text): string {
  if (state === 'nothing' || !watch) return cli.nothing({ year })
  if (state !== 'finished') return cli.stopped({ year })
  return cli.finished({ year, links: watch.linksDone, failing: watch.linksFailed })
}
