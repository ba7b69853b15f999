/** The frameworks that come with the product: all years load, and hold what each year is known for. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Problem } from '#base/problem.ts'
import { checkFramework } from './check.ts'
import { readAllFrameworks, readFramework } from './load.ts'
import { indicatorsOf, itemsOf, leafQuestions, questionsOf } from './lookup.ts'

const root = join(import.meta.dirname, '../../../frameworks')
const years = [2563, 2564, 2565, 2566, 2567, 2568, 2569]

describe('the shipped years', () => {
  test.each(years)('%i has nothing to mend', async (year) => {
    const { loaded, findings } = await checkFramework(join(root, String(year)))
    expect(findings).toEqual([])
    expect(loaded?.framework.fiscalYear).toBe(year)
    expect(loaded?.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('all of them load together, by year', async () => {
    const frameworks = await readAllFrameworks(root)
    expect([...frameworks.keys()]).toEqual(years)
    expect(new Set([...frameworks.values()].map(({ hash }) => hash)).size).toBe(years.length)
  })

  test.each([
    [2563, 30, 15, 43],
    [2566, 30, 15, 43],
    [2567, 15, 9, 35],
    [2568, 15, 9, 28],
    [2569, 15, 9, 26],
  ])('%i asks %i internal and %i external questions and %i disclosures', async (year, iit, eit, oit) => {
    const { framework } = await readFramework(join(root, String(year)))
    const count = (id: 'iit' | 'eit') =>
      indicatorsOf(framework, id).flatMap(({ number }) => questionsOf(framework, number)).length
    expect([count('iit'), count('eit'), framework.disclosureItems.length]).toEqual([iit, eit, oit])
  })

  test.each([2568, 2569])('%i has advice for every question and every indicator', async (year) => {
    const { framework } = await readFramework(join(root, String(year)))
    const { instruments, questions } = framework.recommendations
    expect(questions.map(({ question }) => question)).toEqual(framework.questions.map(({ id }) => id))
    const advised = instruments.flatMap(({ indicators }) => indicators.map(({ indicator }) => indicator))
    expect(advised).toEqual(framework.indicators.map(({ number }) => number))
  })

  test('what a question refers to in 2568 it refers to in 2569 under the new codes', async () => {
    const meant = async (year: number) => {
      const { framework } = await readFramework(join(root, String(year)))
      const ids = new Map(framework.disclosureItems.map((item) => [item.code, item.id]))
      return framework.questions.map(({ id, refersTo }) => [
        id,
        refersTo?.map((code) => ids.get(code) ?? code),
      ])
    }
    expect(await meant(2569)).toEqual(await meant(2568))
  })

  test('item o26 of 2568 is worth ten points of indicator 10', async () => {
    const { framework } = await readFramework(join(root, '2568'))
    const points = itemsOf(framework, 10).map((item) => [item.code, item.points])
    expect(points).toContainEqual(['o26', '10'])
    expect(points).toHaveLength(8)
  })

  test('the columns of the 2568 internal survey are i1 to i15 with six answers, or two for bribery', async () => {
    const { framework } = await readFramework(join(root, '2568'))
    const columns = leafQuestions(framework, 'iit').map(({ id, optionSet }) => [id, optionSet.options.length])
    const binary = ['i3', 'i9']
    const expected = Array.from({ length: 15 }, (_, index) => `i${index + 1}`)
    expect(columns).toEqual(expected.map((id) => [id, binary.includes(id) ? 2 : 6]))
  })
})

describe('a framework on disk', () => {
  test('keeps its hash when lines move or comments change, and loses it when a word changes', async () => {
    const workspace = await mkdtemp(join(tmpdir(), 'prongsai-load-'))
    const folder = join(workspace, '2568')
    await cp(join(root, '2568'), folder, { recursive: true })
    const file = join(folder, 'framework.yaml')
    const text = await readFile(file, 'utf8')
    const { hash } = await readFramework(folder)
    await writeFile(file, `# a comment\n${text.replace('scheme: nacc\n', '')}\nscheme: nacc\n`)
    expect((await readFramework(folder)).hash).toBe(hash)
    await writeFile(file, text.replace('Use of power', 'Use of powers'))
    expect((await readFramework(folder)).hash).not.toBe(hash)
    await rm(workspace, { recursive: true })
  })

  test('is refused with every finding when it is broken', async () => {
    const refusal = await readFramework(join(root, 'nowhere')).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Problem)
    expect(refusal).toMatchObject({
      kind: 'invalid',
      code: 'framework.invalid',
      findings: [{ code: 'framework.folderMissing' }],
    })
  })
})
