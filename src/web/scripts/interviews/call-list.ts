/** Whom to call, and how it went: noted here at once, told to the server when there is a network. */
import { type CallState, callStates } from '#modules/surveys/interview.ts'
import type { CallListEntry, WorkAssignment } from '#modules/surveys/interview-work.ts'
import { element } from './element.ts'
import type { WorkStage } from './stage.ts'

export function drawCallList(stage: WorkStage, { callList }: WorkAssignment): HTMLElement | null {
  if (callList.length === 0) return null
  const toCall = callList.filter(({ state }) => state === 'toCall' || state === 'noAnswer').length
  return element(
    'details',
    {},
    element('summary', {}, stage.words.callList(toCall)),
    element('ul', { class: 'rows' }, ...callList.map((entry) => drawEntry(stage, entry))),
  )
}

function drawEntry(stage: WorkStage, { id, name, phone, state }: CallListEntry): HTMLElement {
  const { words, store, work } = stage
  const note = async (chosen: CallState) => {
    await store.put('calls', { id, owner: work.person.id, state: chosen })
    void stage.send()
  }
  const choice: HTMLSelectElement = element(
    'select',
    {
      id: `call-${id}`,
      'aria-label': words.callState(name),
      onchange: () => {
        const chosen = callStates.find((one) => one === choice.value)
        if (chosen) void note(chosen)
      },
    },
    ...callStates.map((one) =>
      element('option', { value: one, selected: one === state }, words.callStates[one]),
    ),
  )
  const call = element('a', { href: `tel:${phone.replace(/[^\d+]/g, '')}` }, phone)
  return element('li', {}, element('strong', {}, name), call, choice)
}
