/** Keeps drawn forms by link, language and framework; only the key, and what was chosen, differ from one to the next. */
import { LRUCache } from 'lru-cache'
import { linkPath } from '#modules/surveys/link.ts'
import type { Link } from '#modules/surveys/links.ts'
import { randomHex } from '#platform/chance.ts'
import type { FormPage, Language, RenderRespond } from './page.ts'

const most = 2000
/** An agency's name may be corrected while its link is in use. */
const keptMilliseconds = 60_000
const keyBytes = 16
const keyPlace = 'the-key-goes-here'

export interface DrawnForm {
  readonly language: Language
  /** What stood in the way of sending; when many are told so at once, drawing each anew would be too much. */
  readonly obstacle?: FormPage['obstacle']
  readonly key?: string
  readonly chosen?: Readonly<Record<string, string>>
}

export interface FormCache {
  /** The form with a key of its own unless one is given, and with the options that were chosen. */
  draw(link: Link, form: DrawnForm): string
}

/** A drawn form in pieces: between them stand the key, and the marks of options that may be chosen. */
interface Cut {
  readonly html: string
  readonly keyAt: number
  /** Where an option is marked as chosen, by `name value`. */
  readonly options: ReadonlyMap<string, number>
}

export function makeFormCache(render: RenderRespond): FormCache {
  const kept = new LRUCache<string, Cut>({ max: most, ttl: keptMilliseconds })
  return {
    draw: (link, { language, obstacle, key = newFormKey(), chosen }) => {
      const name = `${link.code} ${language} ${link.mode} ${link.frameworkHash} ${obstacle}`
      let form = kept.get(name)
      if (!form) {
        const path = linkPath(link.survey, link.code)
        const page = { ...formPage(link, keyPlace), ...(obstacle && { obstacle }) }
        form = cut(render(page, { language, path }))
        kept.set(name, form)
      }
      return chosen ? markChosen(form, key, chosen) : withKey(form.html, form.keyAt, key)
    },
  }
}

function cut(drawn: string): Cut {
  const keyAt = drawn.indexOf(keyPlace)
  const html = drawn.replace(keyPlace, '')
  const options = new Map<string, number>()
  for (const { 0: found, 1: name, 2: value, index } of html.matchAll(/ name="([\w.]+)" value="(\d)"/g)) {
    options.set(`${name} ${value}`, index + found.length)
  }
  return { html, keyAt, options }
}

function withKey(html: string, keyAt: number, key: string): string {
  return html.slice(0, keyAt) + key + html.slice(keyAt)
}

/** Only what is an option of the form is marked, whatever was sent. The key stands before all options. */
function markChosen(
  { html, keyAt, options }: Cut,
  key: string,
  chosen: Readonly<Record<string, string>>,
): string {
  const places = Object.entries(chosen)
    .flatMap(([name, value]) => options.get(`${name} ${value}`) ?? [])
    .sort((a, b) => a - b)
  let marked = html.slice(0, keyAt) + key
  let from = keyAt
  for (const place of places) {
    marked += `${html.slice(from, place)} checked=""`
    from = place
  }
  return marked + html.slice(from)
}

export function newFormKey(): string {
  return randomHex(keyBytes)
}

export function formPage({ survey, part, framework, agency, mode }: Link, key: string): FormPage {
  return { kind: 'form', survey, part, framework, agency, isByCode: mode === 'codes', key }
}
