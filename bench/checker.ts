/**
 * Claims: of a labelled site of more than three hundred links with every verdict the checker is right about at least 98
 * of 100, and it checks at least as many links a second as linkinator, which takes neither words nor hashes.
 */
import { setDefaultCACertificates } from 'node:tls'
import type { Verdict } from '#modules/disclosure/check-report.ts'
import { openFastSite } from './checker/fast-site.ts'
import { openChecker } from './checker/ours.ts'
import { runLinkinator } from './checker/reference.ts'
import { type LabelledSite, openLabelledSite } from './checker/site.ts'
import { median } from './clock.ts'

const claimedAccuracy = 0.98
const claimedRatio = 1
/** How long either waits for an answer: short, so that the bench is. */
const patience = 4000
const speedRuns = 5
/** The reading processes start with the first link, and then stay. */
const warmUp = 40
const sizes = [1000, 100] as const

const isFine = (verdict: Verdict) => verdict === 'live' || verdict === 'moved'
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`

async function measureVerdicts(site: LabelledSite): Promise<number> {
  const { links, allowHosts, authorities } = site
  const urls = links.map(({ url }) => url)
  const limits = { totalMilliseconds: patience, headersMilliseconds: patience, connectMilliseconds: patience }
  const checker = await openChecker({ allowHosts, authorities, limits })
  const { reports } = await checker.run(urls).finally(() => checker.close())
  setDefaultCACertificates([...authorities])
  const { isOk } = await runLinkinator({ urls, milliseconds: patience })
  const judged = links.map((link, place) => ({
    ...link,
    given: reports[place]?.verdict ?? 'serverError',
    isOkThere: isOk.get(new URL(link.url).href) === true,
  }))
  for (const { url, verdict, given, about } of judged.filter((one) => one.verdict !== one.given)) {
    console.log(`  missed: ${verdict} taken for ${given}: ${decodeURI(url)} (${about.slice(0, 100)})`)
  }
  const right = judged.filter(({ verdict, given }) => verdict === given).length
  const rightly = judged.filter(({ verdict, given }) => isFine(verdict) === isFine(given)).length
  const there = judged.filter(({ verdict, isOkThere }) => isFine(verdict) === isOkThere).length
  const byVerdict = Map.groupBy(links, ({ verdict }) => verdict)
  console.log(
    `${links.length} links: ${[...byVerdict].map(([verdict, of]) => `${verdict} ${of.length}`).join(', ')}`,
  )
  console.log(`  verdict right: ${percent(right, links.length)}`)
  console.log(
    `  well or not:   ${percent(rightly, links.length)}, linkinator ${percent(there, links.length)}`,
  )
  return right / links.length
}

/** In turn, so that what else the machine does is shared. */
async function measureSpeed(count: number): Promise<number> {
  const fast = await openFastSite(count)
  const checker = await openChecker({ allowHosts: [fast.hostAndPort] })
  try {
    await checker.run(fast.urls.slice(0, warmUp))
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (let run = 0; run < speedRuns; run++) {
      const { reports, milliseconds } = await checker.run(fast.urls)
      const isWhole = reports.every(({ verdict, textHash, text }) => verdict === 'live' && textHash && text)
      if (!isWhole) throw new Error('a fast page was not read')
      ours.push(milliseconds)
      const reference = await runLinkinator({ urls: fast.urls, milliseconds: 20_000 })
      if (![...reference.isOk.values()].every(Boolean)) throw new Error('linkinator lost a fast page')
      theirs.push(reference.milliseconds)
    }
    const [own, other] = [median(ours), median(theirs)]
    const perSecond = (milliseconds: number) => `${((count / milliseconds) * 1000).toFixed(0)}/s`
    console.log(
      `  ${count} links: ${perSecond(own)}, ${(own / count).toFixed(2)} ms a link; linkinator ${perSecond(other)}, ${(other / count).toFixed(2)} ms: ${(other / own).toFixed(2)} ×`,
    )
    return other / own
  } finally {
    await checker.close()
    await fast.close()
  }
}

async function measure(): Promise<void> {
  const site = await openLabelledSite()
  const accuracy = await measureVerdicts(site).finally(() => site.close())
  console.log('pages of 50 ms, words and hash taken:')
  const ratios: number[] = []
  for (const count of sizes) ratios.push(await measureSpeed(count))
  const [ratio = Number.NaN] = ratios
  const holds = accuracy >= claimedAccuracy && ratio >= claimedRatio
  console.log(
    `right of 100: ${(accuracy * 100).toFixed(1)}, claimed ${claimedAccuracy * 100}; speed ${ratio.toFixed(2)} ×, claimed ${claimedRatio}: ${holds ? 'holds' : 'does not hold'}`,
  )
  process.exit(holds ? 0 : 1)
}

await measure()
