/** One part of what was kept of a link, as a file: its body, its words or its picture; it never runs in our name. */
import { Problem } from '#base/problem.ts'
import { canWork } from '#modules/accounts/access.ts'
import { openSnapshotPart, type SnapshotPart } from '#modules/disclosure/snapshots/open-part.ts'
import { readParameter } from '../../public/reading.ts'
import { workingFile } from '../working.ts'
import { getSeenSnapshot } from './seen-snapshot.ts'

const parts: readonly SnapshotPart[] = ['body', 'text', 'picture']

export const loader = workingFile(canWork, async (asked) => {
  const { found } = await getSeenSnapshot(asked)
  const part = parts.find((known) => known === readParameter(asked.params, 'part'))
  const opened = part && (await openSnapshotPart(asked.files, found.snapshot, part))
  if (!opened) throw new Problem('notFound', 'snapshot.notFound')
  return new Response(opened.stream, { headers: opened.headers })
})
