/** A mail server on the loopback that keeps what it is given, and refuses whom it is told to. */
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

export interface Received {
  readonly from: string
  readonly to: readonly string[]
  /** As it came over the line, with \n for line ends. */
  readonly message: string
}

export interface SmtpServer {
  readonly url: string
  readonly received: readonly Received[]
  /** What RCPT TO is answered with from now on, for each address or for all; "250 ok" at first. */
  answerRecipients(answer: string | ((address: string) => string)): void
  close(): void
}

export async function startSmtp(): Promise<SmtpServer> {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  let recipientAnswer: (address: string) => string = () => '250 ok'
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    void converse(socket, {
      keep: (one) => received.push(one),
      recipientAnswer: (address) => recipientAnswer(address),
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answerRecipients: (answer) => {
      recipientAnswer = typeof answer === 'string' ? () => answer : answer
    },
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** The text of a message of one part, whichever way it was packed for the line. */
export function textOf(message: string): string {
  const [head = '', ...body] = message.split('\n\n')
  const packed = body.join('\n\n')
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(packed, 'base64').toString()
  const bytes = packed
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

interface Behaviour {
  readonly keep: (received: Received) => void
  readonly recipientAnswer: (address: string) => string
}

async function converse(socket: Socket, { keep, recipientAnswer }: Behaviour): Promise<void> {
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 loopback')
  let [from, to, lines]: [string, string[], string[] | null] = ['', [], null]
  for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (lines !== null) {
      if (line !== '.') {
        lines.push(line.replace(/^\./, ''))
        continue
      }
      keep({ from, to, message: lines.join('\n') })
      lines = null
      say('250 kept')
      continue
    }
    const address = /<([^>]*)>/.exec(line)?.[1] ?? ''
    if (/^MAIL FROM/i.test(line)) [from, to] = [address, []]
    if (/^RCPT TO/i.test(line)) {
      const answer = recipientAnswer(address)
      if (answer.startsWith('2')) to.push(address)
      say(answer)
    } else if (/^DATA/i.test(line)) {
      lines = []
      say('354 go on')
    } else if (/^QUIT/i.test(line)) {
      say('221 bye')
      socket.end()
    } else say('250 ok')
  }
}
