/** The OIT page that an agency puts on its own site, as a file. */
import { canSeeItems } from '#modules/disclosure/access.ts'
import { writePublicFragment } from '#modules/disclosure/public-fragment.ts'
import { readerOf } from '../../ui/language.ts'
import { workingFile } from '../working.ts'
import { boardFileName, readWholeBoard } from './whole-board.ts'

export const loader = workingFile(canSeeItems, async (asked) => {
  const board = await readWholeBoard(asked)
  return new Response(writePublicFragment(board, readerOf(asked.language).text), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': `attachment; filename="${boardFileName(board, 'html')}"`,
      'Cache-Control': 'no-store',
    },
  })
})
