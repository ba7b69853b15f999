/** A pinned framework version is kept as it was. */
import { describe, expect } from 'vitest'
import { anyone } from '#base/actor.ts'
import { operator, readRules } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { pinFramework } from './pin.ts'
import { getPinnedFramework } from './queries.ts'
import { frameworkVersions } from './tables.ts'

describe('pinning a framework', () => {
  test('keeps it whole under the hash of its content', async ({ as, db }) => {
    const loaded = await readRules()
    await pinFramework(as(operator), loaded)
    expect(await db.select().from(frameworkVersions)).toMatchObject([
      { hash: loaded.hash, fiscalYear: 2568, document: loaded.framework },
    ])
  })

  test('nobody but the operator pins one', async ({ as }) => {
    await expect(pinFramework(as(anyone), await readRules())).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('a version pinned already is left as it is', async ({ as, db }) => {
    const loaded = await readRules()
    await pinFramework(as(operator), loaded)
    const altered = { ...loaded.framework, name: { th: 'อื่น', en: 'other' } }
    await pinFramework(as(operator), { framework: altered, hash: loaded.hash })
    const [kept] = await db.select().from(frameworkVersions)
    expect(kept?.document.name).toEqual(loaded.framework.name)
  })

  test('a version that nobody pinned is said not to be found', async ({ db }) => {
    await expect(getPinnedFramework(db, 'no-such-hash')).rejects.toMatchObject({ kind: 'notFound' })
  })
})
