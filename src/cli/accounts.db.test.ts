/** `prongsai accounts` as an operator meets it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { setUpCode } from '#modules/accounts/set-up-code.ts'
import { makeFirstAdministrator } from '#modules/accounts/start-instance.ts'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { readSecret } from '#platform/secret.ts'
import { operator, registerCast } from '../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { accountsCommand } from './accounts.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'prongsai-accounts-'))
let database: Database

beforeAll(async () => {
  database = await openClone()
  await act(doorwayOf(database), operator, registerCast)
  vi.stubEnv('DATABASE_URL', String(database.pool.options.connectionString))
  vi.stubEnv('DATA_DIR', dataDir)
  vi.stubEnv('PUBLIC_URL', 'https://ita.example.go.th/')
})

afterAll(async () => {
  vi.unstubAllEnvs()
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function run(...args: string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    await accountsCommand().parseAsync(args, { from: 'user' })
    return write.mock.calls.map(([text]) => String(text)).join('')
  } finally {
    write.mockRestore()
  }
}

test('the set-up code is that of the machine, until there is an administrator', async () => {
  const code = setUpCode(readSecret({ dataDir }))
  expect(JSON.parse(await run('set-up-code', '--json'))).toEqual({ code })
  expect(await run('set-up-code', '--lang', 'en')).toBe(`set-up code: ${code}\n`)
})

test('people are invited with a link, listed, given roles, and shut out', async () => {
  const invited = JSON.parse(
    await run(
      'invite',
      'Somsri@example.go.th',
      '--name',
      'สมศรี',
      '--role',
      'coordinator',
      '--agency',
      'river',
      '--json',
    ),
  )
  expect(invited.link).toMatch(
    new RegExp(`^https://ita.example.go.th/invitations/${invited.id}\\.[\\w-]{43}$`),
  )
  expect(await run('list', '--lang', 'en')).toBe('nobody is as asked\n')
  await act(doorwayOf(database), operator, (context) =>
    makeFirstAdministrator(context, {
      ...{ name: 'หัวหน้า', email: 'chief@example.go.th', password: 'a good long password', mode: 'centre' },
    }),
  )
  await expect(run('set-up-code')).rejects.toMatchObject({ code: 'instance.alreadyStarted' })
  const { id } = JSON.parse(
    await run('grant', 'chief@example.go.th', '--role', 'executive', '--agency', 'HILL', '--json'),
  )
  expect(await run('list', '--agency', 'hill')).toBe(
    'chief@example.go.th  หัวหน้า  ผู้ดูแลระบบส่วนกลาง  ผู้บริหาร (HILL)\nหน้า 1 จาก 1 ทั้งหมด 1 คน\n',
  )
  expect(await run('end-grant', id, '--reason', 'ย้าย', '--lang', 'en')).toBe('the role has ended\n')
  expect(JSON.parse(await run('list', '--json'))[0].grants).toMatchObject([{ role: 'administrator' }])
  await expect(run('disable', 'chief@example.go.th')).rejects.toMatchObject({
    code: 'grant.lastAdministrator',
  })
})

test.each([
  [['invite', 'a@example.go.th', '--name', 'A', '--role', 'king'], 'grant.roleUnknown'],
  [['invite', 'a@example.go.th', '--name', 'A', '--role', 'coordinator'], 'grant.scopeNotForRole'],
  [['grant', 'nobody@example.go.th', '--role', 'auditor'], 'account.notFound'],
  [['disable', 'nobody@example.go.th'], 'account.notFound'],
  [['end-grant', 'none', '--reason', 'x'], 'grant.notFound'],
  [['list', '--page', '0'], 'registry.numberInvalid'],
])('%j is refused with %s', async (args, code) => {
  await expect(run(...args)).rejects.toMatchObject({ code })
})
