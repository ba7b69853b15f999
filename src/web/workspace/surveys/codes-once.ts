/** Keeps a form that sends letters from being sent twice, by a key made with it: a second press would give second codes. */
import { Problem } from '#base/problem.ts'

const mostKept = 10_000
const taken = new Set<string>()

/** For as long as this process runs. Throws `survey.mailedAlready`. */
export function takeOnce(key: string): void {
  if (key === '' || taken.has(key)) throw new Problem('conflict', 'survey.mailedAlready')
  taken.add(key)
  const [oldest] = taken
  if (taken.size > mostKept && oldest !== undefined) taken.delete(oldest)
}
