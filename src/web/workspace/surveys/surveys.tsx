/** A round's surveys: every agency with its live counts to those who follow many, their own page to those who follow one. */
import { redirect, useLoaderData } from 'react-router'
import type { Person } from '#base/actor.ts'
import { isAllowed, refusalOf } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { listOwnAgencies } from '#modules/accounts/own-agencies.ts'
import { listRounds, mapEnrolledAgencies } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import { canFollowSurveys, canManageLinks } from '#modules/surveys/access.ts'
import { openLinks } from '#modules/surveys/open-links.ts'
import { listProgress } from '#modules/surveys/progress-list.ts'
import { asPage } from '#web/problems.ts'
import { readYear } from '../../public/reading.ts'
import { inLanguage } from '../../ui/addresses.ts'
import { Act, Choice, Field, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { readPage } from '../agencies/agency-query.ts'
import { useRefusal } from '../outcome.ts'
import { acting, type Working, working } from '../working.ts'
import { AgencyCounts } from './agency-counts.tsx'
import {
  agencyStateNames,
  agencySurveysPath,
  chooseRound,
  pageSize,
  readSurveyAddress,
  stateOf,
  surveysPath,
} from './survey-query.ts'
import stylesheet from './surveys.css?url'

export const loader = working(canFollowSurveys, async (asked) => {
  const { db, now, url, signedIn } = asked
  const address = readSurveyAddress(url.searchParams)
  const rounds = await listRounds(db)
  const years = rounds.map(({ fiscalYear }) => fiscalYear)
  if (!worksWithMany(signedIn.person)) {
    await leadToOwn(asked, rounds)
    return { address, years, year: null, list: null, page: 1, pages: 1, mayOpen: false }
  }
  const round = chooseRound(rounds, address.year === undefined ? undefined : readYear(address.year))
  const page = readPage(address.page)
  const query = { actor: signedIn.person, now, search: address.q, state: stateOf(address) }
  const list = round && (await listProgress(db, round, { ...query, page: { number: page, size: pageSize } }))
  return {
    ...{ address, years, page, list: list ?? null, year: round?.fiscalYear ?? null },
    pages: Math.max(1, Math.ceil((list?.total ?? 0) / pageSize)),
    mayOpen: round !== undefined && !round.isClosed && isAllowed(signedIn.person, canManageLinks),
  }
})

function worksWithMany({ grants }: Person): boolean {
  const held = grants.filter(({ role }) => canFollowSurveys.roles.includes(role))
  return held.some(({ scope }) => scope.kind === 'centre' || scope.kind === 'group')
}

/** To the page of the first of one's agencies that takes part, in the newest round that is not closed. */
async function leadToOwn({ db, signedIn, language }: Working, rounds: readonly Round[]): Promise<void> {
  const own = await listOwnAgencies(db, signedIn.person.grants)
  for (const round of rounds.toSorted((a, b) => Number(a.isClosed) - Number(b.isClosed))) {
    const codes = own.map(({ code }) => code)
    const enrolled = await mapEnrolledAgencies(db, round, codes)
    const found = own.find(({ code }) => enrolled.has(code.toLowerCase()))
    if (found) throw redirect(inLanguage(language, agencySurveysPath(round.fiscalYear, found.code)))
  }
}

/** Who works with one agency only would be led to its page, past the refusal; they are shown it by itself. */
export const action = acting(canFollowSurveys, async ({ field, doAs, signedIn, log }) => {
  if (field('act') !== 'openLinks') throw new Problem('invalid', 'form.actUnknown')
  if (!isAllowed(signedIn.person, canManageLinks)) {
    throw asPage(refusalOf(signedIn.person, canManageLinks), log)
  }
  const fiscalYear = readYear(field('year'))
  await doAs((context) => openLinks(context, { fiscalYear }))
  return `${surveysPath({ year: String(fiscalYear) })}&done=linksOpened`
})

export default function Surveys() {
  const { address, years, year, list, page, pages, mayOpen } = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  const refusal = useRefusal()
  const words = text.surveysWork
  if (year === null || list === null) {
    return (
      <Page title={words.title}>
        <link rel="stylesheet" href={stylesheet} precedence="default" />
        <p>{years.length === 0 ? words.noRound : words.notEnrolled}</p>
      </Page>
    )
  }
  return (
    <Page title={words.title}>
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      <RefusalSummary refusal={refusal} />
      <search>
        <form className="filters" method="get" action={to('/work/surveys')} aria-label={words.filters}>
          <Choice
            name="year"
            label={words.year}
            options={years.map((one) => ({ value: String(one), name: String(one) }))}
            value={String(year)}
          />
          <Field name="q" label={words.search} type="search" value={address.q} maxLength={100} />
          <Choice
            name="state"
            label={words.state}
            none={words.anyState}
            options={agencyStateNames.map((state) => ({ value: state, name: words.states[state] }))}
            value={address.state}
          />
          <p className="field-actions">
            <button type="submit">{words.show}</button>
            {Object.keys(address).length > 0 && <a href={to('/work/surveys')}>{words.clear}</a>}
          </p>
        </form>
      </search>
      {list.total === 0 ? <p>{words.none}</p> : <AgencyCounts year={year} list={list} />}
      <Pagination
        page={page}
        pages={pages}
        pathOf={(number) => surveysPath({ ...address, page: String(number) })}
      />
      {mayOpen && (
        <form method="post">
          <input type="hidden" name="year" value={year} />
          <Act act="openLinks" name={words.openAll} />
        </form>
      )}
    </Page>
  )
}
