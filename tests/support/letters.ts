/** Opens the letters that a server without a mail server puts into its data folder, as their readers would. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const patienceMilliseconds = 15_000

/** The link to a page such as `invitations` in the letter to `email`, once that is there; the newest by its file. */
export async function readLink(dataDir: string, page: string, email: string): Promise<string> {
  const link = new RegExp(`https?://\\S*/${page}/[\\w.~%-]+`)
  const limit = Date.now() + patienceMilliseconds
  while (Date.now() < limit) {
    const found = listLetters(dataDir)
      .filter((letter) => new RegExp(`^To:.*${email}`, 'm').test(letter))
      .flatMap((letter) => link.exec(readable(letter))?.[0] ?? [])
    const [newest] = found.toReversed()
    if (newest) return newest
    await pause(100)
  }
  throw new Error(`no letter to ${email} with a link to ${page} came`)
}

/** The oldest first: they are named by ids that grow. */
function listLetters(dataDir: string): string[] {
  const folder = join(dataDir, 'mail')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'))
  return names.toSorted().map((name) => readFileSync(join(folder, name), 'utf8'))
}

/** Without the folding of quoted-printable, and with what stands in base64 written out. */
function readable(letter: string): string {
  const unfolded = letter.replace(/=\r?\n/g, '').replaceAll('=3D', '=')
  const packed = /\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)$/.exec(letter)?.[1] ?? ''
  return `${unfolded}\n${Buffer.from(packed, 'base64').toString()}`
}
