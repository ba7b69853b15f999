/** What a ranking's address may say, and what is refused. */
import { describe, expect, test } from 'vitest'
import { Problem } from '#base/problem.ts'
import { rankingPath } from '../../ui/addresses.ts'
import { addressOf, readRankingQuery, sortedBy } from './ranking-query.ts'

const read = (query: string) => readRankingQuery(new URLSearchParams(query), 2568)

function refusal(query: string): Problem {
  try {
    read(query)
  } catch (error) {
    if (error instanceof Problem) return error
  }
  throw new Error(`not refused: ${query}`)
}

describe('reading', () => {
  test('an address that says nothing asks for the first page in order of place', () => {
    expect(read('')).toEqual({
      fiscalYear: 2568,
      sort: 'rank',
      direction: 'ascending',
      page: 1,
      pageSize: 50,
    })
  })

  test('filters left empty by the form count as not chosen', () => {
    expect(read('type=&ministry=&province=&q=++')).toEqual(read(''))
  })

  test('every filter reaches the query under its own name', () => {
    expect(read('type=department&ministry=m1&province=p1&q=เทศบาล')).toMatchObject({
      type: 'department',
      ministry: 'm1',
      province: 'p1',
      search: 'เทศบาล',
    })
  })

  test('totals are sorted from the highest unless asked otherwise', () => {
    expect(read('sort=total').direction).toBe('descending')
    expect(read('sort=total&direction=ascending').direction).toBe('ascending')
  })

  test('a page may be written in Thai digits', () => {
    expect(read('page=๑๒').page).toBe(12)
  })

  test.each([
    ['sort=best', 'sort'],
    ['direction=up', 'direction'],
    ['page=0', 'page'],
    ['page=-1', 'page'],
    ['page=1e3', 'page'],
    ['page=9999999', 'page'],
  ])('%s is refused and the parameter is named', (query, name) => {
    expect(refusal(query)).toMatchObject({ kind: 'invalid', parameters: { name } })
  })
})

describe('writing', () => {
  test.each([
    '/results?year=2568',
    '/results?year=2568&type=department&q=a&page=2',
    '/results?year=2568&sort=total',
    '/results?year=2568&sort=total&direction=ascending',
    '/results?year=2568&sort=rank&direction=descending',
  ])('%s is read and written again as it was', (path) => {
    expect(rankingPath(addressOf(read(path.split('?')[1] ?? '')))).toBe(path)
  })

  test('a second press on the same column turns the order round and starts at the first page', () => {
    expect(sortedBy(read('sort=total&page=3'), 'total')).toMatchObject({ direction: 'ascending', page: 1 })
    expect(sortedBy(read('sort=total&page=3'), 'name')).toMatchObject({ direction: 'ascending', page: 1 })
  })
})
