/** Computing a nation takes a while: whoever waits is told how far it has come. */
import { expect, test } from 'vitest'
import { act } from '#platform/context.ts'
import { agencies, fiscalYear, openCastRound, operator } from '../../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../../tests/support/database.ts'
import { computeResults } from './compute.ts'

test('the last word of the progress is that all agencies of the round are done', async () => {
  const database = await openClone()
  const said: [written: number, total: number][] = []
  try {
    await act(doorwayOf(database), operator, async (context) => {
      await openCastRound(context)
      await computeResults(context, fiscalYear, { onProgress: (...progress) => said.push(progress) })
    })
  } finally {
    await database.close()
  }
  expect(said.at(-1)).toEqual([agencies.length, agencies.length])
})
