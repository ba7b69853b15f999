/** Files in a bucket of a store that speaks S3. */
import { AwsClient } from 'aws4fetch'
import { Problem } from '#base/problem.ts'
import type { Bucket } from '../config.ts'
import { filePath } from './file-path.ts'
import type { Files } from './files.ts'

type Send = (key: string, request?: RequestInit) => Promise<Response>

const patienceMilliseconds = 60_000

export function openBucket({ url, region, keyId, keySecret }: Bucket): Files {
  const client = new AwsClient({
    ...{ accessKeyId: keyId, secretAccessKey: keySecret, service: 's3', region, retries: 3 },
  })
  const send: Send = (key, request = {}) =>
    client
      .fetch(`${url}/${filePath(key)}`, { ...request, signal: AbortSignal.timeout(patienceMilliseconds) })
      .catch((error: Error) => unavailable(error.name))
  return {
    put: async (key, bytes, { contentType }) => {
      if (await hasFile(send, key, bytes.byteLength)) return
      // The store refuses a body that came to harm on the way: the key is its hash.
      const headers = { 'content-type': contentType, 'x-amz-content-sha256': key }
      await release(await send(key, { method: 'PUT', headers, body: Uint8Array.from(bytes) }))
    },
    get: async (key) => (await found(await send(key)))?.bytes(),
    open: async (key) => {
      const answer = await found(await send(key))
      if (!answer?.body) return undefined
      return { bytes: Number(answer.headers.get('content-length')), stream: answer.body }
    },
    remove: async (key) => {
      const answer = await send(key, { method: 'DELETE' })
      if (answer.status !== 404) await release(answer)
    },
  }
}

async function hasFile(send: Send, key: string, bytes: number): Promise<boolean> {
  const { status, headers } = await send(key, { method: 'HEAD' })
  if (status !== 200 && status !== 404) unavailable(status)
  return status === 200 && Number(headers.get('content-length')) === bytes
}

async function found(answer: Response): Promise<Response | undefined> {
  if (answer.ok) return answer
  await answer.body?.cancel()
  return answer.status === 404 ? undefined : unavailable(answer.status)
}

/** A body left unread would keep the connection. */
async function release(answer: Response): Promise<void> {
  await answer.body?.cancel()
  if (!answer.ok) unavailable(answer.status)
}

function unavailable(reason: string | number): never {
  throw new Problem('unavailable', 'files.unavailable', { reason })
}
