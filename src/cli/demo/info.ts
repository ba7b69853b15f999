/** What a newcomer, or a program that tries the product, needs to know of the demo. */
import { listAgencies } from '#modules/registry/queries.ts'
import type { Doorway } from '#platform/context.ts'

export interface DemoInfo {
  readonly baseUrl: string
  readonly signIns: readonly { readonly role: string; readonly email: string; readonly password: string }[]
  readonly surveys: readonly {
    readonly year: number
    readonly agency: string
    readonly part: 'iit' | 'eitPublic' | 'eitSurvey'
    readonly url: string
  }[]
  readonly agencies: readonly { readonly code: string; readonly name: string }[]
}

export async function describeDemo({ database }: Doorway, baseUrl: string): Promise<DemoInfo> {
  const agencies = await listAgencies(database.query)
  return {
    baseUrl,
    signIns: [],
    surveys: [],
    agencies: agencies.map(({ code, name }) => ({ code, name: name.th })),
  }
}
