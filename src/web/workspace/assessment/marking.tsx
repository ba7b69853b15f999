/** Marking one item: what is asked, what was answered and kept, the mark to give, and what was marked and explained before. */
import { useLoaderData } from 'react-router'
import { isAllowed } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { canSeeAssessment } from '#modules/disclosure/access.ts'
import { getAssessmentView } from '#modules/disclosure/assessment/assessment-view.ts'
import { viewElements } from '#modules/disclosure/element.ts'
import { evidenceOf, isUnverified } from '#modules/frameworks/lookup.ts'
import { readParameter, readYear } from '../../public/reading.ts'
import { RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import disclosure from '../disclosure/disclosure.css?url'
import { StateMark } from '../disclosure/state-mark.tsx'
import { useRefusal } from '../outcome.ts'
import { acting, type Working, working } from '../working.ts'
import { AnswerSeen } from './answer-seen.tsx'
import stylesheet from './assessment.css?url'
import { markingPath, queuePath, sheetPath } from './assessment-query.ts'
import { ClockLine } from './clock-line.tsx'
import { Criteria } from './criteria.tsx'
import { beginMarkAct, findMarkAct } from './mark-acts.ts'
import { MarkForm } from './mark-form.tsx'
import { stageOf } from './mark-stage.ts'
import { ExplanationGiven, MarksGiven } from './marks-given.tsx'
import { needs } from './queue-acts.ts'
import { TakenSteps } from './taken-steps.tsx'

export const loader = working(canSeeAssessment, async (asked) => {
  const { db, now, signedIn } = asked
  const { person } = signedIn
  const view = await getAssessmentView(db, { ...readNamed(asked), viewer: person, now })
  const { framework, item, place } = view
  return {
    ...{ view, now },
    seen: viewElements(framework, item, place.type),
    evidence: evidenceOf(item, framework),
    isTitleUnverified: isUnverified(item.evidence, framework),
    stage: stageOf(view, now, isAllowed(person, needs.claim, place)),
  }
})

/** Named in the address. */
function readNamed({ params }: Pick<Working, 'params'>) {
  return {
    fiscalYear: readYear(readParameter(params, 'year')),
    agencyCode: readParameter(params, 'code'),
    itemCode: readParameter(params, 'item'),
  }
}

export const action = acting(canSeeAssessment, async (asked) => {
  const named = readNamed(asked)
  const act = findMarkAct(asked.field('act'))
  if (!act) {
    await getAssessmentView(asked.db, { ...named, viewer: asked.signedIn.person, now: asked.now })
    throw new Problem('invalid', 'form.actUnknown')
  }
  return act.perform({ asked, named, view: await beginMarkAct(asked, named, act) })
})

export type FoundMarking = Awaited<ReturnType<typeof loader>>

export interface MarkingProps {
  readonly found: FoundMarking
}

export default function Marking() {
  const found = useLoaderData<typeof loader>()
  const { say, text } = useReader()
  const words = text.assessmentWork
  const { view } = found
  const { item, round, place } = view
  const agency = { year: round.fiscalYear, code: place.code }
  const above = [
    { name: words.title, path: queuePath({ year: String(round.fiscalYear) }) },
    { name: say(view.name) || view.name.th, path: sheetPath(agency) },
  ]
  return (
    <Page title={`${item.code} ${say(view.title)}`} above={above}>
      <link rel="stylesheet" href={disclosure} precedence="default" />
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      <RefusalSummary refusal={useRefusal()} />
      <p>
        <StateMark state={view.state} /> <ClockLine clock={view.clock} now={found.now} />
      </p>
      <Neighbours found={found} />
      <div className="marking">
        <div className="marking-seen">
          <Criteria found={found} />
          <AnswerSeen found={found} />
        </div>
        <div className="marking-given">
          <ExplanationGiven found={found} />
          <MarksGiven found={found} />
          <MarkForm found={found} />
        </div>
      </div>
      <TakenSteps found={found} />
    </Page>
  )
}

function Neighbours({ found: { view } }: MarkingProps) {
  const { text, to } = useReader()
  const words = text.assessmentWork.mark
  const agency = { year: view.round.fiscalYear, code: view.place.code }
  const { previousItem, nextItem, nextWaiting } = view
  return (
    <nav aria-label={words.neighbours}>
      <ul className="ways-on">
        {previousItem && (
          <li>
            <a rel="prev" data-key="KeyK" href={to(markingPath(agency, previousItem))}>
              ← {words.previous} {previousItem}
            </a>
          </li>
        )}
        <li>
          <a href={to(sheetPath(agency))}>{words.toSheet}</a>
        </li>
        {nextItem && (
          <li>
            <a rel="next" data-key="KeyJ" href={to(markingPath(agency, nextItem))}>
              {words.next} {nextItem} →
            </a>
          </li>
        )}
        {nextWaiting && nextWaiting !== nextItem && (
          <li>
            <a href={to(markingPath(agency, nextWaiting))}>{words.nextWaiting(nextWaiting)}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}
