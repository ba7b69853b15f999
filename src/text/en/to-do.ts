/** What waits to be done about disclosure (OIT), on the first page of the workspace. */
import type { th } from '../th.ts'

const items = (count: number) => (count === 1 ? '1 item' : `${count.toLocaleString('en-GB')} items`)
const agencies = (count: number) => (count === 1 ? '1 agency' : `${count.toLocaleString('en-GB')} agencies`)
const one = (count: number, single: string, several: string) => (count === 1 ? single : several)

export const toDo: typeof th.toDo = {
  title: 'What is yours to do today',
  ofYear: (year) => `OIT ${year}`,
  late: (count) => `${items(count)} of yours ${one(count, 'is', 'are')} late`,
  soon: (count) => `${items(count)} of yours ${one(count, 'is', 'are')} due within seven days`,
  returned: (count) => `${items(count)} of yours came back to be mended`,
  review: (count) => `${items(count)} ${one(count, 'waits', 'wait')} for your review`,
  approve: (ready, of) =>
    ready === of
      ? `All ${of} items are found ready and wait for your approval`
      : `${ready} of ${of} items are found ready; approval needs them all`,
  unassigned: (count) => `${items(count)} ${one(count, 'has', 'have')} nobody in charge`,
  failing: (count) => `${count} ${one(count, 'link does', 'links do')} not open`,
  submit: (count) => `All ${count} items are approved and wait to be handed in`,
  explain: (count, days) => {
    const left =
      days === null
        ? ''
        : days <= 0
          ? '; today is the last day'
          : `; ${days} ${one(days, 'day', 'days')} left`
    return `${items(count)} scored 0 and can be explained${left}`
  },
  mark: (count, held) =>
    `${items(count)} of ${agencies(held)} you hold ${one(count, 'waits', 'wait')} for a mark`,
  free: (count) => `${agencies(count)} handed in and ${one(count, 'has', 'have')} no assessor`,
  disputed: (count) => `${items(count)} marked differently ${one(count, 'waits', 'wait')} to be settled`,
  explained: (count) => `${items(count)} explained ${one(count, 'waits', 'wait')} for a judgement`,
  confirm: (count) => `The scores of ${agencies(count)} can be confirmed`,
}
