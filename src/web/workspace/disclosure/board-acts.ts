/** What the forms of a board do, by the name of the act; each answers with what it has done. */
import { approveItems } from '#modules/disclosure/approve-items.ts'
import { assignItems } from '#modules/disclosure/assign-items.ts'
import { showStatus } from '#modules/disclosure/show-status.ts'
import { submitItems } from '#modules/disclosure/submit-items.ts'
import type { Acting } from '../working.ts'
import { chosenPrefix, without } from './disclosure-query.ts'

interface About {
  readonly fiscalYear: number
  readonly agencyCode: string
}

type BoardAct = (asked: Acting, about: About) => Promise<string>

const assign: BoardAct = async ({ form, field, doAs }, about) => {
  const chosen = [...form.keys()].filter((name) => name.startsWith(chosenPrefix))
  const itemCodes =
    field('all') === ''
      ? chosen.map((name) => name.slice(chosenPrefix.length))
      : field('shown').split(' ').filter(Boolean)
  const dueOn = field('noDue') === '' ? field('dueOn') || undefined : null
  await doAs((context) =>
    assignItems(context, {
      ...{ ...about, itemCodes, dueOn },
      unit: readChange(field('toUnit')),
      owner: readChange(field('toOwner')),
    }),
  )
  return 'itemsAssigned'
}

/** Undefined where nothing is to change, null where it is to be taken away. */
function readChange(given: string): string | null | undefined {
  if (given === '') return undefined
  return given === without ? null : given
}

const approve: BoardAct = async ({ doAs }, about) => {
  await doAs((context) => approveItems(context, about))
  return 'itemsApproved'
}

const submit: BoardAct = async ({ doAs }, about) => {
  await doAs((context) => submitItems(context, about))
  return 'itemsSubmitted'
}

const show =
  (isShown: boolean): BoardAct =>
  async ({ doAs }, { agencyCode }) => {
    await doAs((context) => showStatus(context, { agencyCode, isShown }))
    return isShown ? 'statusShown' : 'statusHidden'
  }

export const boardActs: Readonly<Record<string, BoardAct>> = {
  ...{ assign, approve, submit },
  ...{ showStatus: show(true), hideStatus: show(false) },
}
