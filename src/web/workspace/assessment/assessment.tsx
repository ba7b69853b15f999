/** The assessors' queue of a round: agencies that handed in, taken and given back; and what their lead decides. */
import { useActionData, useLoaderData } from 'react-router'
import type { Person } from '#base/actor.ts'
import { isAllowed, isAllowedSomewhere } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { canSeeAgreement, canSeeAssessment } from '#modules/disclosure/access.ts'
import { hasMarks } from '#modules/disclosure/assessment/claims.ts'
import type { RoundConfirmed } from '#modules/disclosure/assessment/confirm-round.ts'
import { listQueue, type QueueFilter, queueFilters } from '#modules/disclosure/assessment/queue.ts'
import { listRounds } from '#modules/rounds/queries.ts'
import { readYear } from '../../public/reading.ts'
import { Choice, Field, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { readPage } from '../agencies/agency-query.ts'
import disclosure from '../disclosure/disclosure.css?url'
import { useRefusal } from '../outcome.ts'
import { chooseRound } from '../surveys/survey-query.ts'
import { acting, type Working, working } from '../working.ts'
import stylesheet from './assessment.css?url'
import {
  agreementPath,
  filterOf,
  findingsPath,
  pageSize,
  queuePath,
  readQueueAddress,
} from './assessment-query.ts'
import { ConfirmedReport, LeadPart } from './lead-part.tsx'
import { agencyActs, needs, roundActs } from './queue-acts.ts'
import { QueueTable } from './queue-table.tsx'

export const loader = working(canSeeAssessment, async ({ db, now, url, signedIn }) => {
  const { person } = signedIn
  const address = readQueueAddress(url.searchParams)
  const rounds = await listRounds(db)
  const round = chooseRound(rounds, address.year === undefined ? undefined : readYear(address.year))
  const page = readPage(address.page)
  const chosen = await (round && chooseQueue({ db, now }, person, { year: round.fiscalYear, page, address }))
  const total = chosen?.queue.total ?? 0
  return {
    ...{ address, page, now, viewerId: person.id },
    years: rounds.map(({ fiscalYear }) => fiscalYear),
    year: round?.fiscalYear ?? null,
    isRoundOpen: round !== undefined && !round.isClosed,
    ...{ queue: chosen?.queue ?? null, filter: chosen?.filter ?? null },
    pages: Math.max(1, Math.ceil(total / pageSize)),
    may: {
      mayAssess: isAllowedSomewhere(person, needs.claim),
      mayLead: isAllowedSomewhere(person, needs.lead),
      mayMarking: isAllowed(person, needs.lead),
      maySetMarking: round !== undefined && !(await hasMarks(db, round.id)),
      mayConfirm: isAllowedSomewhere(person, needs.confirm),
      maySeeAgreement: isAllowed(person, canSeeAgreement),
    },
  }
})

interface Wanted {
  readonly year: number
  readonly page: number
  readonly address: ReturnType<typeof readQueueAddress>
}

/** Unless one was chosen: what an assessor holds, what they may take where they hold nothing, and all for others or when searching. */
async function chooseQueue({ db, now }: Pick<Working, 'db' | 'now'>, person: Person, wanted: Wanted) {
  const read = (filter: QueueFilter) =>
    listQueue(db, person, {
      ...{ fiscalYear: wanted.year, filter, search: wanted.address.q, now },
      page: { number: wanted.page, size: pageSize },
    })
  const asked = filterOf(wanted.address)
  const seesAll = isAllowedSomewhere(person, needs.lead) || !isAllowedSomewhere(person, needs.claim)
  if (asked || seesAll || wanted.address.q) {
    const filter = asked ?? 'all'
    return { queue: await read(filter), filter }
  }
  const mine = await read('mine')
  if (mine.total > 0) return { queue: mine, filter: 'mine' as const }
  return { queue: await read('free'), filter: 'free' as const }
}

export const action = acting(canSeeAssessment, async (asked) => {
  const { url, db, field } = asked
  const address = readQueueAddress(url.searchParams)
  const act = field('act')
  const year = field('year') || address.year
  const round = chooseRound(await listRounds(db), year === undefined ? undefined : readYear(year))
  const [ofAgency, ofRound] = [agencyActs[act], roundActs[act]]
  if (!round || (!ofAgency && !ofRound)) throw new Problem('invalid', 'form.actUnknown')
  const { fiscalYear } = round
  const done = ofAgency
    ? await ofAgency(asked, { fiscalYear, agencyCode: field('agency') })
    : await ofRound?.(asked, fiscalYear)
  return typeof done === 'object' ? done : queuePath({ ...address, done: done ?? '' })
})

export type FoundQueue = Awaited<ReturnType<typeof loader>>

export default function Assessment() {
  const found = useLoaderData<typeof loader>()
  const outcome = useActionData() as { readonly confirmed?: RoundConfirmed } | undefined
  const refusal = useRefusal()
  const { text } = useReader()
  const words = text.assessmentWork
  const { year, queue, address, page, pages } = found
  if (year === null || queue === null) {
    return (
      <Page title={words.title}>
        <p>{words.noRound}</p>
      </Page>
    )
  }
  const none = address.q ? words.noneFound : words.none[found.filter ?? 'all']
  return (
    <Page title={words.title}>
      <link rel="stylesheet" href={disclosure} precedence="default" />
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      <RefusalSummary refusal={refusal} />
      {outcome?.confirmed && <ConfirmedReport report={outcome.confirmed} year={year} />}
      <Filters found={found} />
      {queue.total === 0 ? <p>{none}</p> : <QueueTable found={found} year={year} />}
      <Pagination
        page={page}
        pages={pages}
        pathOf={(number) => queuePath({ ...address, page: String(number) })}
      />
      <LeadPart found={found} year={year} />
      <WaysOn found={found} year={year} />
    </Page>
  )
}

interface Props {
  readonly found: FoundQueue
}

function Filters({ found: { address, filter, years, year } }: Props) {
  const { text, to } = useReader()
  const words = text.assessmentWork
  return (
    <search>
      <form className="filters" method="get" action={to(queuePath())} aria-label={words.filters}>
        <Choice
          name="year"
          label={words.year}
          options={years.map((one) => ({ value: String(one), name: String(one) }))}
          value={String(year)}
        />
        <Choice
          name="show"
          label={words.filter}
          options={queueFilters.map((one) => ({ value: one, name: words.filterNames[one] }))}
          value={filter ?? 'all'}
        />
        <Field name="q" label={words.search} type="search" value={address.q} maxLength={100} />
        <p className="field-actions">
          <button type="submit">{words.show}</button>
          {Object.keys(address).length > 0 && <a href={to(queuePath())}>{words.clear}</a>}
        </p>
      </form>
    </search>
  )
}

function WaysOn({ found, year }: Props & { readonly year: number }) {
  const { text, to } = useReader()
  const words = text.assessmentWork.lead
  return (
    <nav aria-label={words.ways}>
      <ul className="ways-on">
        <li>
          <a href={to(findingsPath)}>{words.toFindings}</a>
        </li>
        {found.may.maySeeAgreement && (
          <li>
            <a href={to(agreementPath(year))}>{words.toAgreement}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}
