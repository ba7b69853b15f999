/** The form of an answer: has or has not, a row for each link, and a note to the assessors. */
import { useActionData } from 'react-router'
import { mostLinks } from '#modules/disclosure/given-answer.ts'
import { longest } from '#modules/disclosure/words.ts'
import { formats } from '#platform/reading/document.ts'
import { Act, Choice, Field, type Refusal } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import {
  type AnswerDraft,
  type DraftLink,
  draftOfAnswer,
  draftOfTyped,
  fieldName,
  withBlankRow,
} from './answer-fields.ts'
import type { FoundItem, ItemProps } from './item.tsx'

/** What was typed before the page came back; else last year's answer where it was asked for; else what holds. */
function useDraft({ view, isOfferTaken }: FoundItem): AnswerDraft {
  const typed = (useActionData() as Pick<Refusal, 'values'> | undefined)?.values
  if (typed && 'rows' in typed) return draftOfTyped(typed)
  return withBlankRow(draftOfAnswer(isOfferTaken && view.offered ? view.offered : view.answer))
}

export function AnswerForm({ found }: ItemProps) {
  const { text } = useReader()
  const draft = useDraft(found)
  const words = text.disclosureWork.answer
  const { offered } = found.view
  return (
    <form className="answer-form" id="answer-form" method="post" aria-label={words.title}>
      {found.isOfferTaken && offered && (
        <p className="note-title">{words.usingOffered(offered.fiscalYear, offered.itemCode)}</p>
      )}
      <input type="hidden" name="rows" value={draft.links.length} />
      <HasChoice has={draft.has} />
      <fieldset>
        <legend>{words.links}</legend>
        <p className="hint">{words.linksHint}</p>
        {draft.links.map((link, index) => (
          <LinkRow key={fieldName(index + 1, 'url')} link={link} position={index + 1} />
        ))}
        {draft.links.length < mostLinks && (
          <p>
            <button
              type="submit"
              className="quiet"
              name="act"
              value="moreRows"
              formAction="#answer-form"
              formNoValidate
            >
              {words.more}
            </button>
          </p>
        )}
      </fieldset>
      <p className="field">
        <label htmlFor="explanation">{words.explanation}</label>
        <textarea
          id="explanation"
          name="explanation"
          rows={4}
          maxLength={longest.explanation}
          defaultValue={draft.explanation}
        />
      </p>
      <p className="hint">{words.saveMeans}</p>
      <Act act="answer" name={words.save} />
    </form>
  )
}

function HasChoice({ has }: { readonly has: string }) {
  const { text } = useReader()
  const words = text.disclosureWork.answer
  return (
    <fieldset>
      <legend>{words.has}</legend>
      <ul className="choices">
        {(['yes', 'no'] as const).map((value) => (
          <li key={value}>
            <label>
              <input type="radio" name="has" value={value} defaultChecked={has === value} required />{' '}
              {words[value]}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

interface RowProps {
  readonly link: DraftLink
  readonly position: number
}

function LinkRow({ link, position }: RowProps) {
  const { text } = useReader()
  const words = text.disclosureWork.answer
  const name = (field: keyof DraftLink) => fieldName(position, field)
  return (
    <fieldset className="link-row">
      <legend>{words.link(position)}</legend>
      <Field
        name={name('url')}
        label={words.url}
        value={link.url}
        inputMode="url"
        maxLength={longest.url}
        placeholder="https://"
      />
      <Choice
        name={name('kind')}
        label={words.kind}
        options={(['page', 'file'] as const).map((kind) => ({ value: kind, name: words.kinds[kind] }))}
        value={link.kind}
      />
      <Choice
        name={name('format')}
        label={words.format}
        none={words.anyFormat}
        options={formats.map((format) => ({ value: format, name: words.formats[format] }))}
        value={link.format}
      />
      <Field
        name={name('place')}
        label={words.place}
        hint={words.placeHint}
        value={link.place}
        maxLength={longest.place}
      />
    </fieldset>
  )
}
