/** What stands above a page of the registry: the list of agencies, except where there is only one's own. */
import type { Crumb } from '../../ui/breadcrumbs.tsx'
import { useReader } from '../../ui/language.ts'
import { useOwnAgency } from '../../ui/own-agency.ts'
import { agencyWorkPath } from './of-agency.ts'

/** With the code of an agency, of a page below the agency's. */
export function useRegistryCrumbs(code?: string): Crumb[] {
  const { text } = useReader()
  const isAlone = useOwnAgency() !== null
  const list = { name: text.workspace.agencies.title, path: '/work/agencies' }
  const agency = code === undefined ? [] : [{ name: code, path: agencyWorkPath(code) }]
  return isAlone ? agency : [list, ...agency]
}
