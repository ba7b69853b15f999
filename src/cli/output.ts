/** Where a command writes: results to standard output, everything else to standard error. */

/** A reader that has seen enough, such as `head`, closes the pipe: then there is nothing left to say. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

export function print(line = ''): void {
  process.stdout.write(`${visible(line)}\n`)
}

/** As they are: for files that go on to another program. */
export function printBytes(bytes: Uint8Array): void {
  process.stdout.write(bytes)
}

export function printError(line: string): void {
  process.stderr.write(`${visible(line)}\n`)
}

/**
 * What a terminal would obey instead of show, such as an escape sequence from a file or a sign that turns the direction
 * of writing, is written out as its code.
 */
export function visible(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
