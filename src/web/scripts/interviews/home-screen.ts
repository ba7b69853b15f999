/** The enumerator's work: interviews to go on with, those sent back, assignments to begin one from, and what is kept. */
import { shortReference } from '#modules/surveys/interview.ts'
import type { WorkAssignment } from '#modules/surveys/interview-work.ts'
import { beginInterview } from './begin-interview.ts'
import { drawCallList } from './call-list.ts'
import { button, element } from './element.ts'
import { handOver } from './fetch-work.ts'
import { drawQueue } from './queue-view.ts'
import type { WorkStage } from './stage.ts'
import type { KeptInterview } from './store.ts'

export function drawHome(stage: WorkStage, own: readonly KeptInterview[], others: number): HTMLElement[] {
  const { words, work } = stage
  const done = new Set(own.flatMap(({ replaces }) => replaces ?? []))
  return [
    element('h1', { tabindex: -1 }, words.assignments),
    element('p', { class: 'soft' }, work.person.name),
    ...(work.assignments.length === 0 ? [element('p', {}, words.noAssignments)] : []),
    ...drawDrafts(stage, own),
    ...work.assignments.flatMap((assignment) => drawSentBack(stage, assignment, done)),
    ...work.assignments.map((assignment) => drawAssignment(stage, assignment)),
    drawQueue(stage, own),
    ...(others > 0 ? [element('p', { class: 'soft' }, words.othersWaiting(others))] : []),
    drawHandOver(stage),
  ]
}

function drawDrafts({ words, say, go }: WorkStage, own: readonly KeptInterview[]): HTMLElement[] {
  return own
    .filter(({ state }) => state === 'draft')
    .map(({ key, agency }) =>
      element(
        'section',
        { class: 'card' },
        element('p', {}, words.interviewAbout(say(agency.name)), ` · ${words.states.draft}`),
        button(words.continue, () => go({ kind: 'interview', key }), { id: `go-on-${key}`, class: 'main' }),
      ),
    )
}

/** Those that are begun again already are left out. */
function drawSentBack(
  stage: WorkStage,
  assignment: WorkAssignment,
  done: ReadonlySet<string>,
): HTMLElement[] {
  const { words, say } = stage
  return assignment.sentBack
    .filter(({ interview }) => !done.has(interview))
    .map(({ interview, reason }) =>
      element(
        'section',
        { class: 'card back' },
        element('h2', {}, `${words.sentBack}: ${shortReference(interview)}`),
        element('p', {}, say(assignment.agency.name)),
        element('p', {}, words.reason(reason)),
        assignment.state === 'open' &&
          button(words.again, () => beginInterview(stage, { assignment, replaces: interview }), {
            id: `again-${interview}`,
          }),
      ),
    )
}

function drawAssignment(stage: WorkStage, assignment: WorkAssignment): HTMLElement {
  const { words, say } = stage
  const { id, agency, fiscalYear, count, quota, state, opensOn, closesOn } = assignment
  const when = {
    upcoming: words.upcoming(opensOn ?? ''),
    open: closesOn === null ? '' : words.closesOn(closesOn),
    closed: words.closed,
  }[state]
  return element(
    'section',
    { class: 'card', 'aria-labelledby': `agency-${id}` },
    element('h2', { id: `agency-${id}` }, `${say(agency.name)} · ${fiscalYear}`),
    element('p', {}, [words.countOf(count, quota), when].filter(Boolean).join(' · ')),
    element('progress', { max: quota, value: Math.min(count, quota), 'aria-labelledby': `agency-${id}` }),
    state === 'open' &&
      button(words.start, () => beginInterview(stage, { assignment }), {
        ...{ id: `start-${id}`, class: 'main' },
        'aria-label': words.startAt(say(agency.name)),
      }),
    drawCallList(stage, assignment),
  )
}

function drawHandOver({ words, store, draw, send }: WorkStage): HTMLElement {
  const press = async () => {
    await handOver(store)
    await draw()
    await send()
  }
  return element(
    'details',
    {},
    element('summary', {}, words.handOver),
    element('p', {}, words.handOverMeans),
    button(words.handOverNow, press, { class: 'quiet' }),
  )
}
