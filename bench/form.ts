/**
 * Claim: the survey form, with a key of its own for each respondent, is served at least half as fast as a route that
 * returns a constant of the same size.
 */
import { Hono } from 'hono'
import { median } from './clock.ts'
import { openSurveys, send, serveSurvey } from './intake/survey.ts'
import { withScratchDatabase } from './scratch.ts'

const seconds = 4
const pairs = 3
const claimedRatio = 0.5

await withScratchDatabase(async (doorway) => {
  const constant = new Hono()
  let body = ''
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }
  constant.get('/constant', (c) => c.body(body, 200, headers))
  const paths = await openSurveys(doorway)
  const survey = await serveSurvey(doorway, { more: [constant] })
  body = await (await fetch(`http://127.0.0.1:${survey.port}${paths[0]}`)).text()
  const job = { port: survey.port, connections: 64, inFlight: 1, seconds, what: 'form' } as const
  const ratios: number[] = []
  try {
    for (let pair = 0; pair < pairs; pair++) {
      const form = await send({ ...job, paths })
      const reference = await send({ ...job, paths: ['/constant'] })
      const [taken, most] = [form.perSecond['200'] ?? 0, reference.perSecond['200'] ?? 0]
      ratios.push(taken / most)
      console.log(
        `form ${Math.round(taken)}/s, constant ${Math.round(most)}/s, ratio ${(taken / most).toFixed(2)}`,
      )
    }
  } finally {
    await survey.close()
  }
  const ratio = median(ratios)
  console.log(
    `${Buffer.byteLength(body)} bytes: ${ratio.toFixed(2)} × the reference; claimed ${claimedRatio}, ${ratio >= claimedRatio ? 'kept' : 'NOT kept'}`,
  )
})
