/** All permissions there are, as the modules declare them, and the page that lists them for people. */
import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { roles } from '#base/actor.ts'
import type { Permission } from '#base/permission.ts'
import { permissionNames, roleNames } from '#text/en/access.ts'
import { permissionNames as thaiNames } from '#text/th/access.ts'
import { modules } from '../../architecture.ts'

export interface DeclaredPermission extends Permission {
  readonly module: string
  /** Under which it is exported, such as `canOpenRound`. */
  readonly constant: string
}

/** In the order of the modules, and within each as declared. */
export async function listPermissions(): Promise<DeclaredPermission[]> {
  const files = readdirSync('src/modules').filter((name) => existsSync(`src/modules/${name}/access.ts`))
  const found = files.map(async (module) => {
    const url = pathToFileURL(resolve(`src/modules/${module}/access.ts`)).href
    const exported = (await import(/* @vite-ignore */ url)) as Readonly<Record<string, unknown>>
    return Object.entries(exported).flatMap(([constant, value]) =>
      isPermission(value) ? [{ ...value, module, constant }] : [],
    )
  })
  const order = (name: string): number => (modules as readonly string[]).indexOf(name)
  return (await Promise.all(found)).flat().toSorted((a, b) => order(a.module) - order(b.module))
}

function isPermission(value: unknown): value is Permission {
  return typeof value === 'object' && value !== null && 'name' in value && 'roles' in value
}

const wordsOf = (names: Readonly<Record<string, string>>, key: string): string => names[key] ?? '?'

/** `docs/permissions.md`, from the permissions. */
export function writePermissions(permissions: readonly DeclaredPermission[]): string {
  const sections = [...new Set(permissions.map(({ module }) => module))].map((module) =>
    writeSection(
      module,
      permissions.filter((one) => one.module === module),
    ),
  )
  return `${head}\n${sections.join('\n')}`
}

const head = `# Who may do what

Made from the \`access.ts\` of each module by \`vitest run tests/access.test.ts -u\`; the same test fails where this page
says something else. A role has a permission as far as it was granted: everywhere, in a group of agencies, in one
agency, or in one unit of it. The operator at the command line has every permission. **All** is everyone without
signing in, **people** is everyone who has signed in; *reads* marks what an access key with the scope \`read\` may do.

${roles.map((role, index) => `${index + 1}. ${wordsOf(roleNames, role)} (\`${role}\`)`).join('\n')}
`

function writeSection(module: string, permissions: readonly DeclaredPermission[]): string {
  const columns = roles.map((_, index) => index + 1)
  const lines = permissions.map(({ name, roles: holders, openTo, reads }) => {
    const open = openTo === 'anyone' ? '**all**' : openTo === 'people' ? '**people**' : ''
    const marks = roles.map((role) => (holders.includes(role) ? '●' : ''))
    const said = `${wordsOf(permissionNames, name)} · ${wordsOf(thaiNames, name)}`
    return `| \`${name}\` | ${said} | ${reads ? '*reads*' : ''} | ${open} | ${marks.join(' | ')} |`
  })
  return `## ${module}

| permission | to | | open to | ${columns.join(' | ')} |
| --- | --- | --- | --- | ${columns.map(() => ':-:').join(' | ')} |
${lines.join('\n')}
`
}
