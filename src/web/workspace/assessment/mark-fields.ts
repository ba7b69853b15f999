/** What a form of marking holds, read for the verbs; and a finding put into it. */
import { Problem } from '#base/problem.ts'
import type { AssessmentView } from '#modules/disclosure/assessment/assessment-view.ts'
import type { ReusableFinding } from '#modules/disclosure/assessment/findings.ts'
import type { GivenMark } from '#modules/disclosure/assessment/mark.ts'
import { type ElementMark, reasonKinds } from '#modules/disclosure/item.ts'
import { readDay } from '../rounds/day-field.ts'

/** The names of its radio buttons are these letters and the element's place; `met` or `lacking`. */
export const elementPrefix = 'element-'

/** The id of the first field, on which the page of the next item opens. */
export const firstField = 'first-field'

type Field = (name: string) => string
type Shown = Pick<AssessmentView, 'elements' | 'findings'>

/**
 * A finding that was chosen and not yet put into an empty remark is the remark, and gives the reason where none is
 * chosen. Throws `mark.scoreMissing` or `day.invalid`.
 */
export function readMarkForm(field: Field, { elements, findings }: Shown): GivenMark {
  const score = field('score')
  if (score === '') throw new Problem('invalid', 'mark.scoreMissing')
  const isZero = score === '0'
  const finding = isZero ? findChosen(field, findings) : undefined
  const reason = field('reason') || finding?.reasonKind
  return {
    score: Number(score),
    reasonKind: isZero ? reasonKinds.find((kind) => kind === reason) : undefined,
    remark: field('remark') || (finding?.text ?? ''),
    elements: elements.flatMap(({ place }) => readElement(field, place)),
    assessedOn: readDay(field('assessedOn')),
  }
}

function readElement(field: Field, place: number): ElementMark[] {
  const seen = field(`${elementPrefix}${place}`)
  return seen === 'met' || seen === 'lacking' ? [{ element: place, isMet: seen === 'met' }] : []
}

function findChosen(field: Field, findings: readonly ReusableFinding[]): ReusableFinding | undefined {
  const chosen = field('finding')
  return findings.find(({ id }) => id === chosen)
}

/** What the form holds once the chosen finding stands in its remark. Throws `finding.notChosen`. */
export function withFinding(
  form: FormData,
  field: Field,
  findings: readonly ReusableFinding[],
): Record<string, string> {
  const finding = findChosen(field, findings)
  if (!finding) throw new Problem('invalid', 'finding.notChosen')
  const remark = field('remark')
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, field(name)]))
  return {
    ...{ ...typed, finding: '', score: '0', reason: finding.reasonKind },
    remark: remark === '' ? finding.text : `${remark}\n${finding.text}`,
  }
}
