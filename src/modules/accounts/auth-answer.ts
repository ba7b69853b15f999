/** Reads what better-auth answers: the cookies to set, and why it refused. */
import { isAPIError } from 'better-auth/api'
import type { Problem } from '#base/problem.ts'

/** Only the `Set-Cookie` headers, to be copied into the answer to the browser. */
export function cookiesOf(headers: Headers): Headers {
  const cookies = new Headers()
  for (const cookie of headers.getSetCookie()) cookies.append('set-cookie', cookie)
  return cookies
}

/** By better-auth's code, the Problem that says the same; whatever else goes wrong is thrown as it is. */
export async function answerOr<T>(
  answer: Promise<T>,
  problems: Readonly<Record<string, Problem>>,
): Promise<T | Problem> {
  try {
    return await answer
  } catch (error) {
    const code = isAPIError(error) ? error.body?.code : undefined
    const problem = code === undefined ? undefined : problems[code]
    if (problem) return problem
    throw error
  }
}
