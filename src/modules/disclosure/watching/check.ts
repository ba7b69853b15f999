/** Checks links with what the database knows of them. */
import { agencyTypeCodes } from '#modules/registry/agency-type.ts'
import type { Config } from '#platform/config.ts'
import { type Fetcher, makeFetcher } from '#platform/fetcher/fetcher.ts'
import { openReaders } from '#platform/reading/readers.ts'
import { formatOfAddress, readAddress } from '../checker/addresses.ts'
import { type CheckMeans, checkLink } from '../checker/check-link.ts'
import type { AskedLink, CheckLink } from './asked-link.ts'

export interface OpenedCheck {
  readonly check: CheckLink
  readonly fetchPage: Fetcher['fetchPage']
  /** What is still under way fails. */
  close(): Promise<void>
}

/** Nothing is started before the first link. */
export function openCheck({ checkerAllowHosts }: Pick<Config, 'checkerAllowHosts'>): OpenedCheck {
  const fetcher = makeFetcher({ allowHosts: checkerAllowHosts })
  const readers = openReaders()
  let isClosed = false
  return {
    check: async (asked) => {
      const seen = await check({ fetcher, readers }, asked)
      // What broke off because of us says nothing of the site.
      if (isClosed) throw new Error('the checker was closed')
      return seen
    },
    fetchPage: fetcher.fetchPage,
    close: async () => {
      isClosed = true
      readers.close()
      await fetcher.close()
    },
  }
}

async function check(means: CheckMeans, asked: AskedLink): ReturnType<CheckLink> {
  const { url, framework, item, website, agencyType, submittedTextHash } = asked
  const {
    status,
    headers,
    body,
    text,
    hops: _hops,
    ...report
  } = await checkLink(means, {
    ...{ url, framework, item, formats: formatsOf(asked) },
    site: website ?? undefined,
    agencyType: agencyTypeCodes.find((code) => code === agencyType),
    previousTextHash: submittedTextHash ?? undefined,
  })
  return { report: storable(report), status, headers: storable(headers), body, text }
}

/** PostgreSQL takes no NUL and no half of a character: a hostile page must not keep what is found of it from being stored. */
function storable<T>(found: T): T {
  return JSON.parse(JSON.stringify(found), (_name, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value,
  )
}

/** As the agency says, or else by the address. */
function formatsOf({ answered }: AskedLink) {
  return answered.flatMap(({ url, format }) => {
    const address = readAddress(url)
    return format ?? (address && formatOfAddress(address)) ?? []
  })
}
