/** The form of an answer: its fields as they are sent, filled from what was typed, from last year, or from what holds. Pure. */
import { Problem } from '#base/problem.ts'
import { mostLinks } from '#modules/disclosure/given-answer.ts'
import type { GivenAnswer, GivenLink } from '#modules/disclosure/item.ts'
import { formats } from '#platform/reading/document.ts'

export interface DraftLink {
  readonly url: string
  readonly kind: string
  readonly format: string
  readonly place: string
}

export interface AnswerDraft {
  /** `yes`, `no`, or empty where nothing was chosen. */
  readonly has: string
  readonly links: readonly DraftLink[]
  readonly explanation: string
}

const blank: DraftLink = { url: '', kind: 'page', format: '', place: '' }

export const fieldName = (position: number, field: keyof DraftLink) => `link-${position}-${field}`

/** As it was typed, with every row of the form. */
export function draftOfTyped(values: Readonly<Record<string, string>>): AnswerDraft {
  const rows = Math.min(Math.max(Math.trunc(Number(values.rows)) || 1, 1), mostLinks)
  const links = Array.from({ length: rows }, (_, index) => {
    const read = (field: keyof DraftLink) => values[fieldName(index + 1, field)] ?? blank[field]
    return { url: read('url'), kind: read('kind'), format: read('format'), place: read('place') }
  })
  return { has: values.has ?? '', links, explanation: values.explanation ?? '' }
}

interface Answered {
  readonly has: boolean
  readonly links: readonly {
    readonly url: string
    readonly kind: string
    readonly format?: string | null
    readonly place?: string
  }[]
  readonly explanation?: string
}

/** From an answer that was given, or with nothing filled in. */
export function draftOfAnswer(answer: Answered | null): AnswerDraft {
  if (!answer) return { has: '', links: [], explanation: '' }
  const links = answer.links.map(({ url, kind, format, place }) => ({
    ...{ url, kind, format: format ?? '', place: place ?? '' },
  }))
  return { has: answer.has ? 'yes' : 'no', links, explanation: answer.explanation ?? '' }
}

/** A row to type into follows those that are filled. */
export function withBlankRow(draft: AnswerDraft): AnswerDraft {
  const isFull = draft.links.length >= mostLinks || draft.links.some(isBlank)
  return isFull ? draft : { ...draft, links: [...draft.links, blank] }
}

function isBlank({ url, place }: DraftLink): boolean {
  return url === '' && place === ''
}

export interface ReadDraft {
  readonly answer: GivenAnswer
  /** The row, from 1, in which each link was typed. */
  readonly rows: readonly number[]
}

/** Rows left empty are left out. Throws `disclosure.hasMissing`; the rest is for the verb to judge. */
export function readDraft({ has, links, explanation }: AnswerDraft): ReadDraft {
  if (has !== 'yes' && has !== 'no') throw new Problem('invalid', 'disclosure.hasMissing')
  const filled = links.flatMap((link, index) => (isBlank(link) ? [] : [{ link, row: index + 1 }]))
  return {
    answer: { has: has === 'yes', links: filled.map(({ link }) => toGiven(link)), explanation },
    rows: filled.map(({ row }) => row),
  }
}

function toGiven({ url, kind, format, place }: DraftLink): GivenLink {
  const known = formats.find((one) => one === format)
  return { url, kind: kind === 'file' ? 'file' : 'page', place, ...(known ? { format: known } : {}) }
}
