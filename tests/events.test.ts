/** Whoever reads the audit trail reads sentences: each event that is recorded anywhere has one in both languages. */
import { describe, expect, test } from 'vitest'
import { eventNames as english } from '#text/en/events.ts'
import { eventNames as thai } from '#text/th/events.ts'
import { listEventSources } from './support/events.ts'

const sources = listEventSources()
const recorded = new Set(sources.flatMap(({ event }) => event ?? []))
const files = ['src/text/th/events.ts', 'src/text/en/events.ts']

describe('an event', () => {
  test('is written out where it is recorded, as a noun and what was done to it', () => {
    const hidden = sources.filter(({ event }) => event === null)
    expect(
      hidden.map(({ path }) => path),
      `write the name out as event: 'noun.done', or as condition ? 'noun.done' : 'noun.undone', so that this test sees it`,
    ).toEqual([])
    expect(recorded.size).toBeGreaterThan(60)
    expect([...recorded].filter((event) => !/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(event))).toEqual([])
  })

  test.each([
    ['Thai', files[0] ?? '', thai],
    ['English', files[1] ?? '', english],
  ])('has a sentence in %s', (_language, file, names: Readonly<Record<string, string>>) => {
    const missing = [...recorded].filter((event) => !Object.hasOwn(names, event)).toSorted()
    const lines = missing.map((event) => `  '${event}': '…',`).join('\n')
    expect(
      missing,
      `to be added to eventNames in ${file} (and in the other of ${files.join(', ')}):\n${lines}\n`,
    ).toEqual([])
    expect(Object.values(names).filter((sentence) => sentence.trim() === '')).toEqual([])
  })

  test('that is recorded nowhere any more has no sentence left, and no two have the same', () => {
    const gone = Object.keys(thai).filter((event) => !recorded.has(event))
    expect(gone, `to be taken out of eventNames in ${files.join(' and ')}`).toEqual([])
    for (const names of [thai, english]) {
      const sentences = Object.values(names)
      expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([])
    }
  })
})
