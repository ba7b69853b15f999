/** An import can be looked at before it is done, watched while it is done, and read about afterwards. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, anyone } from '#base/actor.ts'
import { act, type Doorway } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { operator, registerCast } from '../../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../../tests/support/database.ts'
import { listAgencyRecords } from './agency-list.ts'
import { exportAgencies, exportPeople, exportUnits } from './export-list.ts'
import type { ImportKind } from './import-run.ts'
import { getImportRun } from './import-run-queries.ts'
import { previewImport } from './preview-import.ts'
import { startImport } from './run-import.ts'

const other: Actor = { kind: 'person', id: 'p2', name: 'อื่น', grants: [] }
const coordinator: Actor = {
  ...other,
  id: 'p1',
  grants: [{ role: 'coordinator', scope: { kind: 'agency', agencyId: '0' } }],
}
let database: Database
let doorway: Doorway

beforeEach(async () => {
  database = await openClone()
  doorway = doorwayOf(database)
  await act(doorway, operator, registerCast)
})
afterEach(() => database.close())

const upload = (kind: ImportKind, ...lines: string[]) => ({
  ...{ kind, file: 'รายชื่อ.csv' },
  bytes: Buffer.from(lines.join('\n')),
})
const preview = (...lines: string[]) =>
  act(doorway, operator, (context) => previewImport(context, upload('agencies', ...lines)))
const runOf = (id: string, actor: Actor = operator, now = doorway.clock()) =>
  getImportRun(database.query, { actor, id, now })
const codes = async () =>
  (await listAgencyRecords(database.query, { sort: 'code', isDescending: false })).agencies.map(
    ({ code }) => code,
  )

const head = 'code,name_th,type,website'

describe('a preview', () => {
  test('gives each row as it would be, what is there and what would come of it, and writes nothing', async () => {
    const rows = [
      'RIVER,กรมแม่น้ำใหม่,department,https://river.go.th',
      'SEA,กรมทะเล,กรมหรือเทียบเท่า,',
      'BAD,กรม,ship,www.bad',
      'HILL,อบต.เขา,subdistrictOrganization,',
    ]
    expect(await preview(head, ...rows)).toMatchObject({
      ...{ added: 1, updated: 1, unchanged: 1, failed: 1 },
      rows: [
        {
          ...{ line: 2, state: 'updated', record: { code: 'RIVER', ministry: 'industry' } },
          changes: [
            { field: 'name_th', before: 'กรมแม่น้ำ ๒', after: 'กรมแม่น้ำใหม่' },
            { field: 'website', before: null, after: 'https://river.go.th' },
          ],
        },
        { line: 3, state: 'added', changes: [{ field: 'code', before: null, after: 'SEA' }, {}, {}, {}] },
        { line: 4, state: 'failed', faults: [{ field: 'type' }, { field: 'website' }] },
        { line: 5, state: 'unchanged', changes: [] },
      ],
    })
    expect(await codes()).toEqual(['FIELD', 'HILL', 'RIVER'])
  })

  test('shows the first fifty rows and counts them all', async () => {
    const rows = Array.from({ length: 70 }, (_, at) => `N${at},กรม ${at},department,`)
    const { added, rows: shown } = await preview(head, ...rows)
    expect([added, shown.length, shown.at(-1)?.line]).toEqual([70, 50, 51])
  })

  test('of units and people is done likewise', async () => {
    const look = (...lines: string[]) =>
      act(doorway, operator, (context) =>
        previewImport(context, upload(lines[0]?.includes('email') ? 'people' : 'units', ...lines)),
      )
    expect(await look('agency,code,name_th', 'HILL,FIN,กองคลัง')).toMatchObject({
      ...{ added: 1, rows: [{ state: 'added', record: { kind: 'division' } }] },
    })
    expect(await look('agency,name,email', 'HILL,ก,a@hill.go.th', 'HILL,ข,x')).toMatchObject({
      ...{ added: 1, failed: 1, rows: [{ state: 'added' }, { state: 'failed' }] },
    })
  })

  test('is not for anyone', async () => {
    await expect(
      act(doorway, anyone, (context) =>
        previewImport(context, upload('units', 'agency,code,name_th', 'a,b,c')),
      ),
    ).rejects.toMatchObject({ code: 'access.signInFirst' })
  })
})

describe('an import under way', () => {
  test('is seen from another connection while nothing of it is there yet', async () => {
    const rows = Array.from({ length: 3500 }, (_, at) => `N${at},กรม ${at},department,`)
    const { id, finished } = await startImport(doorway, operator, upload('agencies', head, ...rows))
    expect(await runOf(id)).toMatchObject({ state: 'running', rowsTotal: 3500, fileName: 'รายชื่อ.csv' })
    const watcher = doorwayOf(database)
    const seen: [number, number][] = []
    let isOver = false
    void finished.then(() => {
      isOver = true
    })
    while (!isOver) {
      const { rowsDone } = await getImportRun(watcher.database.query, {
        actor: operator,
        id,
        now: watcher.clock(),
      })
      seen.push([rowsDone, (await codes()).length])
    }
    expect(seen.some(([done, there]) => done > 0 && there === 3)).toBe(true)
    expect(await finished).toMatchObject({ added: 3500 })
    expect(await runOf(id)).toMatchObject({
      ...{ state: 'done', rowsDone: 3500, result: { added: 3500, failedRows: 0, faults: [] } },
    })
  })

  test('that is silent for long was interrupted', async () => {
    const { id, finished } = await startImport(
      doorway,
      operator,
      upload('agencies', head, 'A,กรม,department,'),
    )
    await finished
    await database.pool.query("update registry_imports set state = 'running', result = null where id = $1", [
      id,
    ])
    const later = new Date(doorway.clock().getTime() + 3 * 60_000)
    expect((await runOf(id)).state).toBe('running')
    expect((await runOf(id, operator, later)).state).toBe('interrupted')
  })

  test('with a row to mend, all or nothing, is refused and says why', async () => {
    const request = { ...upload('agencies', head, 'A,กรม,ship,', 'B,กรม,department,'), isAllOrNothing: true }
    const { id, finished } = await startImport(doorway, operator, request)
    await finished
    expect(await runOf(id)).toMatchObject({
      ...{ state: 'refused', result: { added: 0, failedRows: 1, faults: [{ line: 2, field: 'type' }] } },
    })
    expect(await codes()).not.toContain('B')
  })

  test('of a list of something else fails with its reason', async () => {
    const { id, finished } = await startImport(
      doorway,
      operator,
      upload('agencies', 'fruit,price', 'apple,3'),
    )
    await expect(finished).rejects.toMatchObject({ code: 'csv.invalid' })
    expect(await runOf(id)).toMatchObject({ state: 'failed', result: { problem: { code: 'csv.invalid' } } })
  })

  test('that is no list at all is refused before anything is begun', async () => {
    const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0])
    const begun = startImport(doorway, operator, { kind: 'units', file: 'a.png', bytes })
    await expect(begun).rejects.toMatchObject({ code: 'table.notTable' })
    await expect(startImport(doorway, other, upload('units', 'a', 'b'))).rejects.toMatchObject({
      code: 'access.refused',
    })
    expect((await database.pool.query('select from registry_imports')).rowCount).toBe(0)
  })

  test('is shown to whoever started it and to the centre, and to nobody else', async () => {
    const rows = upload('units', 'agency,code,name_th', 'HILL,A,ก')
    const { id, finished } = await startImport(doorway, coordinator, rows)
    expect(await finished).toMatchObject({ faults: [{ code: 'registry.agencyNotYours' }] })
    expect(await runOf(id, coordinator)).toMatchObject({ kind: 'units', state: 'done' })
    expect(await runOf(id, operator)).toMatchObject({ id })
    for (const actor of [other, anyone]) {
      await expect(runOf(id, actor)).rejects.toMatchObject({ code: 'registry.importNotFound' })
    }
    await expect(runOf('no-id')).rejects.toMatchObject({ kind: 'notFound' })
  })

  test('is forgotten after thirty days', async () => {
    const first = await startImport(doorway, operator, upload('agencies', head, 'A,กรม,department,'))
    await first.finished
    const later = { ...doorway, clock: () => new Date(doorway.clock().getTime() + 31 * 86_400_000) }
    const second = await startImport(later, operator, upload('agencies', head, 'A,กรม,department,'))
    await second.finished
    await expect(runOf(first.id)).rejects.toMatchObject({ kind: 'notFound' })
  })
})

describe('an export', () => {
  const all = { sort: 'code', isDescending: false } as const

  test.each(['csv', 'xlsx'] as const)('as %s goes in again unchanged', async (format) => {
    const lists = {
      units: ['agency,code,name_th,kind,parent', 'HILL,FIN,กองคลัง,กอง,', 'HILL,ACC,=1+1,ฝ่าย,FIN'],
      people: ['agency,unit,name,email,phone', 'HILL,ACC,ขวัญ ใจงาม,kwan@hill.go.th,021234567'],
    }
    for (const kind of ['units', 'people'] as const) {
      await (await startImport(doorway, operator, upload(kind, ...lists[kind]))).finished
    }
    const db = database.query
    const files = {
      agencies: await exportAgencies(db, all, format),
      units: await exportUnits(db, undefined, format),
      people: await exportPeople(db, { sort: 'name', isDescending: false }, format),
    }
    for (const kind of ['agencies', 'units', 'people'] as const) {
      const { name, bytes } = files[kind]
      expect(name).toBe(`${kind}.${format}`)
      const { finished } = await startImport(doorway, operator, { kind, file: name, bytes })
      const unchanged = { agencies: 3, units: 2, people: 1 }[kind]
      expect([kind, await finished]).toEqual([kind, { added: 0, updated: 0, unchanged, faults: [] }])
    }
  })

  test('holds what the filters leave, with a mark for spreadsheets before the Thai', async () => {
    const { bytes, contentType } = await exportAgencies(database.query, { ...all, type: 'อบต.' }, 'csv')
    const text = Buffer.from(bytes).toString()
    expect(contentType).toBe('text/csv; charset=utf-8')
    expect(text.startsWith('\uFEFFcode,name_th')).toBe(true)
    expect(text.trimEnd().split('\r\n')).toHaveLength(3)
    const json = await exportAgencies(database.query, { ...all, search: 'river' }, 'json')
    expect(JSON.parse(Buffer.from(json.bytes).toString())).toMatchObject([
      { code: 'RIVER', ministry: 'industry' },
    ])
  })

  test('is filtered by size and by the day on which an agency is there', async () => {
    await (
      await startImport(
        doorway,
        operator,
        upload(
          'agencies',
          'code,name_th,type,size,active_from,active_to',
          'OLD,กรม,department,L,2020-01-01,2024-12-31',
        ),
      )
    ).finished
    const found = async (query: object) =>
      (await listAgencyRecords(database.query, { ...all, ...query })).agencies.map(({ code }) => code)
    expect(await found({ size: 'L' })).toEqual(['OLD'])
    expect(await found({ activeOn: '2024-12-31', type: 'department' })).toEqual(['OLD', 'RIVER'])
    expect(await found({ activeOn: '2025-01-01', type: 'department' })).toEqual(['RIVER'])
    expect(await found({ activeOn: '2019-12-31', type: 'department' })).toEqual(['RIVER'])
  })
})
