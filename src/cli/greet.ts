/** What the server says when it is ready: its address and where to begin. */
import type { Accounts } from '#modules/accounts/accounts.ts'
import { hasStarted } from '#modules/accounts/queries.ts'
import { setUpCode } from '#modules/accounts/set-up-code.ts'
import { listPublishedYears } from '#modules/results/queries.ts'
import { th } from '#text/th.ts'
import { listSignIns } from './demo/accounts.ts'
import { listSurveys } from './demo/info.ts'
import { print } from './output.ts'

const surveysShown = 4

/** Before the first start the code for it, and in the demo with whom to sign in as, and a few surveys to try. */
export async function greet({ doorway, secret, baseUrl: address, isDemo }: Accounts): Promise<void> {
  const { database } = doorway
  const years = await listPublishedYears(database.query)
  for (const line of th.cli.greeting({ address, year: years[0] ?? 0 }).split('\n')) print(line)
  if (!(await hasStarted(database.query))) {
    print(th.accounts.startAt({ address: `${address}/start`, code: setUpCode(secret) }))
  }
  const signIns = isDemo ? await listSignIns({ database }) : []
  if (signIns.length > 0) print(th.accounts.signInAs({ password: signIns[0]?.password ?? '' }))
  for (const { role, email } of signIns) print(`  ${email.padEnd(44)} ${th.roles[role]}`)
  const surveys = isDemo ? (await listSurveys({ database }, address)).slice(0, surveysShown) : []
  if (surveys.length > 0) print(th.surveys.cli.demo)
  for (const { agency, part, url } of surveys) print(`  ${agency.padEnd(8)} ${part.padEnd(10)} ${url}`)
}
