/** A round's disclosure: every agency with its progress to those who follow many, their own board to those of one agency. */
import { redirect, useLoaderData } from 'react-router'
import type { Person } from '#base/actor.ts'
import { listOwnAgencies } from '#modules/accounts/own-agencies.ts'
import { canSeeItems } from '#modules/disclosure/access.ts'
import { listItemsProgress } from '#modules/disclosure/progress-list.ts'
import { listRounds, mapEnrolledAgencies } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import { readYear } from '../../public/reading.ts'
import { inLanguage } from '../../ui/addresses.ts'
import { Choice, Field } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { readPage } from '../agencies/agency-query.ts'
import { chooseRound } from '../surveys/survey-query.ts'
import { type Working, working } from '../working.ts'
import { AgencyProgress } from './agency-progress.tsx'
import stylesheet from './disclosure.css?url'
import {
  boardPath,
  disclosurePath,
  pageSize,
  readListAddress,
  sortNames,
  sortOf,
  stageNames,
  stageOf,
} from './disclosure-query.ts'

export const loader = working(canSeeItems, async (asked) => {
  const { db, now, url, signedIn } = asked
  const address = readListAddress(url.searchParams)
  const rounds = await listRounds(db)
  const years = rounds.map(({ fiscalYear }) => fiscalYear)
  if (!worksWithMany(signedIn.person)) {
    await leadToOwn(asked, rounds)
    return { address, years, year: null, list: null, page: 1, pages: 1 }
  }
  const round = chooseRound(rounds, address.year === undefined ? undefined : readYear(address.year))
  const page = readPage(address.page)
  const query = { actor: signedIn.person, now, search: address.q, stage: stageOf(address) }
  const list =
    round &&
    (await listItemsProgress(db, round, {
      ...{ ...query, sort: sortOf(address), page: { number: page, size: pageSize } },
    }))
  return {
    ...{ address, years, page, list: list ?? null, year: round?.fiscalYear ?? null },
    pages: Math.max(1, Math.ceil((list?.total ?? 0) / pageSize)),
  }
})

function worksWithMany({ grants }: Person): boolean {
  const held = grants.filter(({ role }) => canSeeItems.roles.includes(role))
  return held.some(({ scope }) => scope.kind === 'centre' || scope.kind === 'group')
}

/** To the board of the first of one's agencies that takes part, in the newest round that is not closed. */
async function leadToOwn({ db, signedIn, language }: Working, rounds: readonly Round[]): Promise<void> {
  const grants = signedIn.person.grants.filter(({ role }) => canSeeItems.roles.includes(role))
  const own = await listOwnAgencies(db, grants)
  const codes = own.map(({ code }) => code)
  for (const round of rounds.toSorted((a, b) => Number(a.isClosed) - Number(b.isClosed))) {
    const enrolled = await mapEnrolledAgencies(db, round, codes)
    const found = own.find(({ code }) => enrolled.has(code.toLowerCase()))
    if (found) throw redirect(inLanguage(language, boardPath({ year: round.fiscalYear, code: found.code })))
  }
}

export default function Disclosure() {
  const found = useLoaderData<typeof loader>()
  const { text } = useReader()
  const { address, years, year, list, page, pages } = found
  const words = text.disclosureWork
  if (year === null || list === null) {
    return (
      <Page title={words.title}>
        <p>{years.length === 0 ? words.noRound : words.notEnrolled}</p>
      </Page>
    )
  }
  return (
    <Page title={words.title}>
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      <Filters found={found} />
      {list.total === 0 ? <p>{words.none}</p> : <AgencyProgress year={year} list={list} />}
      <Pagination
        page={page}
        pages={pages}
        pathOf={(number) => disclosurePath({ ...address, page: String(number) })}
      />
    </Page>
  )
}

type Found = Awaited<ReturnType<typeof loader>>

function Filters({ found: { address, years, year } }: { readonly found: Found }) {
  const { text, to } = useReader()
  const words = text.disclosureWork
  return (
    <search>
      <form className="filters" method="get" action={to('/work/disclosure')} aria-label={words.filters}>
        <Choice
          name="year"
          label={words.year}
          options={years.map((one) => ({ value: String(one), name: String(one) }))}
          value={String(year)}
        />
        <Field name="q" label={words.search} type="search" value={address.q} maxLength={100} />
        <Choice
          name="stage"
          label={words.stage}
          none={words.anyStage}
          options={stageNames.map((stage) => ({ value: stage, name: words.stages[stage] }))}
          value={address.stage}
        />
        <Choice
          name="sort"
          label={words.sort}
          options={sortNames.map((sort) => ({ value: sort, name: words.sorts[sort] }))}
          value={sortOf(address) ?? 'name'}
        />
        <p className="field-actions">
          <button type="submit">{words.show}</button>
          {Object.keys(address).length > 0 && <a href={to('/work/disclosure')}>{words.clear}</a>}
        </p>
      </form>
    </search>
  )
}
