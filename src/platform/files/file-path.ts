/** Where a file lies: fanned out by the first digits of its key, so that no folder grows without bound. */

/** As in `ab/cd/abcd…`. A key that is none is a fault of the program: it is never taken from outside. */
export function filePath(key: string): string {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error('not the key of a file')
  return `${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`
}
