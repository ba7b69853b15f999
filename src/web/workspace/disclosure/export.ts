/** A whole board as a spreadsheet. */
import { canSeeItems } from '#modules/disclosure/access.ts'
import { exportBoard } from '#modules/disclosure/export-board.ts'
import { readerOf } from '../../ui/language.ts'
import { workingFile } from '../working.ts'
import { boardFileName, readWholeBoard } from './whole-board.ts'

export const loader = workingFile(canSeeItems, async (asked) => {
  const board = await readWholeBoard(asked)
  const content = await exportBoard(board, readerOf(asked.language).text)
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${boardFileName(board, 'xlsx')}"`,
      'Cache-Control': 'no-store',
    },
  })
})
