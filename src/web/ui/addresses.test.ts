/** Addresses keep their page and query when the language changes, and say nothing they need not. */
import { describe, expect, test } from 'vitest'
import {
  agencyPath,
  explainPath,
  inLanguage,
  inOtherLanguage,
  languageOf,
  rankingCsvPath,
  rankingPath,
} from './addresses.ts'

describe('language', () => {
  test.each([
    ['/', 'th'],
    ['/energy', 'th'],
    ['/en', 'en'],
    ['/en/results', 'en'],
  ])('the page %s is read in %s', (pathname, language) => {
    expect(languageOf(pathname)).toBe(language)
  })

  test.each([
    ['/', '', '/en'],
    ['/', '?q=a', '/en?q=a'],
    ['/en', '?q=a', '/?q=a'],
    ['/results', '?year=2568&page=2', '/en/results?year=2568&page=2'],
    ['/en/agencies/D/2568', '', '/agencies/D/2568'],
  ])('the switch leads from %s%s to the same page and query', (pathname, search, other) => {
    expect(inOtherLanguage(pathname, search)).toBe(other)
  })

  test('the first page with a query has an English address too', () => {
    expect(inLanguage('en', '/?year=2567')).toBe('/en?year=2567')
  })
})

describe('paths', () => {
  test('the first page of a ranking is not numbered, and empty filters are left out', () => {
    expect(rankingPath({ year: 2568, page: 1, q: '', type: undefined })).toBe('/results?year=2568')
    expect(rankingPath({ year: 2568, page: 3, from: 'A-1' })).toBe('/results?year=2568&page=3&from=A-1')
  })

  test('the CSV of a ranking has its filters but neither page nor origin', () => {
    expect(rankingCsvPath({ year: 2568, type: 'department', page: 3, from: 'A' })).toBe(
      '/results.csv?year=2568&type=department',
    )
  })

  test('a code with other characters is written so that it cannot break the address', () => {
    expect(agencyPath('ก/1', 2568)).toBe('/agencies/%E0%B8%81%2F1/2568')
  })

  test('a figure below another keeps its slash and colons', () => {
    expect(explainPath('D', 2568, 'part:iit/question:i1.2')).toBe(
      '/agencies/D/2568/explain/part:iit/question:i1.2',
    )
  })
})
