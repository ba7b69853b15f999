/** An agency's counts, or for the centre its answers, as a file. */
import { isPublished } from '#modules/results/states.ts'
import { canExportAnswers, canExportCounts } from '#modules/surveys/access.ts'
import { exportAnswers } from '#modules/surveys/export-answers.ts'
import { exportCounts } from '#modules/surveys/export-counts.ts'
import { formatTypes, readFormat } from '#modules/surveys/export-file.ts'
import { act } from '#platform/context.ts'
import { readParameter, readYear } from '../../public/reading.ts'
import { ofAgency } from '../agencies/of-agency.ts'
import { workingFile } from '../working.ts'

export const loader = workingFile(canExportCounts, async (asked) => {
  const { doorway, signedIn, params, url } = asked
  const ofAnswers = url.searchParams.get('of') === 'answers'
  const { code } = await ofAgency(asked, ofAnswers ? canExportAnswers : canExportCounts)
  const fiscalYear = readYear(readParameter(params, 'year'))
  const entry = { fiscalYear, agencyCode: code, format: readFormat(url.searchParams.get('format') ?? 'csv') }
  const { name, contentType, content } = await act(doorway, signedIn.person, async (context) => {
    if (!ofAnswers) return exportCounts(context, { ...entry, isPublished })
    let file = ''
    const write = (piece: string) => {
      file += piece
    }
    await exportAnswers(context, { ...entry, write })
    const ownName = `survey-answers-${fiscalYear}-${code.replace(/[^\w-]/g, '_')}.${entry.format}`
    return { name: ownName, contentType: formatTypes[entry.format], content: file }
  })
  return new Response(content, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
})
