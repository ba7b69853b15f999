/** A kept form is the form as it would have been drawn, with another key and with what was chosen. */
import { describe, expect, test } from 'vitest'
import type { Link } from '#modules/surveys/links.ts'
import { makeFormCache } from './form-cache.ts'
import type { RenderRespond } from './page.ts'

const link = { code: 'bcdfghjk', mode: 'open', frameworkHash: 'f', survey: 'iit' } as unknown as Link
let drawings = 0
const render: RenderRespond = (page) => {
  drawings += 1
  const key = page.kind === 'form' ? page.key : ''
  const option = (name: string, value: number) => `<input type="radio" name="${name}" value="${value}"/>`
  return `<p>${page.kind === 'form' ? page.obstacle : ''}</p><input name="key" value="${key}"/>${option('i1', 0)}${option('i1', 1)}${option('i2.1', 0)}`
}

describe('the form cache', () => {
  test('draws once and gives each respondent a key of their own', () => {
    drawings = 0
    const forms = makeFormCache(render)
    const [one, two] = [forms.draw(link, { language: 'th' }), forms.draw(link, { language: 'th' })]
    expect(drawings).toBe(1)
    expect(one).toMatch(/name="key" value="[0-9a-f]{32}"/)
    expect(one).not.toBe(two)
  })

  test('draws each language and each obstacle for itself', () => {
    drawings = 0
    const forms = makeFormCache(render)
    for (const obstacle of [undefined, 'busy', 'tooMany'] as const) {
      for (const language of ['th', 'en'] as const)
        forms.draw(link, { language, ...(obstacle && { obstacle }) })
    }
    expect(drawings).toBe(6)
  })

  test('marks what was chosen and nothing else, whatever was sent', () => {
    const chosen = { i1: '1', 'i2.1': '0', i9: '0', key: 'x', i2: '<b>', __proto__: '1' }
    const drawn = makeFormCache(render).draw(link, {
      language: 'th',
      key: 'k'.repeat(32),
      obstacle: 'busy',
      chosen,
    })
    expect(drawn).toBe(
      `<p>busy</p><input name="key" value="${'k'.repeat(32)}"/><input type="radio" name="i1" value="0"/><input type="radio" name="i1" value="1" checked=""/><input type="radio" name="i2.1" value="0" checked=""/>`,
    )
  })
})
