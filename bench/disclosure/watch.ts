/** The nightly run over all links: how fast it keeps what is found, and that it goes on where it was stopped. */
import type { CheckLink } from '#modules/disclosure/watching/asked-link.ts'
import { type Watched, type WatchMeans, watchRound } from '#modules/disclosure/watching/watch-round.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'

const system = { kind: 'system', name: 'bench' } as const
const fiscalYear = 2568

export interface WatchFigures {
  readonly total: number
  readonly done: number
  /** How many were done when it was stopped. */
  readonly stoppedAt: number
  readonly isFinished: boolean
  /** Both stretches together. */
  readonly perSecond: number
  /** Looked at in more than one stretch: those under way when it was stopped. */
  readonly twice: number
  /** Before the place where it stands, and not looked at. */
  readonly skipped: number
}

/** Finds on one in ten what was not there before. */
function lookInto(seen: Map<string, number>): CheckLink {
  return async ({ linkId, url }) => {
    const times = (seen.get(linkId) ?? 0) + 1
    seen.set(linkId, times)
    const isNew = linkId.charCodeAt(35) % 10 === 0
    const finding = (element: string) => ({ element, result: 'pass', quote: '', fix: null }) as const
    const report = {
      ...({ url, finalUrl: url, verdict: isNew ? 'notFound' : 'live', onMainSite: true } as const),
      ...{
        contentType: 'text/html',
        sha256: 'a',
        textHash: 'b',
        findings: [finding('opens'), finding('mainSite')],
      },
    }
    return { report, status: 200, headers: {}, body: null, text: '' }
  }
}

/** A stretch that is broken off in the middle, and one to the end: the second knows of the first what the database says. */
export async function timeWatch(doorway: Doorway): Promise<WatchFigures> {
  const seen = new Map<string, number>()
  const check = lookInto(seen)
  const stopping = new AbortController()
  const onProgress: WatchMeans['onProgress'] = ({ linksDone, linksTotal }) => {
    if (linksDone > linksTotal / 2) stopping.abort()
  }
  const begun = performance.now()
  const first = await watch(doorway, { check, signal: stopping.signal, onProgress })
  const skipped = await countSkipped(doorway, seen)
  const last = await watch(doorway, { check, signal: new AbortController().signal })
  const seconds = (performance.now() - begun) / 1000
  const { linksTotal: total = 0, linksDone: done = 0, finishedAt } = last.watch ?? {}
  return {
    ...{ total, done, stoppedAt: first.watch?.linksDone ?? 0, isFinished: finishedAt !== null },
    perSecond: done / seconds,
    twice: [...seen.values()].filter((times) => times > 1).length,
    skipped: skipped + (await countSkipped(doorway, seen)),
  }
}

const longEnough = 30 * 60_000

function watch(
  doorway: Doorway,
  means: Pick<WatchMeans, 'check' | 'signal' | 'onProgress'>,
): Promise<Watched> {
  const inTransaction = <T>(step: (context: Context) => Promise<T>) => act(doorway, system, step)
  const around = {
    inTransaction,
    log: doorway.log,
    baseUrl: 'https://ita.example',
    forMilliseconds: longEnough,
  }
  const outbox = { put: async () => undefined }
  return inTransaction((context) =>
    watchRound(context, { fiscalYear, means: { ...means, ...around, outbox } }),
  )
}

async function countSkipped({ database }: Doorway, seen: ReadonlyMap<string, number>): Promise<number> {
  const { rows } = await database.pool.query<{ id: string }>(
    `select l.id from disclosure_links l join disclosure_answers a on a.id = l.answer_id
     join disclosure_items i using (round_id, agency_id, item_code)
     where i.state <> 'final' and l.id <= (select after_link_id from disclosure_watches)`,
  )
  return rows.filter(({ id }) => !seen.has(id)).length
}
