/** How far a long command has come, on one line of standard error that is written over again and again. */
import type { Values } from '#text/text.ts'

/** For a person who watches; a file or a program that listens is told nothing. */
export function progressLine(sentence: (values: Values) => string): (written: number, total: number) => void {
  return (written, total) => {
    if (!process.stderr.isTTY) return
    const end = written === total ? '\n' : ''
    process.stderr.write(`\r${sentence({ written, total })}${end}`)
  }
}
