/** Stands in for a mail server: a letter is a file in `DATA_DIR/mail`, readable as it is and by any mail program. */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Letter, type Mail, messageIdOf } from './mail-letter.ts'

const sender = 'Prongsai <prongsai@localhost>'

/** Sent again, a letter replaces its file. */
export function mailToFolder(dataDir: string): Mail & { readonly path: string } {
  const path = join(dataDir, 'mail')
  return {
    path,
    send: async (letter, id) => {
      await mkdir(path, { recursive: true, mode: 0o700 })
      const file = join(path, `${id}.eml`)
      await writeFile(`${file}.part`, toFile(letter, id), { mode: 0o600 })
      await rename(`${file}.part`, file)
    },
    close: () => undefined,
  }
}

/** In plain UTF-8 (RFC 6532), so that a person sees Thai and a link stays on one line. */
function toFile(letter: Letter, id: string): string {
  const header = {
    'Message-ID': messageIdOf(id, sender),
    Date: new Date().toUTCString(),
    From: sender,
    To: letter.to,
    Subject: letter.subject,
    'MIME-Version': '1.0',
  }
  const lines = Object.entries(header).map(([name, value]) => `${name}: ${value.replace(/\s+/g, ' ')}`)
  return `${lines.join('\n')}\n${toBody(letter)}`
}

const boundary = 'the-same-letter-another-way'

function toBody({ text, html }: Letter): string {
  if (html === undefined) return toPart('plain', text)
  const parts = [toPart('plain', text), toPart('html', html)]
  const body = parts.map((part) => `--${boundary}\n${part}\n`).join('')
  return `Content-Type: multipart/alternative; boundary="${boundary}"\n\n${body}--${boundary}--\n`
}

function toPart(kind: 'plain' | 'html', content: string): string {
  return `Content-Type: text/${kind}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${content}\n`
}
