/** What a reviewer ticks of an answer: checked against the item's elements, and kept. */
import { newId } from '#base/id.ts'
import { type Finding, Problem } from '#base/problem.ts'
import type { Context } from '#platform/context.ts'
import { elementsFor } from './element.ts'
import type { EnteredItem } from './enter.ts'
import type { ElementMark } from './item.ts'
import { doneBy } from './step.ts'
import { disclosureReviews } from './tables.ts'

type Reviewed = Pick<EnteredItem, 'item' | 'place'>

/** Throws `item.ticksInvalid` for elements that do not apply or are named twice. */
export function readTicks({ item, place }: Reviewed, given: readonly ElementMark[]): ElementMark[] {
  const places = elementsFor(item, place.type).map((one) => one.place)
  const named = given.map(({ element }) => element)
  const faults = named.flatMap((element, index): Finding[] => {
    const parameters = { element: element + 1 }
    if (!places.includes(element)) return [{ code: 'item.elementUnknown', parameters }]
    return named.indexOf(element) === index ? [] : [{ code: 'item.elementTwice', parameters }]
  })
  if (faults.length > 0) throw Problem.ofFindings('item.ticksInvalid', faults, { item: item.code })
  return given.map(({ element, isMet }) => ({ element, isMet }))
}

/** Throws `item.elementsNotMet`, naming every element that applies and is not ticked as met. */
export function requireAllMet({ item, place }: Reviewed, ticks: readonly ElementMark[]): void {
  const met = new Set(ticks.filter(({ isMet }) => isMet).map(({ element }) => element))
  const faults = elementsFor(item, place.type)
    .filter((one) => !met.has(one.place))
    .map(
      (one): Finding => ({
        code: 'item.elementNotMet',
        parameters: { element: one.place + 1, text: one.element.text.th, textEn: one.element.text.en },
      }),
    )
  if (faults.length > 0) throw Problem.ofFindings('item.elementsNotMet', faults, { item: item.code })
}

export async function storeReview(
  context: Context,
  review: { readonly answerId: string; readonly elements: readonly ElementMark[] },
): Promise<void> {
  await context.transaction.insert(disclosureReviews).values({ id: newId(), ...review, ...doneBy(context) })
}
