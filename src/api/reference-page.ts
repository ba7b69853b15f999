/** The reference of the REST door as one HTML page in the look of the site. */
import { html } from 'hono/html'
import type { Text } from '#text/text.ts'
import {
  exampleOf,
  nameOfReference,
  type Operation,
  type ReferenceDocument,
  type Shape,
  tellShape,
} from './reference-document.ts'

export interface ReferencePage {
  readonly document: ReferenceDocument
  readonly text: Text
  readonly stylesheet: string | undefined
}

type Html = ReturnType<typeof html>

export function renderReference({ document, text, stylesheet }: ReferencePage): Html {
  const { apiReference: words, site, language } = text
  const { operations, schemas } = document
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${site.documentTitle(words.title)}</title>
        ${stylesheet ? html`<link rel="stylesheet" href="${stylesheet}" />` : ''}
      </head>
      <body>
        <a class="skip" href="#content">${site.skip}</a>
        ${renderHead(text)}
        <main id="content" tabindex="-1">
          <h1>${words.title}</h1>
          <p class="lead">${words.intro}</p>
          <section aria-labelledby="operations">
            <h2 id="operations">${words.operations}</h2>
            <ul>
              ${operations.map(indexLine)}
            </ul>
            ${operations.map((operation) => renderOperation(operation, text))}
          </section>
          <section aria-labelledby="errors">
            <h2 id="errors">${words.errors}</h2>
            <p>${words.errorsIntro}</p>
          </section>
          <section aria-labelledby="schemas">
            <h2 id="schemas">${words.schemas}</h2>
            ${schemas.map(([name, shape]) => renderSchema(name, shape, text))}
          </section>
        </main>
        <footer class="site-foot"><p>${site.footer.licence}</p></footer>
      </body>
    </html>`
}

function renderHead({ apiReference: words, site, language }: Text): Html {
  const isThai = language === 'th'
  const home = isThai ? '/' : '/en/'
  return html`<header class="site-head">
    <a class="brand" href="${home}">${site.brand}</a>
    <nav aria-label="${site.siteNavigation}">
      <ul>
        <li><a href="${home}">${words.home}</a></li>
        <li><a href="/api/openapi.json">${words.document}</a></li>
      </ul>
    </nav>
    <a href="${isThai ? '/en/api' : '/api'}" lang="${isThai ? 'en' : 'th'}">${words.otherLanguage}</a>
  </header>`
}

function indexLine({ id, method, path, summary }: Operation): Html {
  return html`<li lang="en">
    <a href="#${id}"><code>${method} ${path}</code></a> ${summary ?? ''}
  </li>`
}

function renderOperation(operation: Operation, text: Text): Html {
  const { id, method, path, summary, description, security, parameters = [] } = operation
  const words = text.apiReference
  return html`<section aria-labelledby="${id}">
    <h3 id="${id}"><code>${method} ${path}</code></h3>
    <p lang="en">${summary ?? ''}${description ? html`<br />${description}` : ''}</p>
    ${security ? html`<p class="hint">${words.needsKey}</p>` : ''}
    ${parameters.length > 0 ? renderParameters(parameters, text) : ''}
    ${renderBody(operation, text)} ${renderAnswers(operation, text)}
    <p>${words.example}</p>
    <p class="evidence" lang="en">
      ${exampleOf(operation).map((line) => html`<code>${line}</code><br />`)}
    </p>
  </section>`
}

function renderParameters(parameters: NonNullable<Operation['parameters']>, text: Text): Html {
  const words = text.apiReference
  return renderTable({
    caption: words.parameters,
    head: [words.name, words.place, words.shape, words.meaning],
    rows: parameters.map(({ name, in: place, required, schema = {}, description }) => [
      html`<code>${name}</code>${required ? ` (${words.required})` : ''}`,
      place,
      showShape(schema),
      html`<span lang="en">${description ?? schema.description ?? ''}</span>`,
    ]),
  })
}

function renderBody({ requestBody }: Operation, text: Text): Html | string {
  if (!requestBody) return ''
  const words = text.apiReference
  return renderTable({
    caption: words.body,
    head: ['Content-Type', words.shape],
    rows: Object.entries(requestBody.content).map(([type, { schema = {} }]) => [
      html`<code>${type}</code>`,
      showShape(schema),
    ]),
  })
}

function renderAnswers({ responses }: Operation, text: Text): Html {
  const words = text.apiReference
  return renderTable({
    caption: words.answers,
    head: [words.status, words.meaning, words.shape],
    rows: Object.entries(responses).map(([status, { description = '', content = {} }]) => [
      status,
      html`<span lang="en">${description}</span>`,
      html`${Object.entries(content).map(
        ([type, { schema = {} }]) => html`<code>${type}</code> ${showShape(schema)}<br />`,
      )}`,
    ]),
  })
}

function renderSchema(name: string, shape: Shape, text: Text): Html {
  const words = text.apiReference
  const fields = Object.entries(shape.properties ?? {})
  const heading = html`<h3 id="schema-${name}"><code>${name}</code></h3>
    ${shape.description ? html`<p lang="en">${shape.description}</p>` : ''}`
  if (fields.length === 0) return html`${heading}<p>${showShape(shape)}</p>`
  return html`${heading}${renderTable({
    caption: name,
    head: [words.name, words.shape, words.meaning],
    rows: fields.map(([field, each]) => [
      html`<code>${field}</code>${shape.required?.includes(field) ? ` (${words.required})` : ''}`,
      showShape(each),
      html`<span lang="en">${each.description ?? ''}</span>`,
    ]),
  })}`
}

/** A schema that has a name leads to its description. */
function showShape(shape: Shape): Html {
  const named = nameOfReference(shape) ?? (shape.items && nameOfReference(shape.items))
  const told = html`<code>${tellShape(shape)}</code>`
  return named === undefined ? told : html`<a href="#schema-${named}">${told}</a>`
}

interface Table {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly (Html | string)[])[]
}

/** Its cells may break anywhere, so that it fits on a telephone. */
function renderTable({ caption, head, rows }: Table): Html {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => html`<tr>${row.map((cell) => html`<td class="evidence">${cell}</td>`)}</tr>`)}
    </tbody>
  </table>`
}
