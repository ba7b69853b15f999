/** Sends letters: over SMTP where a mail server is set, else into files. */
import { createTransport } from 'nodemailer'
import { Problem } from '#base/problem.ts'
import type { Config, MailServer } from './config.ts'
import type { Log } from './log.ts'
import { mailToFolder } from './mail-folder.ts'
import { type Mail, messageIdOf } from './mail-letter.ts'

export function makeMail(config: Pick<Config, 'mail' | 'dataDir'>, log: Log): Mail {
  if (config.mail) return mailByServer(config.mail)
  const folder = mailToFolder(config.dataDir)
  log.info({ folder: folder.path }, 'letters are kept in a folder: set MAIL_URL and MAIL_FROM to send them')
  return folder
}

/** A mail server without an outbox in front: a letter is in memory until it is handed over, and nowhere else. */
export interface DirectMail extends Mail {
  /** Connects and signs in without sending anything. Throws Problem `mail.unreachable`. */
  reach(): Promise<void>
}

/** For letters that must touch neither database nor disk. Throws Problem `mail.noServer` where none is set. */
export function openDirectMail({ mail }: Pick<Config, 'mail'>): DirectMail {
  if (!mail) throw new Problem('conflict', 'mail.noServer')
  return mailByServer(mail, directConnections)
}

/** Somebody waits for these letters. */
const directConnections = 4
const connectWithinMilliseconds = 10_000
const answerWithinMilliseconds = 30_000

function mailByServer({ url, from }: MailServer, maxConnections = 2): DirectMail {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections,
    connectionTimeout: connectWithinMilliseconds,
    greetingTimeout: connectWithinMilliseconds,
    socketTimeout: answerWithinMilliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (letter, id) => {
      await transport
        .sendMail({ ...letter, from, messageId: messageIdOf(id, from) })
        .catch((error: SmtpError) => Promise.reject(toProblem(error)))
    },
    reach: async () => {
      await transport.verify().catch((error: SmtpError) => {
        throw new Problem('unavailable', 'mail.unreachable', { reason: reasonOf(error) })
      })
    },
    close: () => transport.close(),
  }
}

interface SmtpError extends Error {
  readonly code?: string
  readonly responseCode?: number
}

/** Says the code only: the answer of a mail server names the address, which belongs in no log. */
function toProblem(error: SmtpError): Problem {
  const { code, responseCode } = error
  const reason = reasonOf(error)
  const isRefused = code === 'EENVELOPE' && (responseCode === undefined || responseCode >= 500)
  return isRefused
    ? new Problem('invalid', 'mail.refused', { reason })
    : new Problem('unavailable', 'mail.notSent', { reason })
}

function reasonOf({ code, responseCode }: SmtpError): string {
  return [code, responseCode].filter(Boolean).join(' ')
}
