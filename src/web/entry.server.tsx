/** Turns a matched route into a whole HTML page, and says how long it may be kept. */
import { renderToString } from 'react-dom/server'
import { type HandleDocumentRequestFunction, type HandleErrorFunction, ServerRouter } from 'react-router'
import { doorwayContext } from '#web/doorway.ts'

/** Pages that are one person's own, or lead in. */
const privateAddress = /^(\/en)?\/(work|sign-in|sign-out|start|reset-password|invitations)(\/|$)/

/** React Router gives more parameters than one reads at a glance; the first four are all that is needed. */
const handleRequest: HandleDocumentRequestFunction = (...given) => {
  const [request, status, headers, routerContext] = given
  const page = renderToString(<ServerRouter context={routerContext} url={request.url} />)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const isPublic = status === 200 && !privateAddress.test(new URL(request.url).pathname)
  headers.set('Cache-Control', isPublic ? 'public, max-age=60' : 'no-store')
  if (status === 503) headers.set('Retry-After', '5')
  return new Response(`<!DOCTYPE html>${page}`, { status, headers })
}

export default handleRequest

/** The survey form's pages are drawn in the same build, and served without the router. */
export { renderRespond } from './respond/render.tsx'

/** Loaders log their own; what arrives here is a page that could not be drawn, or an address that is none. */
export const handleError: HandleErrorFunction = (error, { context }) => {
  if (!(error instanceof Error)) return
  context.get(doorwayContext).log.error({ reason: error.message, stack: error.stack }, 'page not drawn')
}
