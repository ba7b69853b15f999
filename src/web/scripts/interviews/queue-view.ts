/** What is kept on the tablet, to be seen at a glance: how many wait, were sent, came back; never an answer. */
import { shortReference } from '#modules/surveys/interview.ts'
import { button, element } from './element.ts'
import type { WorkStage } from './stage.ts'
import type { KeptInterview } from './store.ts'

export function drawQueue(stage: WorkStage, own: readonly KeptInterview[]): HTMLElement {
  const { words } = stage
  const finished = own.filter(({ state }) => state !== 'draft')
  const countOf = (state: KeptInterview['state']) => finished.filter((one) => one.state === state).length
  const latest = finished.toReversed()
  const settled = latest.filter(isSettled)
  const waiting = countOf('queued')
  const sentBack = countOf('sentBack')
  const counts = [words.waiting(waiting), words.sent(countOf('sent'))]
  if (sentBack > 0) counts.push(words.sentBackCount(sentBack))
  return element(
    'section',
    { 'aria-labelledby': 'queue' },
    element('h2', { id: 'queue' }, words.queue),
    finished.length === 0
      ? element('p', {}, words.queueEmpty)
      : element('p', { class: 'counts' }, counts.join(' · ')),
    waiting > 0 && button(words.sendNow, stage.send, { id: 'send-now', class: 'main' }),
    drawRows(
      stage,
      latest.filter((one) => !isSettled(one)),
    ),
    settled.length > 0 &&
      element(
        'details',
        {},
        element('summary', {}, words.sentOnes(settled.length)),
        drawRows(stage, settled),
      ),
    element('p', { class: 'soft' }, words.keptHere),
  )
}

/** The server has it, and nothing is left to do: folded, as hundreds come together in a round. */
function isSettled({ state }: KeptInterview): boolean {
  return state === 'sent' || state === 'replaced'
}

function drawRows(stage: WorkStage, kept: readonly KeptInterview[]): HTMLElement | false {
  return kept.length > 0 && element('ul', { class: 'rows' }, ...kept.map((one) => drawRow(stage, one)))
}

function drawRow({ words, say, language }: WorkStage, kept: KeptInterview): HTMLElement {
  const { agency, state, finishedAt, interview, isOverQuota, problem } = kept
  const format = new Intl.DateTimeFormat(language === 'th' ? 'th-TH' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const facts = [
    words.states[state],
    ...(isOverQuota ? [words.overQuota] : []),
    ...(finishedAt === null ? [] : [words.finishedAt(format.format(finishedAt))]),
    ...(interview === null ? [] : [shortReference(interview)]),
  ]
  return element(
    'li',
    { class: `state-${state}` },
    element('strong', {}, say(agency.name)),
    element('span', { class: 'soft' }, facts.join(' · ')),
    problem !== null && element('span', { class: 'fault' }, problem),
  )
}
