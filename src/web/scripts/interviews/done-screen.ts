/** After an interview: nothing of the answers is to be seen, and the next person may begin at once. */
import { beginInterview } from './begin-interview.ts'
import { button, element } from './element.ts'
import type { WorkStage } from './stage.ts'

export function drawDone(stage: WorkStage, assignmentId: string): HTMLElement[] {
  const { words, work, go } = stage
  const assignment = work.assignments.find(({ id, state }) => id === assignmentId && state === 'open')
  return [
    element('h1', { tabindex: -1 }, words.doneTitle),
    element('p', {}, words.doneMeans),
    ...(assignment
      ? [button(words.next, () => beginInterview(stage, { assignment }), { id: 'next', class: 'main' })]
      : []),
    button(words.home, () => go({ kind: 'home' }), { class: 'quiet' }),
  ]
}
