/** Until clarification opens, nothing that an agency, its supervisor or the public can read changes by what assessors mark. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '#base/bangkok-day.ts'
import { answerItem } from '#modules/disclosure/answer-item.ts'
import { approveItems } from '#modules/disclosure/approve-items.ts'
import { claimAgency } from '#modules/disclosure/assessment/claim-agency.ts'
import { scoreItem } from '#modules/disclosure/assessment/score-item.ts'
import { mapStates } from '#modules/disclosure/assessment/states.ts'
import { elementsFor } from '#modules/disclosure/element.ts'
import { passItem } from '#modules/disclosure/pass-item.ts'
import { returnItem } from '#modules/disclosure/return-item.ts'
import { sendToReview } from '#modules/disclosure/send-to-review.ts'
import { showStatus } from '#modules/disclosure/show-status.ts'
import { submitItems } from '#modules/disclosure/submit-items.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { getAgencyByCode } from '#modules/registry/queries.ts'
import { getRound } from '#modules/rounds/queries.ts'
import type { Context } from '#platform/context.ts'
import { readWorkbook } from '#platform/reading/workbook.ts'
import { type Driver, listDrivers } from '../support/access-drive.ts'
import { pageRows } from '../support/access-pages.ts'
import { home } from '../support/access-rows.ts'
import { programRows } from '../support/access-rows-of-programs.ts'
import { addPerson, assessorAnywhere } from '../support/assessing.ts'
import { beside, openPhase, stagedYear } from '../support/assessment-stage.ts'
import { type RunningServer, startServer, stopServer } from '../support/program.ts'

const agency = { fiscalYear: stagedYear, agencyCode: home }
const remark = 'เหตุที่ยังผนึกไว้'
const readers = ['nobody', 'coordinator', 'executive', 'reviewer', 'item-owner', 'supervisor']
const atOnce = 8

let dataDir: string
let server: RunningServer
let drivers: Driver[]

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-sealed-'))
  server = await startServer(dataDir, ['--demo'])
  await beside(dataDir, async (context) => {
    await handIn(context)
    await showStatus(context, { agencyCode: home, isShown: true })
    await openPhase(context, 'score', [-7, 7])
    await openPhase(context, 'clarify', [8, 10])
    await openPhase(context, 'confirm', [11, 13])
  })
  drivers = (await listDrivers(server.address)).filter(({ name }) => readers.includes(name))
})

afterAll(async () => {
  await stopServer(server)
  rmSync(dataDir, { recursive: true, force: true })
})

async function stage({ transaction }: Context) {
  const round = await getRound(transaction, stagedYear)
  const { id, type } = await getAgencyByCode(transaction, home)
  const { framework } = await getPinnedFramework(transaction, round.frameworkHash)
  const states = await mapStates(transaction, { roundId: round.id, agencyId: id })
  return framework.disclosureItems.map((item) => ({
    named: { ...agency, itemCode: item.code },
    state: states.get(item.code) ?? 'open',
    met: elementsFor(item, type.code).map(({ place }) => ({ element: place, isMet: true })),
  }))
}

/** With "has not" everywhere: jobs that look at links would write on the same pages. */
async function handIn(context: Context): Promise<void> {
  for (const { named, state, met } of await stage(context)) {
    if (state === 'inReview' || state === 'ready') await returnItem(context, { ...named, reason: 'ใหม่' })
    await answerItem(context, { ...named, has: false, links: [] })
    await sendToReview(context, named)
    await passItem(context, { ...named, elements: met })
  }
  await approveItems(context, agency)
  await submitItems(context, agency)
}

async function markAll(context: Context): Promise<void> {
  const actor = await addPerson(context, 'sealed', assessorAnywhere)
  const assessing = { ...context, actor }
  await claimAgency(assessing, agency)
  const assessedOn = dayOf(context.now)
  for (const [place, { named }] of (await stage(context)).entries()) {
    const zero = { score: 0, reasonKind: 'condition', remark } as const
    const given = place % 2 === 0 ? zero : { score: 100, remark: '' }
    await scoreItem(assessing, { ...named, mark: { ...given, elements: [], assessedOn } })
  }
}

const addresses = [...pageRows, ...programRows]
  .filter(({ route, isLast }) => route.startsWith('GET ') && !isLast)
  .map(({ route, example }) => example ?? route.slice('GET '.length))
  .filter((path) => !/[:{]/.test(path))

/** By reader and address: what is read there. */
async function readAll(paths: readonly string[] = [...new Set(addresses)]): Promise<Map<string, string>> {
  const waiting = drivers.flatMap((driver) => paths.map((path) => ({ driver, path })))
  const read = new Map<string, string>()
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { driver, path } = next
      const response = await fetch(server.address + path, { headers: driver.headers, redirect: 'manual' })
      read.set(`${driver.name} ${path}`, `${response.status} ${await textOf(response)}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return read
}

async function textOf(response: Response): Promise<string> {
  const body = new Uint8Array(await response.arrayBuffer())
  const isBook = response.headers.get('Content-Type')?.includes('spreadsheet')
  if (isBook) return JSON.stringify(await readWorkbook(body, response.url))
  return new TextDecoder().decode(body).replaceAll(/nonce="[^"]*"/g, '')
}

const changed = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) =>
  [...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name)

test('no reader of the agency is told a mark, nor that anything was marked', async () => {
  const first = await readAll()
  const before = await readAll()
  const restless = new Set(changed(first, before))
  expect([...restless].filter((name) => /disclosure|items/.test(name))).toEqual([])
  await beside(dataDir, markAll)
  const after = await readAll()
  expect(after.size).toBeGreaterThan(400)
  expect([...after].filter(([, text]) => text.includes(remark)).map(([name]) => name)).toEqual([])
  expect(changed(before, after).filter((name) => !restless.has(name))).toEqual([])
})

test('and once clarification opens, those of the agency read it', async () => {
  await beside(dataDir, (context) => openPhase(context, 'clarify', [0, 10]))
  const path = `/api/v1/rounds/${stagedYear}/agencies/${home}/items/o1`
  const read = await readAll([path])
  for (const name of ['coordinator', 'executive', 'reviewer', 'item-owner', 'supervisor']) {
    expect(read.get(`${name} ${path}`), name).toContain(remark)
  }
  expect(read.get(`nobody ${path}`)).not.toContain(remark)
})
