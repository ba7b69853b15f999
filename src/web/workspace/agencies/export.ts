/** The registry as a file, filtered and sorted as the list is. */
import { canSeeRegistry } from '#modules/registry/access.ts'
import { type ExportFormat, exportAgencies, exportFormats } from '#modules/registry/export-list.ts'
import { workingFile } from '../working.ts'
import { readAddress, toListQuery } from './agency-query.ts'

export const loader = workingFile(canSeeRegistry, async ({ db, url }) => {
  const asked = url.searchParams.get('format')
  const format: ExportFormat = exportFormats.find((known) => known === asked) ?? 'csv'
  const { name, contentType, bytes } = await exportAgencies(
    db,
    toListQuery(readAddress(url.searchParams)),
    format,
  )
  return new Response(bytes, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
})
