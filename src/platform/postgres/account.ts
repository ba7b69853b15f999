/**
 * Under which account PostgreSQL runs. It refuses to run as root, so root lends it another account; where that
 * account could not reach the folders, a user namespace shows it root's own files under another number.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Problem } from '#base/problem.ts'

export type Account =
  | { readonly kind: 'own' }
  | { readonly kind: 'lent'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'namespace' }

const namespaceCommand = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']

/** Chooses the account for a cluster folder; one that exists keeps the account it was made under. */
export function chooseAccount(cluster: string, binaries: string): Account {
  if (process.getuid?.() !== 0) return { kind: 'own' }
  const owner = existsSync(cluster) ? statSync(cluster) : undefined
  if (owner && owner.uid !== 0) return { kind: 'lent', uid: owner.uid, gid: owner.gid }
  const lent = findAccount('postgres') ?? findAccount('nobody')
  if (!owner && lent && isReachable(dirname(cluster)) && isReachable(binaries))
    return { kind: 'lent', ...lent }
  const [program = '', ...options] = namespaceCommand
  if (spawnSync(program, [...options, 'true']).status === 0) return { kind: 'namespace' }
  throw new Problem('unavailable', 'postgres.unreachable', { folder: dirname(cluster) })
}

/** The program and arguments that run a command under the account, with the ids for `spawn`. */
export function underAccount(account: Account, program: string, options: readonly string[]) {
  if (account.kind === 'namespace') {
    const [command = '', ...before] = namespaceCommand
    return { command, args: [...before, program, ...options], ids: {} }
  }
  const ids = account.kind === 'lent' ? { uid: account.uid, gid: account.gid } : {}
  return { command: program, args: [...options], ids }
}

function findAccount(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/** Whether every folder on the way may be passed through by any account. */
function isReachable(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false
  const parent = dirname(folder)
  return parent === folder || isReachable(parent)
}
