/** The short way of a form that people send: read off the socket, stored, thanked. All else goes the usual way. */
import type { IncomingMessage } from 'node:http'
import { linkPath } from '#modules/surveys/link.ts'
import type { Shortcut } from '#platform/http.ts'
import { longestBody, type Reception, takeIn } from './answer.ts'
import { languageOf, thanksPath } from './page.ts'
import { readBody } from './received.ts'

const formPath = /^\/go\/(iit|eit)\/([\w-]+)(?:\?lang=(en|th))?$/
const formType = 'application/x-www-form-urlencoded'

interface Aimed {
  readonly survey: string
  readonly code: string
  readonly language: string | undefined
}

/** The last evening of a survey is forms and little else: through the router each would take half as long again. */
export function makeShortcut(reception: Reception): Shortcut {
  return (incoming, outgoing, { redirectHeaders, handOn }) => {
    const aimed = aimOf(incoming)
    if (!aimed) return false
    const { survey, code, language } = aimed
    const { headers: sent, socket } = incoming
    const take = async (body: string) => {
      const link = await reception.findLink(code, survey)
      const problem = await takeIn(reception, {
        ...{ link, received: readBody(body, formType), site: sent['sec-fetch-site']?.toString() },
        caller: { forwarded: sent['x-forwarded-for']?.toString(), remote: socket.remoteAddress },
      })
      if (problem || !link) return handOn({ body, bindings: { problem } })
      const Location = thanksPath(linkPath(link.survey, link.code), languageOf(language))
      outgoing.writeHead(303, { ...redirectHeaders, Location, 'Content-Length': 0 }).end()
    }
    readText(incoming, (body) => void take(body).catch(() => handOn({ body })))
    return true
  }
}

/** Undefined for whatever is not plainly a form of a length that can be borne. */
function aimOf({ method, url = '', headers }: IncomingMessage): Aimed | undefined {
  const length = headers['content-length']
  if (method !== 'POST' || headers['content-type'] !== formType) return undefined
  if (length === undefined || Number(length) > longestBody) return undefined
  const [, survey, code, language] = formPath.exec(url) ?? []
  return survey && code ? { survey, code, language } : undefined
}

/** Whoever hangs up half-way is not heard of again. */
function readText(incoming: IncomingMessage, then: (text: string) => void): void {
  let text = ''
  incoming.setEncoding('utf8')
  incoming.on('data', (chunk: string) => {
    text += chunk
  })
  incoming.on('end', () => then(text))
  incoming.on('error', () => undefined)
}
