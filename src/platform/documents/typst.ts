/** Sets a document as PDF by a Typst template, in one thread that is started at need and kept warm. */
import { Worker } from 'node:worker_threads'
import type { TypstAnswer, TypstJob } from './typst-worker.ts'

interface Waiting {
  readonly resolve: (pdf: Uint8Array<ArrayBuffer>) => void
  readonly reject: (error: Error) => void
}

const waiting = new Map<number, Waiting>()
let worker: Worker | undefined
let lastId = 0

/**
 * Sets `template` (the path of a .typ file) with `data`, which it reads by `json(bytes(sys.inputs.data))`: words
 * are data and never source. `assets` are files by name, such as `trend.svg`; the template sees no others.
 * The same input gives the same bytes. Fails when the template does: a defect of the program, not of the input.
 */
export function renderPdf(
  template: string,
  data: object,
  assets: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  lastId += 1
  const drawn = Object.entries(assets).map(([name, content]) => [name, forTypst(content)])
  const job: TypstJob = {
    id: lastId,
    template,
    data: JSON.stringify(data),
    assets: Object.fromEntries(drawn),
  }
  return new Promise((resolve, reject) => {
    waiting.set(job.id, { resolve, reject })
    worker ??= startWorker()
    worker.ref()
    worker.postMessage(job)
  })
}

/** Typst misdraws ำ in an SVG's text; its two halves, with a tone mark between them, come out right. */
function forTypst(content: string | Uint8Array): string | Uint8Array {
  return typeof content === 'string'
    ? content.replace(/([\u0e48-\u0e4b]?)\u0e33/g, '\u0e4d$1\u0e32')
    : content
}

/** Only a thread with work to do keeps the process alive. */
function startWorker(): Worker {
  const started = new Worker(new URL('./typst-worker.ts', import.meta.url))
  started.on('message', (answer: TypstAnswer) => {
    settle(answer)
    if (waiting.size === 0) started.unref()
  })
  const abandonBy = (error: Error) => {
    if (worker === started) abandon(error)
  }
  started.on('error', (error) => abandonBy(error instanceof Error ? error : new Error(String(error))))
  started.on('exit', (code) => abandonBy(new Error(`the document thread ended with code ${code}`)))
  return started
}

function settle(answer: TypstAnswer): void {
  const caller = waiting.get(answer.id)
  waiting.delete(answer.id)
  if ('pdf' in answer) caller?.resolve(answer.pdf)
  else caller?.reject(new Error(answer.failure))
}

function abandon(error: Error): void {
  worker = undefined
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}
