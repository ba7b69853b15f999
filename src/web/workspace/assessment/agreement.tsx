/** How far the assessors of a round agree, item by item, and how strict each of them is, in plain words. */
import { useLoaderData } from 'react-router'
import { authorize } from '#base/permission.ts'
import { canSeeAgreement } from '#modules/disclosure/access.ts'
import {
  type AssessorDrift,
  getAgreement,
  type PairAgreement,
} from '#modules/disclosure/assessment/agreement-queries.ts'
import { isMarkedTwice } from '#modules/disclosure/assessment/claims.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { readParameter, readYear } from '../../public/reading.ts'
import { useReader } from '../../ui/language.ts'
import { NoteBox } from '../../ui/note-box.tsx'
import { Page } from '../../ui/page.tsx'
import { working } from '../working.ts'
import {
  agreedOf,
  bandOf,
  driftWord,
  whyUndefined,
  writeDifference,
  writeKappa,
  writePercent,
} from './agreement-words.ts'
import stylesheet from './assessment.css?url'
import { queuePath } from './assessment-query.ts'

/** It is of the whole round, so it is for those who see all of it. */
export const loader = working(canSeeAgreement, async ({ db, params, signedIn }) => {
  authorize(signedIn.person, canSeeAgreement)
  const round = await getRound(db, readYear(readParameter(params, 'year')))
  return {
    year: round.fiscalYear,
    isDouble: await isMarkedTwice(db, round.id),
    agreement: await getAgreement(db, round),
  }
})

type Found = Awaited<ReturnType<typeof loader>>

interface Props {
  readonly found: Found
}

export default function AgreementPage() {
  const found = useLoaderData<typeof loader>()
  const { text } = useReader()
  const words = text.assessmentWork
  const { year, isDouble, agreement } = found
  const above = [{ name: words.title, path: queuePath({ year: String(year) }) }]
  const hasPairs = isDouble || agreement.overall.pairs > 0
  return (
    <Page title={words.agreement.titleOf(year)} above={above}>
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      {hasPairs ? (
        <>
          <NoteBox title={words.agreement.kappa}>
            <p>{words.agreement.kappaMeans}</p>
            <p className="hint">{words.agreement.bandSource}</p>
          </NoteBox>
          <Overall overall={agreement.overall} />
          <Items found={found} />
        </>
      ) : (
        <p>{words.agreement.single}</p>
      )}
      <Drifts found={found} />
    </Page>
  )
}

function Overall({ overall }: { readonly overall: PairAgreement }) {
  const { text } = useReader()
  const words = text.assessmentWork.agreement
  return (
    <section aria-labelledby="overall">
      <h2 id="overall">{words.overall}</h2>
      {overall.kappa && <p className="big-figure">κ {writeKappa(overall.kappa)}</p>}
      <p>
        <Means agreement={overall} /> · {words.pairs(overall.pairs)} · {words.agreed(agreedOf(overall))}
      </p>
    </section>
  )
}

function Means({ agreement }: { readonly agreement: PairAgreement }) {
  const { text } = useReader()
  const words = text.assessmentWork.agreement
  if (agreement.kappa === null) return <span className="hint">{words[whyUndefined(agreement)]}</span>
  return <span>{words.bands[bandOf(agreement.kappa)]}</span>
}

function Items({ found: { agreement } }: Props) {
  const { say, text } = useReader()
  const { items: caption, columns } = text.assessmentWork.agreement
  return (
    <section aria-labelledby="by-item">
      <h2 id="by-item">{caption}</h2>
      <table className="stacking agreement">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.item}</th>
            <th scope="col">{columns.pairs}</th>
            <th scope="col">{columns.agreed}</th>
            <th scope="col">{columns.kappa}</th>
            <th scope="col">{columns.means}</th>
          </tr>
        </thead>
        <tbody>
          {agreement.items.map((item) => (
            <tr key={item.itemCode}>
              <th scope="row">
                <span className="coded-name">
                  <span className="code">{item.itemCode}</span> <span>{say(item.title)}</span>
                </span>
              </th>
              <td data-label={columns.pairs}>{item.pairs}</td>
              <td data-label={columns.agreed}>{item.pairs === 0 ? '–' : agreedOf(item)}</td>
              <td data-label={columns.kappa}>{item.kappa ? writeKappa(item.kappa) : '–'}</td>
              <td data-label={columns.means}>
                <Means agreement={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Drifts({ found: { agreement } }: Props) {
  const { text } = useReader()
  const { drift, driftMeans, driftColumns, noAssessors } = text.assessmentWork.agreement
  return (
    <section aria-labelledby="drift">
      <h2 id="drift">{drift}</h2>
      <p className="hint">{driftMeans}</p>
      {agreement.assessors.length === 0 ? (
        <p>{noAssessors}</p>
      ) : (
        <table className="stacking agreement">
          <caption className="unseen">{drift}</caption>
          <thead>
            <tr>
              {Object.entries(driftColumns).map(([name, heading]) => (
                <th key={name} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {agreement.assessors.map((assessor) => (
              <DriftRow key={assessor.assessorId} assessor={assessor} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function DriftRow({ assessor }: { readonly assessor: AssessorDrift }) {
  const { text } = useReader()
  const words = text.assessmentWork.agreement
  const { name, marks, zeros, rate, rateOfAll, difference } = assessor
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={words.driftColumns.marks}>{marks}</td>
      <td data-label={words.driftColumns.rate}>
        {zeros}
        {rate && <span className="hint"> ({words.percent(writePercent(rate))})</span>}
      </td>
      <td data-label={words.driftColumns.rateOfAll}>
        {rateOfAll ? words.percent(writePercent(rateOfAll)) : '–'}
      </td>
      <td data-label={words.driftColumns.difference}>
        {difference && words.difference(writeDifference(difference))}
        <span className="beside">{words[driftWord(assessor)]}</span>
      </td>
      <td data-label={words.driftColumns.overturned}>
        {words.overturned(assessor.overturnedBySettling, assessor.overturnedByClarification)}
      </td>
    </tr>
  )
}
