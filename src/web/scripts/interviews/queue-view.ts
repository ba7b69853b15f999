/** What is kept on the tablet, to be seen at a glance: how many wait, were sent, came back; never an answer. */
import { shortReference } from '#modules/surveys/interview.ts'
import { button, element } from './element.ts'
import type { WorkStage } from './stage.ts'
import type { KeptInterview } from './store.ts'

export function drawQueue(stage: WorkStage, own: readonly KeptInterview[]): HTMLElement {
  const { words } = stage
  const finished = own.filter(({ state }) => state !== 'draft')
  const countOf = (state: KeptInterview['state']) => finished.filter((one) => one.state === state).length
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
    finished.length > 0 &&
      element('ul', { class: 'rows' }, ...finished.toReversed().map((one) => drawRow(stage, one))),
    element('p', { class: 'soft' }, words.keptHere),
  )
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
