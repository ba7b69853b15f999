/** Whole numbers of any size, never inexact: a `number` as long as it is a safe integer, which is quick, else a `bigint`. */
export type Whole = number | bigint

export function whole(value: Whole): Whole {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : BigInt(value)
  const near = Number(value)
  return Number.isSafeInteger(near) ? near : value
}

export function plus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum
  }
  return whole(BigInt(a) + BigInt(b))
}

export function times(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    if (Number.isSafeInteger(product)) return product === 0 ? 0 : product
  }
  return whole(BigInt(a) * BigInt(b))
}

/** How often `b` goes into `a`; both above or at zero, `b` not zero. */
export function quotient(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') return (a - (a % b)) / b
  return whole(BigInt(a) / BigInt(b))
}

/** The largest number that divides both; neither below zero. */
export function commonDivisor(a: Whole, b: Whole): Whole {
  let divisor = a
  let left = b
  while (left !== 0) {
    const next = remainder(divisor, left)
    divisor = left
    left = next
  }
  return divisor
}

function remainder(a: Whole, b: Whole): Whole {
  return typeof a === 'number' && typeof b === 'number' ? a % b : whole(BigInt(a) % BigInt(b))
}
