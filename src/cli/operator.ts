/** Who acts at the command line: the account of the machine that runs it. */
import { userInfo } from 'node:os'
import type { Actor } from '#base/actor.ts'

export function operator(): Actor {
  return { kind: 'operator', name: userInfo().username }
}
