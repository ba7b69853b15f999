/** The registry: every agency to those who work with many, their own to those who work in one. */
import { redirect, useLoaderData } from 'react-router'
import { isAllowed } from '#base/permission.ts'
import { listOwnAgencies } from '#modules/accounts/own-agencies.ts'
import { canImportAgencies, canRegisterAgencies, canSeeRegistry } from '#modules/registry/access.ts'
import { getReference, listAgencyRecords } from '#modules/registry/agency-list.ts'
import { inLanguage, queryString } from '../../ui/addresses.ts'
import { Choice, Field } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { working } from '../working.ts'
import { type AgencyAddress, pageSize, readAddress, toListQuery } from './agency-query.ts'
import { AgencyTable } from './agency-table.tsx'

export const loader = working(canSeeRegistry, async ({ db, url, signedIn, language, ownAgency }) => {
  const { person } = signedIn
  const [first] = await listOwnAgencies(db, person.grants)
  const own = ownAgency ?? first
  const worksWithMany = person.grants.some(({ scope }) => scope.kind === 'centre' || scope.kind === 'group')
  if (own && (ownAgency || !worksWithMany))
    throw redirect(inLanguage(language, `/work/agencies/${encodeURIComponent(own.code)}`))
  const asked = readAddress(url.searchParams)
  const query = toListQuery(asked)
  const [list, groups] = [await listAgencyRecords(db, query), await getReference(db)]
  return {
    ...{ asked, list, groups, page: query.page.number },
    pages: Math.max(1, Math.ceil(list.total / pageSize)),
    may: { register: isAllowed(person, canRegisterAgencies), import: isAllowed(person, canImportAgencies) },
  }
})

type Found = Awaited<ReturnType<typeof loader>>

export default function Agencies() {
  const { asked, list, groups, page, pages, may } = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  const words = text.workspace.agencies
  const { page: _, ...filters } = asked
  const fileOf = (format: string) => `/work/agencies/export${queryString({ ...filters, format })}`
  return (
    <Page title={words.title}>
      <ul className="ways-on">
        {may.register && (
          <li>
            <a href={to('/work/agencies/new')}>{words.register}</a>
          </li>
        )}
        {may.import && (
          <li>
            <a href={to('/work/import/agencies')}>{words.import}</a>
          </li>
        )}
      </ul>
      <Filters asked={asked} groups={groups} />
      {list.total === 0 ? (
        <p>{words.none}</p>
      ) : (
        <AgencyTable agencies={list.agencies} asked={asked} groups={groups} total={list.total} />
      )}
      <Pagination
        page={page}
        pages={pages}
        pathOf={(number) =>
          `/work/agencies${queryString({ ...filters, page: number === 1 ? undefined : number })}`
        }
      />
      <p className="ways-on">
        {['csv', 'xlsx', 'json'].map((format) => (
          <a key={format} href={to(fileOf(format))}>
            {words.download(format.toUpperCase())}
          </a>
        ))}
      </p>
    </Page>
  )
}

function Filters({ asked, groups }: { readonly asked: AgencyAddress; readonly groups: Found['groups'] }) {
  const { say, text, to } = useReader()
  const words = text.workspace.agencies
  const optionsOf = (list: Found['groups']['types']) =>
    list.map(({ code, name }) => ({ value: code, name: say(name) }))
  const { columns, ranking } = text.site
  return (
    <search>
      <form className="filters" method="get" action={to('/work/agencies')} aria-label={words.filters}>
        <Field name="q" label={words.search} type="search" value={asked.q} maxLength={100} />
        <Choice
          name="type"
          label={columns.type}
          none={ranking.anyType}
          options={optionsOf(groups.types)}
          value={asked.type}
        />
        <Choice
          name="ministry"
          label={columns.ministry}
          none={ranking.anyMinistry}
          options={optionsOf(groups.ministries)}
          value={asked.ministry}
        />
        <Choice
          name="province"
          label={columns.province}
          none={ranking.anyProvince}
          options={optionsOf(groups.provinces)}
          value={asked.province}
        />
        <p className="field-actions">
          <button type="submit">{ranking.apply}</button>
          {Object.keys(asked).length > 0 && <a href={to('/work/agencies')}>{ranking.clear}</a>}
        </p>
      </form>
    </search>
  )
}
