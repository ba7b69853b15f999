/** The board that an address of the workspace names, with nothing filtered. */
import { type Board, getBoard } from '#modules/disclosure/board.ts'
import { readParameter, readYear } from '../../public/reading.ts'
import type { Working } from '../working.ts'

export function readWholeBoard({ db, now, params, signedIn }: Working): Promise<Board> {
  return getBoard(db, signedIn.person, {
    fiscalYear: readYear(readParameter(params, 'year')),
    agencyCode: readParameter(params, 'code'),
    now,
  })
}

/** The name of a file about the board, of letters that every system keeps. */
export function boardFileName({ fiscalYear, agency }: Board, ending: string): string {
  return `oit-${fiscalYear}-${agency.code.replace(/[^\w-]/g, '_')}.${ending}`
}
