/**
 * Claim: answers sent as forms over real HTTP, checked, sealed, kept exactly once and durable, come in at least as fast
 * as raw single-row INSERTs by 32 clients into the same server; and when more comes than fits the queue, what is
 * accepted is answered within half a second at the 99th percentile and the rest is told to come again.
 * `--stored N` fills the tables with N answers first; `--seconds S` is the length of each run, `--pairs N` how many
 * there are.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { listReadyParts } from '#modules/surveys/move-waiting.ts'
import type { Database } from '#platform/database.ts'
import { inMilliseconds, median } from './clock.ts'
import { measureInserts } from './intake/reference.ts'
import type { SenderJob } from './intake/sender.ts'
import { openSurveys, type ServedSurvey, send, serveSurvey } from './intake/survey.ts'
import { withScratchDatabase } from './scratch.ts'

const { values } = parseArgs({
  options: {
    stored: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '5' },
    pairs: { type: 'string', default: '5' },
  },
})
const seconds = Number(values.seconds)
const claimedRatio = 1
const claimedP99 = 500
/** Small enough that 256 connections, each waiting for its answer, keep the queue full. */
const smallCapacity = 64

const many = (count: number) => Math.round(count).toLocaleString('en')

await withScratchDatabase(async (doorway) => {
  const paths = await openSurveys(doorway)
  await fill(doorway.database, Number(values.stored))
  const survey = await serveSurvey(doorway)
  const job = { port: survey.port, paths, connections: 256, inFlight: 1, seconds } as const
  const submits = { ...job, what: 'submit' } as const
  try {
    await send(submits)
    await compare(doorway.database, survey, submits)
    await complete({ ...job, what: 'form+submit' })
  } finally {
    await survey.close()
  }
  const full = await serveSurvey(doorway, { capacity: smallCapacity })
  try {
    await overfill(doorway.database, { ...submits, port: full.port })
  } finally {
    await full.close()
  }
})

async function compare(database: Database, survey: ServedSurvey, job: SenderJob): Promise<void> {
  const ratios: number[] = []
  for (let pair = 0; pair < Number(values.pairs); pair++) {
    const before = await countKeys(database)
    const sent = await send(job)
    await untilMovedOn(database, survey)
    const { by, perSecond: reference } = await measureInserts(database, { seconds, protocol: 'simple' })
    const prepared = await measureInserts(database, { seconds, protocol: 'prepared' })
    const taken = sent.perSecond['303'] ?? 0
    ratios.push(taken / reference)
    demandStored((await countKeys(database)) - before, sent.counts['303'] ?? 0)
    console.log(
      `submit ${many(taken)}/s (p99 ${inMilliseconds(sent.p99)}), ${by} raw INSERT ${many(reference)}/s, ratio ${(taken / reference).toFixed(2)} (prepared ${many(prepared.perSecond)}/s, ${(taken / prepared.perSecond).toFixed(2)})`,
    )
  }
  const ratio = median(ratios)
  console.log(
    `submit: ${ratio.toFixed(2)} × the reference; claimed ${claimedRatio}, ${ratio >= claimedRatio ? 'kept' : 'NOT kept'}`,
  )
}

async function complete(job: SenderJob): Promise<void> {
  const { perSecond } = await send(job)
  console.log(`form page and submit: ${many(perSecond['303'] ?? 0)} complete answers a second`)
}

async function overfill(database: Database, job: SenderJob): Promise<void> {
  const before = await countKeys(database)
  const { perSecond, counts, p99, median: middle } = await send(job)
  demandStored((await countKeys(database)) - before, counts['303'] ?? 0)
  const isKept = p99 <= claimedP99 && (counts['503'] ?? 0) > 0
  console.log(
    `at the deadline, ${job.connections} connections and room for ${smallCapacity}: ${many(perSecond['303'] ?? 0)}/s accepted in ${inMilliseconds(middle)}, p99 ${inMilliseconds(p99)}; ${many(perSecond['503'] ?? 0)}/s told to come again; claimed p99 ${claimedP99} ms, ${isKept ? 'kept' : 'NOT kept'}`,
  )
}

/** A rush puts off that full groups move on: the reference gets the server to itself once they have. */
async function untilMovedOn({ query }: Database, { room }: ServedSurvey): Promise<void> {
  const begun = performance.now()
  while ((await listReadyParts(query, room)).length > 0) await pause(500)
  console.log(`  all full groups moved on within ${inMilliseconds(performance.now() - begun)} after the rush`)
}

async function countKeys({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ count: string }>('select count(*) as count from survey_submissions')
  return Number(rows[0]?.count)
}

/** Those sent before the clock started, and as it stopped, are stored too: never fewer than were acknowledged. */
function demandStored(stored: number, acknowledged: number): void {
  if (stored < acknowledged) throw new Error(`${acknowledged} acknowledged, ${stored} stored`)
}

async function fill({ pool }: Database, count: number): Promise<void> {
  if (count === 0) return
  await pool.query(
    `insert into survey_answers (id, round_id, agency_id, part, respondents, days, day_counts, answers)
     select gen_random_uuid(), round_id, agency_id, part, 5, array[current_date], array[5], repeat(lpad((n % 100000)::text, 15, '0'), 5)
     from generate_series(1, $1::int / 5) n
     join (select *, row_number() over () - 1 as place, count(*) over () as places from survey_parts) part
       on part.place = n % part.places`,
    [count],
  )
  await pool.query(
    `insert into survey_submissions (key_hash, part_id)
     select sha256(n::text::bytea), (array(select id from survey_parts))[1 + n % 100] from generate_series(1, $1::int) n`,
    [count],
  )
  await pool.query('vacuum analyze survey_answers, survey_submissions')
  console.log(`${many(count)} answers stored before`)
}
