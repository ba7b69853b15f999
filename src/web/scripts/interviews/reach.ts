/** Asks the server, and tells its own answers from silence and from what stands in between, such as the sign-in page of a hotel. */

/** A network that gives nothing for so long is none. */
const patienceMilliseconds = 30_000

/** Null where nothing was to be had. */
export function reach(path: string, init: RequestInit = {}): Promise<Response | null> {
  const signal = AbortSignal.timeout(patienceMilliseconds)
  return fetch(path, { credentials: 'same-origin', ...init, signal }).catch(() => null)
}

/** As `reach`; null too where the answer is not the server's own, or it is worth asking again. */
export async function askServer(path: string, init: RequestInit = {}): Promise<Response | null> {
  const response = await reach(path, init)
  if (!response || response.status >= 500 || response.status === 429) return null
  return response.status === 204 || isJson(response) ? response : null
}

/** JSON, or a problem as JSON. */
function isJson({ headers }: Response): boolean {
  return /^application\/(problem\+)?json\b/.test(headers.get('Content-Type') ?? '')
}

/** Null where it was cut off. */
export async function readReply<T>(response: Response): Promise<T | null> {
  return response.json().then(
    (told: T) => told,
    () => null,
  )
}
