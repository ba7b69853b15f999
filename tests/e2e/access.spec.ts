/** Nobody gets further than their roles: every route of every door, driven with nobody and with each role of the demo. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { type Drive, type Driver, drive, listDrivers, mapPlaces } from '../support/access-drive.ts'
import { pageRows } from '../support/access-pages.ts'
import type { AccessRow } from '../support/access-row.ts'
import { home } from '../support/access-rows.ts'
import { programRows } from '../support/access-rows-of-programs.ts'
import { surveyProgramRows } from '../support/access-rows-of-surveys.ts'
import { listServedRoutes } from '../support/served-routes.ts'

const base = inject('baseUrl')
const rows = [...pageRows, ...programRows, ...surveyProgramRows]
const atOnce = 12
const signOut = 'POST /sign-out'

let drivers: Driver[]
let served: string[]
let fill: Record<string, string>
let places: Drive['places']

beforeAll(async () => {
  drivers = await listDrivers(base)
  served = await listServedRoutes()
  places = await mapPlaces(base, [home])
  fill = { person: await addPerson(), account: await findAccount('coordinator@demo.prongsai.example') }
})

const headersOf = (name: string) => drivers.find((driver) => driver.name === name)?.headers ?? {}

/** An officer for the rows to act on, who is nobody else's business. */
async function addPerson(): Promise<string> {
  const response = await fetch(`${base}/api/v1/agencies/${home}/people`, {
    method: 'POST',
    headers: { ...headersOf('coordinator'), 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'ทดสอบ สิทธิ์', email: `matrix-${process.pid}@demo.prongsai.example` }),
  })
  expect(response.status).toBe(201)
  return ((await response.json()) as { id: string }).id
}

/** Of somebody who may list accounts at home: reading one's own account is then nothing special. */
async function findAccount(email: string): Promise<string> {
  const path = `/work/accounts?q=${encodeURIComponent(email)}`
  const page = await (await fetch(base + path, { headers: headersOf('administrator') })).text()
  const id = /\/work\/accounts\/([\da-f-]{36})/.exec(page)?.[1]
  expect(id, 'the account on the list').toBeDefined()
  return id ?? ''
}

/** What was wrong, in all rows and with each of the drivers. */
async function driveAll(driven: readonly AccessRow[], by: readonly Driver[] = drivers): Promise<string[]> {
  const waiting = driven.flatMap((row) => by.map((driver) => ({ row, driver })))
  const faults: string[] = []
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const fault = await drive({ base, places, fill }, next.row, next.driver)
      if (fault) faults.push(fault)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return faults.toSorted()
}

describe('the access matrix', () => {
  test('has a row for every route that is served', () => {
    const known = new Set(rows.map(({ route }) => route))
    const missing = served.filter((route) => !known.has(route))
    expect(missing, 'routes without a row: say in tests/support/access-rows*.ts who may use them').toEqual([])
  })

  test('has no row for a route that is not served', () => {
    const wrong = rows.filter(({ route }) => !served.includes(route))
    expect(
      wrong.map(({ route }) => route),
      'rows to take out of tests/support/access-rows*.ts',
    ).toEqual([])
  })

  test('knows every app that the server joins', () => {
    const [, joined] = /makeHub\(\[(.*)\]\)/.exec(readFileSync('bin/server.ts', 'utf8')) ?? []
    expect(joined, 'an app more or less? tell tests/support/served-routes.ts').toBe(
      'makeApi(doorway, accounts), surveys.app, ...site, web',
    )
  })

  test('lets everyone in exactly where their roles do, and nobody anywhere else', async () => {
    expect(drivers.length).toBe(13)
    expect(await driveAll(rows.filter(({ isLast }) => !isLast))).toEqual([])
    expect(await driveAll(rows.filter((row) => row.isLast && row.route !== signOut))).toEqual([])
  })

  test('is the same in English', async () => {
    const inEnglish = pageRows
      .filter(({ isLast }) => !isLast)
      .map((row) => ({ ...row, example: `/en${row.example ?? row.route.replace(/^\w+ /, '')}` }))
    const few = drivers.filter(({ name }) => ['nobody', 'enumerator', 'administrator'].includes(name))
    expect(few.length).toBe(3)
    expect(await driveAll(inEnglish, few)).toEqual([])
  })

  test('lets everyone sign out, after which nobody is anybody', async () => {
    expect(await driveAll(rows.filter(({ route }) => route === signOut))).toEqual([])
    const after = drivers.map(({ headers }) => fetch(`${base}/work`, { headers, redirect: 'manual' }))
    for (const { status } of await Promise.all(after)) expect(status).toBe(303)
  })
})
