/** The addresses of the public pages, without the language, and how to give them one. */

export type Language = 'th' | 'en'

/** What a ranking's address may say; whatever is left out keeps its default. */
export interface RankingAddress {
  readonly year?: number | undefined
  readonly type?: string | undefined
  readonly ministry?: string | undefined
  readonly province?: string | undefined
  readonly q?: string | undefined
  readonly sort?: string | undefined
  readonly direction?: string | undefined
  readonly page?: number | undefined
  /** The code of the agency one came from. */
  readonly from?: string | undefined
}

export function languageOf(pathname: string): Language {
  return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'th'
}

export function inLanguage(language: Language, path: string): string {
  if (language === 'th') return path
  return path === '/' ? '/en' : `/en${path.startsWith('/?') ? path.slice(1) : path}`
}

/** The same page and query in the other language: `/results?year=2568` ↔ `/en/results?year=2568`. */
export function inOtherLanguage(pathname: string, search: string): string {
  if (languageOf(pathname) === 'th') return inLanguage('en', pathname) + search
  return (pathname.slice('/en'.length) || '/') + search
}

/** Writes a query string with its question mark, leaving out what is absent or empty. */
export function queryString(parameters: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return query && `?${query}`
}

export function rankingPath(address: RankingAddress): string {
  return `/results${queryString({ ...address, page: address.page === 1 ? undefined : address.page })}`
}

export function rankingCsvPath({ page: _, from: __, ...address }: RankingAddress): string {
  return `/results.csv${queryString(address)}`
}

export function agencyPath(code: string, year?: number): string {
  const agency = `/agencies/${encodeURIComponent(code)}`
  return year === undefined ? agency : `${agency}/${year}`
}

/** The page that explains one figure; `node` is a score node's id such as `part:iit/question:i1`. */
export function explainPath(code: string, year: number, node: string): string {
  const segments = node.split('/').map((segment) => encodeURIComponent(segment).replaceAll('%3A', ':'))
  return `${agencyPath(code, year)}/explain/${segments.join('/')}`
}

export function roundPath(year: number): string {
  return `/rounds/${year}`
}

export function frameworkPath(year: number, section?: string): string {
  return `/frameworks/${year}${section ? `#${section}` : ''}`
}
