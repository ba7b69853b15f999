/** What the server says when it is ready: its address and where to begin. */
import { listPublishedYears } from '#modules/results/queries.ts'
import type { Doorway } from '#platform/context.ts'
import { th } from '#text/th.ts'
import { print } from './output.ts'

export async function greet({ database }: Doorway, address: string): Promise<void> {
  const years = await listPublishedYears(database.query)
  for (const line of th.cli.greeting({ address, year: years[0] ?? 0 }).split('\n')) print(line)
}
