/** The demo's disclosure: every stage is there to be played, once, and its site is where it is served. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listItemsProgress } from '#modules/disclosure/progress-list.ts'
import { getAgencyByCode } from '#modules/registry/queries.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { openIntake } from '#modules/surveys/submit.ts'
import { makeWaitingRoom } from '#modules/surveys/waiting-room.ts'
import { readConfig } from '#platform/config.ts'
import type { Doorway } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { newSecret, readSecret } from '#platform/secret.ts'
import { doorwayOf, openClone } from '../../../tests/support/database.ts'
import { playDisclosure } from './disclosure.ts'
import { loadDemo } from './load.ts'
import { playOpenRound } from './open-round.ts'
import { allowDemoSite, demoSiteOf, makeDemoSite } from './site.ts'

const site = demoSiteOf(readConfig({ PORT: '3000' }))

let database: Database
let doorway: Doorway
beforeAll(async () => {
  database = await openClone()
  doorway = doorwayOf(database)
  await loadDemo(doorway)
  const room = makeWaitingRoom(readSecret({ secret: newSecret(), dataDir: '' }))
  const intake = openIntake(doorway, room)
  await playOpenRound(doorway, intake)
  await intake.queue.drain()
  await playDisclosure(doorway, site)
})
afterAll(() => database.close())

async function listStages() {
  const query = {
    actor: { kind: 'system', name: 'test' },
    now: doorway.clock(),
    page: { number: 1, size: 20 },
  } as const
  const { agencies } = await listItemsProgress(database.query, await getRound(database.query, 2569), query)
  return Object.fromEntries(agencies.map(({ code, stages, late }) => [code, { ...stages, late }]))
}

test('one agency is at work with an item late, others have handed in', async () => {
  const stages = await listStages()
  expect(stages['TMB-03']).toEqual({
    open: 14,
    atWork: 6,
    ready: 6,
    approved: 0,
    submitted: 0,
    final: 0,
    late: 1,
  })
  expect(stages['TMB-06']).toMatchObject({ submitted: 26 })
  expect(stages['TMB-18']).toMatchObject({ submitted: 26 })
  expect(stages['TMB-01']).toMatchObject({ open: 26 })
})

test('at the next start nothing is done again, but websites follow the address', async () => {
  const before = await listStages()
  await playDisclosure(doorway, demoSiteOf(readConfig({ PORT: '4000' })))
  expect(await listStages()).toEqual(before)
  const { website } = await getAgencyByCode(database.query, 'TMB-03')
  expect(website).toBe('http://127.0.0.1:4000/demo-site/tmb-03/')
})

test("its site has a website's address, whatever name the service itself is reached by", () => {
  const own = (publicUrl: string) => demoSiteOf(readConfig({ PORT: '3000', PUBLIC_URL: publicUrl })).own
  expect(own('http://localhost:3000')).toBe('http://127.0.0.1:3000/demo-site')
  expect(own('https://demo.example.go.th')).toBe('https://demo.example.go.th/demo-site')
})

test('its site and no other server of this machine may be checked', () => {
  const config = readConfig({ PORT: '3000', CHECKER_ALLOW_HOSTS: 'a.example:80' })
  const allowed = ['a.example:80', '127.0.0.1:3000', 'localhost:3000']
  expect(allowDemoSite(config).checkerAllowHosts).toEqual(allowed)
})

test('its site has a page for each item, says of others with success that they are not there, and has no other agencies', async () => {
  const pages = await makeDemoSite()
  const read = async (path: string) => {
    const answer = await pages.request(`/demo-site${path}`)
    return { status: answer.status, body: await answer.text() }
  }
  expect((await read('/tmb-03/')).body).toContain('เทศบาลนครธรรมาบุรี')
  expect((await read('/tmb-03/o6')).body).toContain('พ.ศ. 2569')
  expect((await read('/tmb-03/prevention-report')).body).toContain('<td>ใช้งบประมาณบุคลากร</td>')
  expect(await read('/tmb-03/old-news')).toMatchObject({
    status: 200,
    body: expect.stringContaining('ไม่พบหน้า'),
  })
  expect((await read('/diprom/')).status).toBe(404)
})
