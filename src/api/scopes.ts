/** Which scopes an access key needs for a route: told to people in its description, and to programs in its security. */
import { type Permission, readScope } from '#base/permission.ts'
import { keyScheme } from './problem-schema.ts'

/** The permission that is always asked, or one with what it is asked for, such as "to move it". */
export type ScopeNeed = Permission | readonly [permission: Permission, purpose: string]

/** Spread into a route that a key may use. `about` stands before the sentence that names the scopes. */
export function needsScopes(needs: readonly ScopeNeed[], about?: string) {
  const always = needs.flatMap((need) => (isConditional(need) ? [] : [scopeOf(need)]))
  return {
    description: [about, tellScopes(needs)].filter(Boolean).join(' '),
    security: [{ [keyScheme]: always }],
  }
}

const isConditional = (need: ScopeNeed): need is readonly [Permission, string] => Array.isArray(need)

const scopeOf = ({ name, reads }: Permission): string => (reads ? readScope : name)

/** "A key needs the scopes `unit.change`, `unit.move` to move it and `unit.close` to close it." */
function tellScopes(needs: readonly ScopeNeed[]): string {
  const told = needs.map((need) => (isConditional(need) ? `${tell(need[0])} ${need[1]}` : tell(need)))
  const list = [told.slice(0, -1).join(', '), told.at(-1)].filter(Boolean).join(' and ')
  return `A key needs the scope${needs.length > 1 ? 's' : ''} ${list}.`
}

function tell({ name, reads }: Permission): string {
  return reads ? `\`${readScope}\` or \`${name}\`` : `\`${name}\``
}
