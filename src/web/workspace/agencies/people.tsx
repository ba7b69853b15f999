/** The officers of an agency: searched, added, changed, and taken leave of. */
import { useLoaderData } from 'react-router'
import { Problem } from '#base/problem.ts'
import { canAddPerson, canChangePerson, canImportPeople, canSeePeople } from '#modules/registry/access.ts'
import { addPerson } from '#modules/registry/add-person.ts'
import { anonymisePerson } from '#modules/registry/anonymise-person.ts'
import { changePerson } from '#modules/registry/change-person.ts'
import { listPeople, personSorts } from '#modules/registry/person-list.ts'
import { removePerson } from '#modules/registry/remove-person.ts'
import { listUnits } from '#modules/registry/unit-list.ts'
import { readParameter } from '../../public/reading.ts'
import { queryString } from '../../ui/addresses.ts'
import { RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { useRefusal } from '../outcome.ts'
import { readDay } from '../rounds/day-field.ts'
import { type Acting, acting, working } from '../working.ts'
import { pageSize, readPage } from './agency-query.ts'
import { agencyWorkPath, ofAgency } from './of-agency.ts'
import { PeopleTable } from './people-table.tsx'
import { AddPersonForm, PeopleFilter } from './person-forms.tsx'
import { useRegistryCrumbs } from './registry-crumbs.ts'

export const loader = working(canSeePeople, async (asked) => {
  const { db, url } = asked
  const { code, may } = await ofAgency(asked, canSeePeople)
  const search = url.searchParams.get('q')?.trim() || undefined
  const number = readPage(url.searchParams.get('page') ?? undefined)
  const sort = personSorts.find((known) => known === url.searchParams.get('sort')) ?? 'name'
  const list = await listPeople(db, {
    ...{ agency: code, search, sort, isDescending: false },
    page: { number, size: pageSize },
  })
  return {
    ...{ code, search, number, list, pages: Math.max(1, Math.ceil(list.total / pageSize)) },
    units: await listUnits(db, { agency: code }),
    may: { add: may(canAddPerson), change: may(canChangePerson), import: may(canImportPeople) },
  }
})

const personFields = (field: Acting['field'], at = '') => ({
  name: field(`${at}name`),
  position: field(`${at}position`),
  unit: field(`${at}unit`),
  email: field(`${at}email`),
  phone: field(`${at}phone`),
})

const acts: Readonly<Record<string, (asked: Acting, agency: string) => Promise<string>>> = {
  add: async ({ field, doAs }, agency) => {
    await doAs((context) => addPerson(context, agency, personFields(field)))
    return 'personAdded'
  },
  change: async ({ field, doAs }) => {
    const id = field('person')
    await doAs((context) => changePerson(context, id, personFields(field, `${id}-`)))
    return 'personChanged'
  },
  remove: async ({ field, doAs }) => {
    const id = field('person')
    const leftOn = readDay(field(`${id}-leftOn`))
    await doAs((context) => removePerson(context, { id, leftOn }))
    return 'personRemoved'
  },
  anonymise: async ({ field, doAs }) => {
    await doAs((context) => anonymisePerson(context, field('person')))
    return 'personAnonymised'
  },
}

export const action = acting(canSeePeople, async (asked) => {
  const agency = readParameter(asked.params, 'code')
  const perform = acts[asked.field('act')]
  if (!perform) throw new Problem('invalid', 'form.actUnknown')
  return `${agencyWorkPath(agency, 'people')}?done=${await perform(asked, agency)}`
})

export default function People() {
  const { code, search, number, list, pages, units, may } = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  const words = text.workspace.agencies
  const above = useRegistryCrumbs(code)
  const pathOf = (page: number) => `${agencyWorkPath(code, 'people')}${queryString({ q: search, page })}`
  return (
    <Page title={words.people} above={above}>
      <RefusalSummary refusal={useRefusal()} />
      {may.import && (
        <p className="ways-on">
          <a href={to('/work/import/people')}>{words.importPeople}</a>
        </p>
      )}
      <PeopleFilter code={code} search={search} />
      {list.total === 0 ? (
        <p>{words.noPeople}</p>
      ) : (
        <PeopleTable people={list.people} units={units} total={list.total} mayChange={may.change} />
      )}
      <Pagination page={number} pages={pages} pathOf={pathOf} />
      {may.add && <AddPersonForm units={units} />}
    </Page>
  )
}
