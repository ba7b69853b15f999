/** All items of one agency as assessors go through them: what each was answered, where it stands, what to do next. */
import { useLoaderData } from 'react-router'
import { dayOf, daysBetween } from '#base/bangkok-day.ts'
import { isAllowed } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { canSeeAssessment } from '#modules/disclosure/access.ts'
import { getAgencySheet } from '#modules/disclosure/assessment/agency-sheet.ts'
import { mayFollow } from '#modules/disclosure/item-state.ts'
import { readParameter, readYear } from '../../public/reading.ts'
import { Act, Confirmed, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import disclosure from '../disclosure/disclosure.css?url'
import { useRefusal } from '../outcome.ts'
import { acting, type Working, working } from '../working.ts'
import stylesheet from './assessment.css?url'
import { markingPath, queuePath, sheetPath } from './assessment-query.ts'
import { Assessors, ClaimForms } from './claim-forms.tsx'
import { ClockLine } from './clock-line.tsx'
import { agencyActs, needs } from './queue-acts.ts'
import { SheetTable } from './sheet-table.tsx'

export const loader = working(canSeeAssessment, async (asked) => {
  const { db, now, signedIn } = asked
  const { person } = signedIn
  const sheet = await getAgencySheet(db, { ...readAgency(asked), viewer: person, now })
  return { ...sheet, now, mayAssess: isAllowed(person, needs.claim, sheet.place) }
})

/** Named in the address. */
function readAgency({ params }: Pick<Working, 'params'>) {
  return { fiscalYear: readYear(readParameter(params, 'year')), agencyCode: readParameter(params, 'code') }
}

export const action = acting(canSeeAssessment, async (asked) => {
  const { db, now, signedIn } = asked
  const about = readAgency(asked)
  const perform = agencyActs[asked.field('act')]
  const { place } = await getAgencySheet(db, { ...about, viewer: signedIn.person, now })
  if (!perform) throw new Problem('invalid', 'form.actUnknown')
  const done = await perform(asked, about)
  return `${sheetPath({ year: about.fiscalYear, code: place.code })}?done=${done}`
})

export type FoundSheet = Awaited<ReturnType<typeof loader>>

export default function AgencySheetPage() {
  const found = useLoaderData<typeof loader>()
  const { say, text } = useReader()
  const words = text.assessmentWork
  const { round, place, claims, isDouble, rights, viewerId } = found
  const name = say(found.name) || found.name.th
  const claimed = { code: place.code, name, claims, isDouble, viewerId }
  const above = [{ name: words.title, path: queuePath({ year: String(round.fiscalYear) }) }]
  return (
    <Page title={words.sheet.titleOf(name, round.fiscalYear)} above={above}>
      <link rel="stylesheet" href={disclosure} precedence="default" />
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      <RefusalSummary refusal={useRefusal()} />
      <div className="sheet-head">
        <div>
          <Standing found={found} />
          <NextToDo found={found} />
        </div>
        <div>
          <Assessors {...claimed} />
          <ClaimForms
            {...claimed}
            {...rights}
            mayClaim={rights.mayClaim && !round.isClosed}
            mayAssess={found.mayAssess}
          />
        </div>
      </div>
      <SheetTable found={found} />
      <ConfirmForm found={found} name={name} />
    </Page>
  )
}

interface Props {
  readonly found: FoundSheet
}

function Standing({ found }: Props) {
  const { text } = useReader()
  const { sheet, markedOf } = text.assessmentWork
  const { counts, items, website, explaining, now } = found
  const marked = counts.assessed + counts.explained + counts.remarked + counts.final
  return (
    <>
      <p>
        <strong>{markedOf(marked, items.length)}</strong>
        {found.clock?.phase !== 'clarify' && <ClockLine clock={found.clock} now={now} />}
        {explaining && (
          <span className="beside">
            {sheet.explaining(explaining.lastDay, daysBetween(dayOf(now), explaining.lastDay))}
          </span>
        )}
      </p>
      <p>
        {website ? (
          <>
            {sheet.website}:{' '}
            <a className="link-address" href={website} target="_blank" rel="noreferrer">
              {website}
            </a>
          </>
        ) : (
          <span className="hint">{sheet.noWebsite}</span>
        )}
      </p>
    </>
  )
}

function NextToDo({ found }: Props) {
  const { text, to } = useReader()
  const words = text.assessmentWork.sheet
  const next = found.items.find(({ waitsForViewer }) => waitsForViewer)
  const agency = { year: found.round.fiscalYear, code: found.place.code }
  if (next) {
    return (
      <p>
        <a className="button" href={to(markingPath(agency, next.itemCode))}>
          {words.next(next.itemCode)}
        </a>
      </p>
    )
  }
  return found.rights.isMine && <p>{words.nothingWaits}</p>
}

/** With what is not ready said before anybody tries. */
function ConfirmForm({ found, name }: Props & { readonly name: string }) {
  const { text } = useReader()
  const words = text.assessmentWork.sheet
  const { items, rights, round } = found
  if (!rights.mayConfirm || round.isClosed) return null
  const waiting = items.filter(({ state }) => state !== 'final')
  const unsettled = waiting.filter(({ state }) => !mayFollow('confirm', state))
  if (waiting.length === items.length && waiting.every(({ state }) => state === 'open')) return null
  return (
    <section aria-labelledby="confirm">
      <h2 id="confirm">{words.confirm}</h2>
      {waiting.length === 0 && <p>{words.allFinal}</p>}
      {unsettled.length > 0 && (
        <>
          <p>{words.notReady}</p>
          <ul className="unsettled">
            {unsettled.map(({ itemCode, state }) => (
              <li key={itemCode}>
                <a href={`#${itemCode}`}>{itemCode}</a> {text.itemStates[state]}
              </li>
            ))}
          </ul>
        </>
      )}
      {waiting.length > 0 && found.explaining && <p>{words.afterExplaining}</p>}
      {waiting.length > 0 && unsettled.length === 0 && !found.explaining && (
        <Confirmed ask={words.confirmAsk}>
          <form className="stacked-form" method="post">
            <p>{words.confirmMeans(name, waiting.length)}</p>
            <Act act="confirm" name={words.confirmDo(name)} isGrave />
          </form>
        </Confirmed>
      )}
    </section>
  )
}
