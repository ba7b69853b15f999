/** Holds every file to the map in `architecture.ts`. */
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { en } from '#text/en.ts'
import { th } from '#text/th.ts'
import {
  doors,
  forbiddenNames,
  limits,
  modules,
  pureFiles,
  pureModules,
  rooms,
  storeys,
  unlimited,
} from '../architecture.ts'
import { readSources, type SourceFile } from './support/sources.ts'

const sources = readSources()
const products = sources.filter(({ path }) => /^(src|bin)\//.test(path))
const isTest = ({ path }: SourceFile): boolean => /\.(test|spec)\.tsx?$/.test(path)
const isLimited = ({ path }: SourceFile): boolean => !unlimited.some((pattern) => pattern.test(path))

/** `src/modules/results/queries.ts` → storey modules, module results; `bin/server.ts` → storey bin. */
function placeOf(path: string): { storey: string; module: string | undefined } {
  const parts = path.split('/')
  if (parts[0] !== 'src') return { storey: parts[0] ?? '', module: undefined }
  return { storey: parts[1] ?? '', module: parts[1] === 'modules' ? parts[2] : undefined }
}

function forbiddenImports(check: (from: SourceFile, to: string) => boolean): string[] {
  return products.flatMap((file) =>
    file.imports
      .filter((to) => /^(src|bin)\//.test(to) && check(file, to))
      .map((to) => `${file.path} → ${to}`),
  )
}

describe('the house', () => {
  test('reads every source file there is', () => {
    expect(products.length).toBeGreaterThan(50)
  })

  test('imports only go down the storeys', () => {
    const upward = forbiddenImports((from, to) => {
      if (isTest(from)) return false
      const [own, other] = [placeOf(from.path).storey, placeOf(to).storey]
      return own !== other && !storeys[own]?.includes(other)
    })
    expect(upward).toEqual([])
  })

  test('a module imports only modules above it', () => {
    const order = (name: string): number => modules.indexOf(name as (typeof modules)[number])
    const wrong = forbiddenImports((from, to) => {
      const [own, other] = [placeOf(from.path).module, placeOf(to).module]
      return own !== undefined && other !== undefined && order(other) > order(own) && !isTest(from)
    })
    expect(wrong).toEqual([])
  })

  test('doors never import each other', () => {
    const isDoor = (storey: string): boolean => (doors as readonly string[]).includes(storey)
    const wrong = forbiddenImports((from, to) => {
      const [own, other] = [placeOf(from.path).storey, placeOf(to).storey]
      return isDoor(own) && isDoor(other) && own !== other
    })
    expect(wrong).toEqual([])
  })

  test('doors call verbs and queries, never tables', () => {
    const wrong = forbiddenImports(
      (from, to) => basename(to) === 'tables.ts' && !from.path.startsWith('src/modules/') && !isTest(from),
    )
    expect(wrong).toEqual([])
  })

  test('a module writes only to its own tables', () => {
    const wrong = products
      .filter((file) => file.path.startsWith('src/modules/') && !isTest(file))
      .flatMap((file) =>
        file.writes
          .filter(({ from }) => from !== `src/modules/${placeOf(file.path).module}/tables.ts`)
          .map(({ table, from }) => `${file.path} writes ${table} of ${from}`),
      )
    expect(wrong).toEqual([])
  })

  test('the environment is read in one file only', () => {
    const wrong = products.filter(
      ({ path, text }) =>
        /process\.env\b/.test(text) && path !== 'src/platform/config.ts' && path !== 'bin/setup.mjs',
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('cryptography stays in platform and base/id', () => {
    const wrong = products.filter(
      ({ path, text }) =>
        /from '(node:)?crypto'/.test(text) && !/^(src\/platform\/|src\/base\/id\.ts|bin\/)/.test(path),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('pure files use no clock, chance, environment or disk', () => {
    const impure = /\bnew Date\(\)|Date\.now\(|Math\.random\(|\bprocess\.|from 'node:|performance\.now/
    const isPure = (path: string): boolean => {
      const { module } = placeOf(path)
      const name = basename(path)
      return (
        (pureFiles as readonly string[]).includes(name) ||
        (module !== undefined && (pureModules as readonly string[]).includes(module))
      )
    }
    const wrong = products.filter((file) => isPure(file.path) && !isTest(file) && impure.test(file.text))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('every file is in a room', () => {
    const folders = (path: string): string[] =>
      readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
    const ignored = ['.git', 'node_modules', 'build', 'data', '.cache', '.react-router']
    expect(
      folders('.')
        .filter((name) => !ignored.includes(name))
        .sort(),
    ).toEqual([...rooms.root].sort())
    expect(folders('src').sort()).toEqual([...rooms.src].sort())
    expect(folders('src/modules').sort()).toEqual([...modules].sort())
  })

  test('no drawer: no folder or file is named for nothing', () => {
    const wrong = products.filter(({ path }) =>
      path
        .split('/')
        .some((part) => (forbiddenNames as readonly string[]).includes(part.replace(/\.\w+$/, ''))),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})

describe('sizes', () => {
  test('no file is longer than its limit', () => {
    const long = sources.filter((file) => isLimited(file) && file.lines > limits.file)
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
  })

  test('no function is longer than its limit or takes more parameters', () => {
    const wrong = products.filter(isLimited).flatMap((file) =>
      file.functions
        .filter(({ lines, parameters }) => {
          const isComponent = file.path.endsWith('.tsx')
          return lines > (isComponent ? limits.component : limits.function) || parameters > limits.parameters
        })
        .map(
          ({ name, line, lines, parameters }) =>
            `${file.path}:${line} ${name}: ${lines} lines, ${parameters} parameters`,
        ),
    )
    expect(wrong).toEqual([])
  })

  test('every file opens by saying what it is for', () => {
    const silent = sources.filter(({ text }) => !/^(#!.*\n)?\/\*\*/.test(text))
    expect(silent.map(({ path }) => path)).toEqual([])
  })
})

describe('words', () => {
  test('every problem code has a sentence in both languages', () => {
    const codes = new Set(
      products
        .filter((file) => !isTest(file))
        .flatMap(({ text }) =>
          [
            ...text.matchAll(/new Problem\(\s*'\w+',\s*'([\w.-]+)'/g),
            ...text.matchAll(/\bcode: '([a-z][\w-]*\.[\w.-]+)'/g),
          ].map((match) => match[1] ?? ''),
        ),
    )
    expect(codes.size).toBeGreaterThan(20)
    const missing = [...codes].filter((code) => !(code in th.problems) || !(code in en.problems))
    expect(missing).toEqual([])
  })

  test('both languages say the same things', () => {
    expect(shapeOf(en)).toEqual(shapeOf(th))
  })
})

function shapeOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return 'sentence'
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, shapeOf(item)])
      .sort(),
  )
}
