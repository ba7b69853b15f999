/** `prongsai disclosure watch` as the operator meets it: every link looked at, told in numbers, and what it refuses. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerItem } from '#modules/disclosure/answer-item.ts'
import { disclosureChecks } from '#modules/disclosure/tables.ts'
import { closeRound } from '#modules/rounds/close.ts'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { fiscalYear, openCastRound, operator } from '../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { serveSite, type WatchedSite } from '../../tests/support/watched-site.ts'
import { disclosureCommand } from './disclosure.ts'

let database: Database
let folder: string
let site: WatchedSite

beforeEach(async () => {
  ;[database, site] = [await openClone(), await serveSite()]
  folder = mkdtempSync(join(tmpdir(), 'prongsai-watch-'))
  vi.stubEnv('DATA_DIR', folder)
  vi.stubEnv('DATABASE_URL', String(database.pool.options.connectionString))
  vi.stubEnv('CHECKER_ALLOW_HOSTS', site.hostAndPort)
  await act(doorwayOf(database), operator, openCastRound)
})

afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await Promise.all([database.close(), site.close()])
  rmSync(folder, { recursive: true, force: true })
})

async function watch(...args: string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    await disclosureCommand().parseAsync(['watch', ...args], { from: 'user' })
    return write.mock.calls.map(([text]) => String(text)).join('')
  } finally {
    write.mockRestore()
  }
}

const answer = (itemCode: string, ...paths: string[]) =>
  act(doorwayOf(database), operator, (context) =>
    answerItem(context, {
      ...{ fiscalYear, agencyCode: 'HILL', itemCode, has: true },
      links: paths.map((path) => ({ url: `${site.url}${path}`, kind: 'page' })),
    }),
  )

test('every link is looked at, and the failing ones are counted, for people and for programs', async () => {
  await answer('o1', '/a', '/b')
  await answer('o2', '/c')
  site.gone.add('/b')
  expect(await watch('--year', '2568', '--lang', 'en')).toBe(
    'Checked all of 2568: 3 links, 1 of them failing\n',
  )
  expect(site.asked.toSorted()).toEqual(expect.arrayContaining(['/a', '/b', '/c']))
  expect(await watch('--year', '๒๕๖๘')).toBe('ตรวจลิงก์ของรอบปี 2568 ครบแล้ว 3 ลิงก์ เปิดไม่ได้ 1\n')
  const told = JSON.parse(await watch('--year', '2568', '--json'))
  expect(told).toMatchObject({ state: 'finished', watch: { linksTotal: 3, linksDone: 3, linksFailed: 1 } })
  const checks = await database.query.select().from(disclosureChecks)
  expect(checks.map(({ report }) => report.verdict).toSorted()).toEqual(['live', 'live', 'notFound'])
  expect(process.exitCode ?? 0).toBe(0)
})

test('an address inside that nobody listed is looked at without being asked', async () => {
  vi.stubEnv('CHECKER_ALLOW_HOSTS', '')
  await answer('o1', '/a')
  expect(await watch('--year', '2568', '--lang', 'en')).toContain('1 link, 1 of them failing')
  expect(site.asked).toEqual([])
  const [check] = await database.query.select().from(disclosureChecks)
  expect(check?.report.verdict).toBe('notPublic')
})

test('without links there is nothing to do; no round, a closed one and no year are refused', async () => {
  expect(await watch('--year', '2568', '--lang', 'en')).toContain('There are no links to check in 2568 yet')
  expect(JSON.parse(await watch('--year', '2568', '--json'))).toMatchObject({ state: 'nothing' })
  await expect(watch('--year', '2570')).rejects.toMatchObject({ code: 'round.notFound' })
  await expect(watch('--year', '2026')).rejects.toMatchObject({ code: 'year.invalid' })
  await act(doorwayOf(database), operator, (context) => closeRound(context, fiscalYear))
  await expect(watch('--year', '2568')).rejects.toMatchObject({ code: 'round.closed' })
})
