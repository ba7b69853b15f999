/** Opens what was kept of a link, to be handed to browsers: whatever a page holds, it never runs in our name. */
import type { Files, OpenedFile } from '#platform/files/files.ts'
import { pictureType } from '#platform/picture/picture.ts'
import type { Snapshot } from './snapshots.ts'

/** `body` as the server sent it, `text` as it was read, `picture` as a browser showed it. */
export type SnapshotPart = 'body' | 'text' | 'picture'

export interface OpenedPart extends OpenedFile {
  /** All that the answer must carry. */
  readonly headers: Readonly<Record<string, string>>
}

type Kept = Snapshot['snapshot']

/** Undefined where there is no such part. Throws `files.unavailable`. */
export async function openSnapshotPart(
  files: Pick<Files, 'open'>,
  snapshot: Kept,
  part: SnapshotPart,
): Promise<OpenedPart | undefined> {
  const key = { body: snapshot.bodyKey, text: snapshot.textKey, picture: snapshot.pictureKey }[part]
  const opened = key === null ? undefined : await files.open(key)
  if (!opened) return undefined
  const { type, disposition } = part === 'body' ? asDownload(snapshot) : shown[part]
  const headers = {
    ...{ 'Content-Type': type, 'Content-Disposition': disposition, 'Content-Length': String(opened.bytes) },
    ...{ 'Content-Security-Policy': "default-src 'none'; sandbox", 'X-Content-Type-Options': 'nosniff' },
    ...{ 'Cross-Origin-Resource-Policy': 'same-origin', 'Cache-Control': 'private, no-cache' },
  }
  return { ...opened, headers }
}

const shown = {
  text: { type: 'text/plain; charset=utf-8', disposition: 'inline' },
  picture: { type: pictureType, disposition: 'inline' },
} as const

/** Types that no browser runs, and what a file of each is called. */
const extensions = new Map([
  ['application/pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['text/csv', 'csv'],
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/webp', 'webp'],
])

/** Pages go out as text, and what is not known as bytes; never to be opened in place. */
function asDownload({ report }: Kept) {
  const [type = ''] = (report?.contentType ?? '').toLowerCase().split(';', 1)
  const extension = extensions.get(type.trim())
  if (extension) return { type: type.trim(), disposition: attachment(extension) }
  const isPage = /html|xml|^text\//.test(type)
  return isPage
    ? { type: 'text/plain', disposition: attachment('txt') }
    : { type: 'application/octet-stream', disposition: attachment('bin') }
}

function attachment(extension: string): string {
  return `attachment; filename="snapshot.${extension}"`
}
