/** The agencies whose surveys are closed, and how many integrity signals each has raised: for those who assess. */
import { useLoaderData } from 'react-router'
import { listRounds } from '#modules/rounds/queries.ts'
import { canSeeSignals } from '#modules/surveys/access.ts'
import { listSignals } from '#modules/surveys/signals/gather.ts'
import { listSettledAgencies } from '#modules/surveys/signals/settled-agencies.ts'
import { readYear } from '../../public/reading.ts'
import { queryString } from '../../ui/addresses.ts'
import { Choice, Field } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { ImaginaryMark } from '../../ui/marks.tsx'
import { NoteBox } from '../../ui/note-box.tsx'
import { Page } from '../../ui/page.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { readPage } from '../agencies/agency-query.ts'
import { pageSize, readSurveyAddress, signalsPath } from '../surveys/survey-query.ts'
import stylesheet from '../surveys/surveys.css?url'
import { working } from '../working.ts'

export const loader = working(canSeeSignals, async ({ db, url, signedIn }) => {
  const address = readSurveyAddress(url.searchParams)
  const rounds = await listRounds(db)
  const asked = address.year === undefined ? rounds[0]?.fiscalYear : readYear(address.year)
  const round = rounds.find(({ fiscalYear }) => fiscalYear === asked)
  const page = readPage(address.page)
  const query = { actor: signedIn.person, search: address.q, page: { number: page, size: pageSize } }
  const list = round ? await listSettledAgencies(db, round, query) : { agencies: [], total: 0 }
  const signals = round ? await listSignals(db, round, list.agencies) : []
  return {
    ...{ address, page, year: round?.fiscalYear ?? null, total: list.total },
    years: rounds.map(({ fiscalYear }) => fiscalYear),
    pages: Math.max(1, Math.ceil(list.total / pageSize)),
    agencies: list.agencies.map(({ agencyId, code, name, isImaginary }) => {
      const own = signals.find((one) => one.agencyId === agencyId)
      const raised = own?.signals.filter(({ isRaised }) => isRaised) ?? []
      return {
        code,
        name,
        isImaginary,
        parts: own?.parts ?? [],
        raised: raised.map(({ kind, part }) => ({ kind, part })),
      }
    }),
  }
})

type Found = Awaited<ReturnType<typeof loader>>

export default function Signals() {
  const found = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  const words = text.surveysWork.signals
  const work = text.surveysWork
  const { address, years, year, page, pages, agencies } = found
  return (
    <Page title={words.title}>
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      <NoteBox title={words.nothingChanges}>
        <p>{words.lead}</p>
      </NoteBox>
      {year === null && <p>{words.noRound}</p>}
      {year !== null && (
        <search>
          <form className="filters" method="get" action={to('/work/signals')} aria-label={work.filters}>
            <Choice
              name="year"
              label={work.year}
              options={years.map((one) => ({ value: String(one), name: String(one) }))}
              value={String(year)}
            />
            <Field name="q" label={work.search} type="search" value={address.q} maxLength={100} />
            <p className="field-actions">
              <button type="submit">{work.show}</button>
            </p>
          </form>
        </search>
      )}
      {year !== null && agencies.length === 0 && <p>{words.empty}</p>}
      {year !== null && agencies.length > 0 && <Agencies found={found} year={year} />}
      <Pagination
        page={page}
        pages={pages}
        pathOf={(number) =>
          `/work/signals${queryString({ ...address, page: number === 1 ? undefined : number })}`
        }
      />
    </Page>
  )
}

function Agencies({ found: { agencies, total }, year }: { readonly found: Found; readonly year: number }) {
  const { say, text, to } = useReader()
  const work = text.surveysWork
  const words = work.signals
  return (
    <table className="plain">
      <caption>{words.count(total)}</caption>
      <thead>
        <tr>
          <th scope="col">{work.agency}</th>
          <th scope="col">{words.closedColumn}</th>
          <th scope="col">{words.raisedColumn}</th>
        </tr>
      </thead>
      <tbody>
        {agencies.map(({ code, name, isImaginary, parts, raised }) => (
          <tr key={code}>
            <th scope="row">
              <a href={to(signalsPath(year, code))}>{say(name)}</a>{' '}
              <ImaginaryMark isImaginary={isImaginary} />
            </th>
            <td>{parts.map(({ part }) => work.partName(part)).join(' · ')}</td>
            <td>
              {raised.length === 0 && <span className="hint">{words.noneRaised}</span>}
              {raised.length > 0 && (
                <ul className="signal-list">
                  {raised.map(({ kind, part }) => (
                    <li key={`${kind} ${part}`}>
                      {words.kinds[kind].name} <span className="hint">({work.partName(part)})</span>
                    </li>
                  ))}
                </ul>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
