/** Holds the documents to the code: what they name must be there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeProgram } from '#cli/program.ts'

const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'STYLE.md',
  'GLOSSARY.md',
  'SECURITY.md',
  'CHANGELOG.md',
]
const folders = ['src/', 'bin/', 'tests/', 'docs/', 'frameworks/', 'migrations/', 'seeds/', 'bench/']
const read = (file: string): string => readFileSync(file, 'utf8')

describe('documents', () => {
  test.each(documents)('%s names only files that exist', (document) => {
    const named = [...read(document).matchAll(/`([\w./-]+)`|\]\(([\w./-]+)\)/g)].map(
      ([, code, link]) => code ?? link ?? '',
    )
    const paths = named.filter(
      (name) => folders.some((folder) => name.startsWith(folder)) || name.endsWith('.md'),
    )
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
  })

  test('every command of the README is a command of the program', () => {
    const commands = [...read('README.md').matchAll(/npm run -s prongsai -- ([a-z]+)(?: ([a-z]+))?/g)]
    expect(commands.length).toBeGreaterThan(4)
    for (const [, name = '', sub = ''] of commands) {
      const command = makeProgram().commands.find((one) => one.name() === name)
      expect(command, name).toBeDefined()
      const children = command?.commands.map((one) => one.name()) ?? []
      if (children.length > 0) expect(children, `${name} ${sub}`).toContain(sub)
    }
  })

  test('every script of the README is a script of the package', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = [...read('README.md').matchAll(/npm (?:run (?:-s )?)?(demo|test|start|prongsai)\b/g)]
    expect(named.length).toBeGreaterThan(2)
    for (const [, name = ''] of named) expect(scripts).toHaveProperty(name)
  })

  test('every module tells what it is for', () => {
    const modules = readdirSync('src/modules')
    expect(modules.filter((name) => !existsSync(`src/modules/${name}/README.md`))).toEqual([])
  })

  test('a decision stays within a page', () => {
    const long = readdirSync('docs/decisions').filter(
      (name) => read(`docs/decisions/${name}`).split(/\s+/).length > 600,
    )
    expect(long).toEqual([])
  })
})
