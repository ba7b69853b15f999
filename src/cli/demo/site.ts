/** The website of the demo's imaginary agencies, served by the demo itself, so that its links are really checked. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { fillFiscalYear } from '#base/fiscal-year.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { readFramework } from '#modules/frameworks/load.ts'
import type { Config } from '#platform/config.ts'
import { hostAndPort } from '#platform/fetcher/host-and-port.ts'
import { frameworksRoot } from '#platform/paths.ts'
import { demoFile, readCast } from './cast.ts'
import { readPlayedDisclosure } from './disclosure-cast.ts'

const root = '/demo-site'

/** Where the site is, without a slash at the end: as it should be, and under a name that is not the agencies' own. */
export interface DemoSite {
  readonly own: string
  readonly elsewhere: string
}

/** A website has a dot in its name, so that this machine goes by its number. */
export function demoSiteOf({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): DemoSite {
  const isHere = ['0.0.0.0', '::', '::1', 'localhost'].includes(host)
  const named = publicUrl && new URL(publicUrl).hostname.includes('.') ? publicUrl : undefined
  const own = named ?? `http://${isHere ? '127.0.0.1' : host}:${port}`
  return { own: own + root, elsewhere: `http://localhost:${port}${root}` }
}

/** The settings with which the demo's checker may ask the demo's own site. */
export function allowDemoSite(config: Config): Config {
  const { own, elsewhere } = demoSiteOf(config)
  const hosts = [own, elsewhere].map((url) => hostAndPort(new URL(url)))
  return { ...config, checkerAllowHosts: [...config.checkerAllowHosts, ...hosts] }
}

/** Such as "http://127.0.0.1:3000/demo-site/tmb-03/"; with a page its address. */
export function siteAddress(base: string, agencyCode: string, page = ''): string {
  return `${base}/${agencyCode.toLowerCase()}/${page}`
}

interface SitePage {
  readonly title: string
  /** HTML with `{agency}`, `{title}` and the fiscal years left open. */
  readonly body: string
}

interface Site {
  readonly frame: string
  readonly framework: Framework
  /** By the name in the address. */
  readonly pages: ReadonlyMap<string, SitePage>
  readonly notFound: SitePage
  /** Thai names by code in lower case. */
  readonly agencies: ReadonlyMap<string, string>
}

/** Pages that are not there are told of with status 200, as many a site does. */
export async function makeDemoSite(): Promise<Hono> {
  const site = await readSite()
  const style = await readFile(demoFile('site', 'site.css'), 'utf8')
  return new Hono()
    .get(`${root}/site.css`, (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
    .get(`${root}/:agency/`, (c, next) => {
      const page = write(site, homeOf(site), c.req.param('agency'))
      return page ? c.html(page) : next()
    })
    .get(`${root}/:agency/:page`, (c, next) => {
      const page = write(site, site.pages.get(c.req.param('page')) ?? site.notFound, c.req.param('agency'))
      return page ? c.html(page) : next()
    })
}

async function readSite(): Promise<Site> {
  const { fiscalYear } = await readPlayedDisclosure()
  const { framework } = await readFramework(join(frameworksRoot, String(fiscalYear)))
  const { frame, item, ...own } = await readPages()
  const named = Object.entries(own).map(([name, html]) => [name, titled(html)] as const)
  const { imaginary } = await readCast()
  return {
    ...{ frame: frame ?? '', framework, notFound: titled(own['not-found'] ?? '') },
    pages: new Map([
      ...framework.disclosureItems.map(
        ({ code, title }) => [code, { title: title.th, body: item ?? '' }] as const,
      ),
      ...named,
    ]),
    agencies: new Map(imaginary.agencies.map(({ code, name }) => [code.toLowerCase(), name.th])),
  }
}

async function readPages(): Promise<Record<string, string>> {
  const files = (await readdir(demoFile('site'))).filter((name) => name.endsWith('.html'))
  const read = files.map(async (name) => [
    name.replace('.html', ''),
    await readFile(demoFile('site', name), 'utf8'),
  ])
  return Object.fromEntries(await Promise.all(read))
}

/** The comment a page begins with is its title. */
function titled(html: string): SitePage {
  const [comment = '', title = ''] = /^<!-- (.*?) -->/.exec(html) ?? []
  return { title, body: html.slice(comment.length) }
}

function homeOf({ framework }: Site): SitePage {
  const links = framework.disclosureItems.map(
    ({ code, title }) => `<li><a href="${code}">${title.th}</a></li>`,
  )
  return { title: 'หน้าแรก', body: `<h2>การเปิดเผยข้อมูลสาธารณะ (OIT)</h2><ul>${links.join('\n')}</ul>` }
}

/** Null where the demo has no such agency. */
function write(
  { frame, framework, agencies }: Site,
  { title, body }: SitePage,
  agency: string,
): string | null {
  const name = agencies.get(agency)
  if (name === undefined) return null
  const filled = frame
    .replace('{body}', () => body)
    .replaceAll('{title}', () => title)
    .replaceAll('{agency}', () => name)
    .replaceAll('{home}', () => siteAddress(root, agency))
  return fillFiscalYear(filled, framework.fiscalYear)
}
