/** Drives rows of the access matrix over HTTP as one actor after another, and tells what each was answered. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Actor, anyone, roles } from '#base/actor.ts'
import type { Place } from '#base/permission.ts'
import { en } from '#text/en.ts'
import { problemText } from '#text/text.ts'
import { th } from '#text/th.ts'
import { type AccessRow, isExpected } from './access-row.ts'

export interface Driver {
  /** As the demo calls them; `nobody` has not signed in. */
  readonly name: string
  readonly actor: Actor
  readonly headers: Readonly<Record<string, string>>
}

const seed = z.object({
  password: z.string(),
  people: z.array(
    z.object({
      role: z.enum(roles),
      email: z.string(),
      scope: z.looseObject({
        kind: z.string(),
        agency: z.string().optional(),
        province: z.string().optional(),
      }),
    }),
  ),
})

type DemoPerson = z.infer<typeof seed>['people'][number]

/** The matrix knows an agency by its code. */
function scopeOf({ scope }: DemoPerson) {
  const { kind, agency, province } = scope
  if (kind === 'agency' && agency) return { kind, agencyId: agency } as const
  if (kind === 'group' && province) return { kind, province } as const
  return { kind: 'centre' } as const
}

/** Nobody, and everybody of the demo, each signed in once. */
export async function listDrivers(base: string): Promise<Driver[]> {
  const { password, people } = seed.parse(parse(readFileSync('seeds/demo/people.yaml', 'utf8')))
  const own = { Origin: base, 'Sec-Fetch-Site': 'same-origin' }
  const signedIn = await Promise.all(
    people.map(async (person) => {
      const name = person.email.replace(/@.*/, '')
      const cookie = await signIn(base, { email: person.email, password })
      const grants = [{ role: person.role, scope: scopeOf(person) }]
      const actor: Actor = { kind: 'person', id: person.email, name, grants }
      return { name, actor, headers: { ...own, Cookie: cookie } }
    }),
  )
  return [{ name: 'nobody', actor: anyone, headers: own }, ...signedIn]
}

export async function signIn(base: string, entry: { email: string; password: string }): Promise<string> {
  const response = await fetch(`${base}/sign-in`, {
    ...{ method: 'POST', body: new URLSearchParams(entry), redirect: 'manual', headers: { Origin: base } },
  })
  if (response.status !== 303) throw new Error(`${entry.email} cannot sign in: ${response.status}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** Where the agencies that rows name stand, by their codes. */
export async function mapPlaces(base: string, codes: readonly string[]): Promise<Map<string, Place>> {
  const entries = codes.map(async (code) => {
    const found = await fetch(`${base}/api/v1/agencies/${code}`)
    const { type, ministry, province } = (await found.json()) as Omit<Place, 'agencyId'>
    return [code, { agencyId: code, type, ministry, province }] as const
  })
  return new Map(await Promise.all(entries))
}

export interface Drive {
  readonly base: string
  readonly places: ReadonlyMap<string, Place>
  /** What stands for `{person}` and `{account}` in the rows. */
  readonly fill: Readonly<Record<string, string>>
}

/** What was wrong, or null: who was let in who may not be, who was refused who may not be, or no answer at all. */
export async function drive(
  { base, places, fill }: Drive,
  row: AccessRow,
  driver: Driver,
): Promise<string | null> {
  const request = requestOf(row, fill)
  const response = await fetch(base + request.path, {
    ...{ method: request.method, redirect: 'manual', body: request.body ?? null },
    headers: { ...driver.headers, ...request.headers },
  })
  const found = await judge(response, row)
  const expected = isExpected(driver.actor, row.who, places) ? 'allowed' : 'refused'
  const sent = row.form?.act ? ` (${row.form.act})` : ''
  if (found === expected) return null
  return `${request.method} ${request.path}${sent} as ${driver.name}: to be ${expected}, was ${found} with ${response.status}`
}

function requestOf({ route, example, form, json }: AccessRow, fill: Drive['fill']) {
  const [declared = 'GET', pattern = '/'] = route.split(' ')
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => fill[name] ?? '')
  const path = filled(example ?? pattern)
  const method = declared === 'ALL' ? (json ? 'POST' : 'GET') : declared
  if (json) {
    return { method, path, body: JSON.stringify(json), headers: { 'Content-Type': 'application/json' } }
  }
  if (!form) return { method, path, body: undefined, headers: {} }
  const entries = Object.entries(form).map(([name, value]) => [filled(name), filled(value)])
  return { method, path, body: new URLSearchParams(entries), headers: {} }
}

/** `refused` is: asked to sign in first, 401, or 403. A fault of the service is neither. */
async function judge(response: Response, { answers403 }: AccessRow): Promise<string> {
  const { status, headers } = response
  const body = await response.text()
  if (status >= 500) return 'a fault'
  if (/\/sign-in\?next=/.test(headers.get('Location') ?? '') || status === 401) return 'refused'
  if (status !== 403) return 'allowed'
  return answers403 && !refusals.some((said) => body.includes(said)) ? 'allowed' : 'refused'
}

/** The sentence of a refusal up to what it is about. */
const refusals = [th, en].flatMap((text) =>
  ['access.refused', 'access.signInFirst'].map((code) =>
    (problemText(text, code, { permission: '|' }).split('|')[0] ?? '').trim(),
  ),
)
