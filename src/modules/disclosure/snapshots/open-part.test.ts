/** As what a kept body goes out to browsers: never as anything they would run. */
import { expect, test } from 'vitest'
import { openSnapshotPart } from './open-part.ts'

const files = { open: async () => ({ bytes: 4, stream: new Response('kept').body ?? new ReadableStream() }) }

function snapshotOf(contentType: string | null) {
  const report = {
    ...{ url: 'https://hill.example', finalUrl: 'https://hill.example', verdict: 'live' as const },
    ...{ onMainSite: true, contentType, sha256: null, textHash: null, findings: [] },
  }
  const at = new Date('2025-08-15T03:00:00Z')
  return {
    ...{ linkId: '', state: 'taken' as const, askedAt: at, takenAt: at, report, status: 200, headers: {} },
    ...{ bodyKey: 'body', bodyBytes: 4, textKey: null, pictureKey: null },
  }
}

test.each([
  ['application/pdf', 'application/pdf', 'pdf'],
  ['text/csv; charset=utf-8', 'text/csv', 'csv'],
  ['IMAGE/PNG', 'image/png', 'png'],
  ['text/html; charset=utf-8', 'text/plain', 'txt'],
  ['image/svg+xml', 'text/plain', 'txt'],
  ['application/xhtml+xml', 'text/plain', 'txt'],
  ['text/javascript', 'text/plain', 'txt'],
  ['application/x-shockwave-flash', 'application/octet-stream', 'bin'],
  ['application/pdf\r\nX-Evil: 1', 'application/octet-stream', 'bin'],
  ['__proto__', 'application/octet-stream', 'bin'],
  [null, 'application/octet-stream', 'bin'],
])('a body that was sent as %j goes out as %s', async (contentType, type, extension) => {
  const body = await openSnapshotPart(files, snapshotOf(contentType), 'body')
  expect(body?.headers).toMatchObject({
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="snapshot.${extension}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
  })
})

test('a part that was not kept is not there', async () => {
  expect(await openSnapshotPart(files, snapshotOf('text/html'), 'picture')).toBeUndefined()
})
