/** Holds permissions to what is said of them: each has a name, a line on the page for people, and somebody who asks for it. */
import { describe, expect, test } from 'vitest'
import { permissionNames as english } from '#text/en/access.ts'
import { permissionNames as thai } from '#text/th/access.ts'
import { listPermissions, writePermissions } from './support/permissions.ts'
import { readSources } from './support/sources.ts'

const permissions = await listPermissions()
const sources = readSources()
const isProduct = (path: string) => /^src\//.test(path) && !/\.(test|spec)\.tsx?$/.test(path)
const moduleFiles = sources.filter(({ path }) => path.startsWith('src/modules/') && isProduct(path))

describe('a permission', () => {
  test('is declared once', () => {
    const names = permissions.map(({ name }) => name)
    expect(names.length).toBeGreaterThan(40)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('has a name in both languages, and no name is left of one that is gone', () => {
    const declared = permissions.map(({ name }) => name).toSorted()
    expect(Object.keys(thai).toSorted()).toEqual(declared)
    expect(Object.keys(english).toSorted()).toEqual(declared)
  })

  test('is asked for somewhere', () => {
    const idle = permissions.filter(
      ({ constant }) =>
        !sources.some(
          ({ path, text }) =>
            isProduct(path) && !path.endsWith('/access.ts') && new RegExp(`\\b${constant}\\b`).test(text),
        ),
    )
    expect(idle.map(({ name }) => name)).toEqual([])
  })

  test('stands on the page for people as it is declared', async () => {
    await expect(writePermissions(permissions)).toMatchFileSnapshot('../docs/permissions.md')
  })
})

/** What authorizes on behalf of a verb, and the file in which it does. */
const gates: Readonly<Record<string, string>> = {
  authorizeGrant: 'src/modules/accounts/grants.ts',
  beginAct: 'src/modules/registry/agency-act.ts',
  enterAgency: 'src/modules/rounds/enter-agency.ts',
  enterItem: 'src/modules/disclosure/enter.ts',
  enterItems: 'src/modules/disclosure/enter.ts',
  enterSurveying: 'src/modules/surveys/enter-surveying.ts',
  placeRows: 'src/modules/registry/place-rows.ts',
}

/** Those that record an event and ask no permission, each with its reason. */
const unasked: Readonly<Record<string, string>> = {
  'src/modules/accounts/record-session.ts': 'part of the ways to sign in, each of which asks',
  'src/modules/accounts/auth-requests.ts': 'writes down what better-auth has let through',
  'src/modules/disclosure/assessment/store-mark.ts':
    'part of the verbs of marks, each of which enters the item',
  'src/modules/accounts/sign-out.ts': "ends one's own session, by its cookie",
}

describe('a verb', () => {
  const verbs = moduleFiles.filter(({ text }) => /\brecordEvent\(/.test(text))

  test('asks for a permission before it does anything', () => {
    const asking = new RegExp(`\\b(authorize|authorizeSomewhere|${Object.keys(gates).join('|')})\\(`)
    const wrong = verbs.filter(({ path, text }) => !asking.test(text) && !(path in unasked))
    expect(verbs.length).toBeGreaterThan(40)
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test.each(Object.entries(gates))('that lets %s ask is asked for', (name, path) => {
    const { text = '' } = sources.find((file) => file.path === path) ?? {}
    expect(text).toMatch(new RegExp(`export async function ${name}\\b`))
    const others = Object.keys(gates).filter((other) => other !== name)
    expect(text).toMatch(new RegExp(`\\b(authorize|${others.join('|')})\\(`))
  })

  test('that need not ask is still there and still does not', () => {
    const asking = Object.keys(unasked).filter(
      (path) => !verbs.some((verb) => verb.path === path && !/\bauthorize\(/.test(verb.text)),
    )
    expect(asking, 'to be taken off the list').toEqual([])
  })
})
