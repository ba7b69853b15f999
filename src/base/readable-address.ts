/** Whether an address can be read as text at all, before any part of it is looked at. */

/** No for a broken percent sign, for bytes that are no UTF-8 (lone surrogates among them), and for a NUL character. */
export function isReadableAddress(address: string): boolean {
  try {
    return !decodeURIComponent(address).includes('\0')
  } catch {
    return false
  }
}
