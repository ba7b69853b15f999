/** Gathers the words of a page into lines as a reader sees them: one for each block, and one for each row of a table. */
import { collapse, mostCharacters } from './caps.ts'

export interface Lines {
  add(words: string): void
  endCell(): void
  endLine(): void
  /** Lines parted by line feeds, the cells of a row by tabs. */
  text(): string
}

export function openLines(): Lines {
  const lines: string[] = []
  let cells: string[] = []
  let words = ''
  let length = 0
  const endCell = () => {
    const cell = collapse(words)
    words = ''
    if (cell !== '') cells.push(cell)
  }
  const endLine = () => {
    if (words === '' && cells.length === 0) return
    endCell()
    if (cells.length > 0) lines.push(cells.join('\t'))
    cells = []
  }
  return {
    add: (more) => {
      if (length > mostCharacters) return
      length += more.length
      words += more
    },
    endCell,
    endLine,
    text: () => {
      endLine()
      return lines.join('\n')
    },
  }
}
