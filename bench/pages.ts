/**
 * Claim: one process serves at least 500 public result pages a second, 95 of 100 within 50 ms. Beside it, in the same
 * minute, a bare Hono route that returns a constant of the same size.
 */
import { Hono } from 'hono'
import { loadDemo } from '#cli/demo/load.ts'
import { openAccounts } from '#modules/accounts/accounts.ts'
import { radarChart, trendChart } from '#modules/analysis/charts.ts'
import { getAgencyResult } from '#modules/results/queries.ts'
import { type Config, readConfig } from '#platform/config.ts'
import type { Doorway } from '#platform/context.ts'
import { openFiles } from '#platform/files/files.ts'
import { listen, makeHub } from '#platform/http.ts'
import { newSecret } from '#platform/secret.ts'
import { makeWeb } from '#web/web.ts'
import { median } from './clock.ts'
import { type Answers, type Reading, readPages } from './pages/readers.ts'
import { withScratchDatabase } from './scratch.ts'

const fiscalYear = 2568
const page = `/agencies/DIPROM/${fiscalYear}`
const otherPages = [`/results?year=${fiscalYear}`, '/', `${page}/explain/total`, `/frameworks/${fiscalYear}`]
const paths = [page, ...otherPages].flatMap((path) => [path, path === '/' ? '/en' : `/en${path}`])
const pairs = 5
const measured = { readers: 8, milliseconds: 2000 } as const
const zipped = { 'Accept-Encoding': 'gzip' }
/** A page asked for with a cookie is made anew each time. */
const madeAnew = { ...zipped, Cookie: 'bench=1' }
const leastPerSecond = 500
const mostMilliseconds = 50

/** A port that is free, on this machine only. */
const place = { port: 0, host: '127.0.0.1' } as Config

async function measure(doorway: Doorway): Promise<void> {
  await loadDemo(doorway)
  const config = readConfig({ SECRET: newSecret() })
  const baseUrl = 'http://127.0.0.1'
  const accounts = openAccounts(doorway, { config, baseUrl, isDemo: true })
  const product = await listen(makeHub([await makeWeb(doorway, accounts, openFiles(config))]), place)
  const { address } = product
  await readPages({ ...measured, address, paths, headers: zipped })
  const { size } = await readPages({ ...measured, address, paths, headers: zipped })
  const constant = Buffer.alloc(Math.round(size), 'x')
  const bare = new Hono().get('*', (c) => c.body(constant))
  const reference = await listen(bare, place)
  try {
    const kept: Reading = { ...measured, address, paths, headers: zipped }
    await compare(kept, { ...kept, address: reference.address })
    await reportMaking(doorway, { ...kept, paths: [page], headers: madeAnew })
  } finally {
    await product.close()
    await reference.close()
  }
}

async function compare(kept: Reading, bare: Reading): Promise<void> {
  const runs: { readonly product: Answers; readonly reference: Answers }[] = []
  for (let run = 0; run < pairs; run++) {
    const product = await readPages(kept)
    runs.push({ product, reference: await readPages(bare) })
    console.log(`  pages ${told(product)}   bare route ${told(runs.at(-1)?.reference ?? product)}`)
  }
  const perSecond = median(runs.map(({ product }) => product.perSecond))
  const p95 = median(runs.map(({ product }) => product.p95))
  const bareRoute = median(runs.map(({ reference }) => reference.perSecond))
  const size = median(runs.map(({ product }) => product.size))
  console.log(`  ${kept.paths.length} pages in turn, ${(size / 1000).toFixed(1)} kB each as sent`)
  console.log(
    `  medians: ${perSecond.toFixed(0)} pages/s, p95 ${p95.toFixed(1)} ms (claimed: at least ${leastPerSecond}, at most ${mostMilliseconds} ms)`,
  )
  console.log(`  ratio to the bare route ${(perSecond / bareRoute).toFixed(2)} ×`)
  if (!(perSecond >= leastPerSecond && p95 <= mostMilliseconds)) process.exitCode = 1
}

/** What it costs to make an agency's page, and how much of it goes where. */
async function reportMaking({ database }: Doorway, reading: Reading): Promise<void> {
  const made = await readPages({ ...reading, readers: 1 })
  const queries = await timeOf(() => getAgencyResult(database.query, 'DIPROM', fiscalYear))
  const result = await getAgencyResult(database.query, 'DIPROM', fiscalYear)
  const charts = await timeOf(async () => {
    for (const narrow of [false, true]) {
      trendChart(result.trend, 'th', { narrow })
      radarChart(result.indicators, 'th', { narrow })
    }
  })
  const whole = 1000 / made.perSecond
  console.log(
    `  an agency's page made anew ${whole.toFixed(1)} ms: its result ${queries.toFixed(1)} ms, four charts ${charts.toFixed(1)} ms, all else ${(whole - queries - charts).toFixed(1)} ms`,
  )
}

/** Milliseconds, the median of twenty after five to warm up. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let time = 0; time < 25; time++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return median(times.slice(5))
}

const told = ({ perSecond, p95 }: Answers) =>
  `${perSecond.toFixed(0).padStart(5)}/s p95 ${p95.toFixed(1).padStart(5)} ms`

await withScratchDatabase(measure)
