/** The thread that sets documents: Typst works synchronously and would hold up everything else. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler, type NodeTypstCompileResult } from '@myriaddreamin/typst-ts-node-compiler'

export interface TypstJob {
  readonly id: number
  /** The template's file. */
  readonly template: string
  /** JSON. */
  readonly data: string
  readonly assets: Readonly<Record<string, string | Uint8Array>>
}

export type TypstAnswer =
  | { readonly id: number; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly failure: string }

/** A folder that does not exist: a template sees its assets and nothing of the disk. */
const workspace = '/documents'
const fontWeights = ['400Regular', '500Medium', '600SemiBold', '700Bold']
/** How many jobs ago a cached piece of layout may have been used last. */
const cacheAge = 8

const { resolve } = createRequire(import.meta.url)
const fontBlobs = fontWeights.map((weight) =>
  readFileSync(resolve(`@expo-google-fonts/sarabun/${weight}/Sarabun_${weight}.ttf`)),
)
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] })

parentPort?.on('message', (job: TypstJob) => parentPort?.postMessage(answer(job)))

function answer(job: TypstJob): TypstAnswer {
  try {
    return { id: job.id, pdf: setDocument(job) }
  } catch (error) {
    return { id: job.id, failure: error instanceof Error ? error.message : String(error) }
  }
}

function setDocument({ template, data, assets }: TypstJob): Uint8Array<ArrayBuffer> {
  compiler.resetShadow()
  for (const [name, content] of Object.entries(assets)) {
    compiler.mapShadow(join(workspace, name), Buffer.from(content))
  }
  const mainFileContent = readFileSync(template, 'utf8')
  const compiled = compiler.compile({ mainFileContent, inputs: { data } })
  const pdf = new Uint8Array(compiler.pdf(compiledDocument(compiled, template)))
  compiler.evictCache(cacheAge)
  return pdf
}

function compiledDocument(compiled: NodeTypstCompileResult, template: string) {
  if (compiled.result) return compiled.result
  const error = compiled.takeError()
  throw new Error(`${template}: ${JSON.stringify(error?.shortDiagnostics ?? 'not compiled')}`)
}
