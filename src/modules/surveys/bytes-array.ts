/** Many byte strings as one parameter of a query, as PostgreSQL itself holds them: nothing is written as text and read again. */

const byteaType = 17
/** Dimensions, whether there are nulls, the type, how many, the number of the first. */
const headBytes = 20
const lengthBytes = 4
const nullLength = -1

/** A `bytea[]` in the binary format, which the driver sends as it is. */
export function bytesArray(values: readonly (Buffer | null)[]): Buffer {
  const size = values.reduce((sum, value) => sum + lengthBytes + (value?.length ?? 0), headBytes)
  const array = Buffer.allocUnsafe(size)
  array.writeInt32BE(1, 0)
  array.writeInt32BE(values.includes(null) ? 1 : 0, 4)
  array.writeInt32BE(byteaType, 8)
  array.writeInt32BE(values.length, 12)
  array.writeInt32BE(1, 16)
  let place = headBytes
  for (const value of values) {
    place = array.writeInt32BE(value?.length ?? nullLength, place)
    if (value) place += value.copy(array, place)
  }
  return array
}
