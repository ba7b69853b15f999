/** One question with its options, or with its sub-questions and theirs; options stand in the framework's order. */
import type { OptionSet, Question } from '#modules/frameworks/framework.ts'
import { findOptionSet } from '#modules/frameworks/lookup.ts'
import { isDoubtful } from './doubt.ts'
import type { FormPage } from './page.ts'
import { useSpeech } from './speech.ts'

interface Card {
  readonly question: Question
  readonly page: FormPage
  readonly place: { readonly number: number; readonly count: number; readonly isMarked: boolean }
}

export function QuestionCard({ question, page, place }: Card) {
  const { language, text } = useSpeech()
  const words = text.surveys.form
  const heading = (
    <>
      <small>{words.number(place.number, place.count)}</small> {question.text[language]}
      {place.isMarked && isDoubtful(page.framework, question) && <abbr title={words.unverifiedMark}> ?</abbr>}
    </>
  )
  const note = question.note && <p className="soft">{question.note[language]}</p>
  if (!question.subQuestions) {
    return (
      <Choice id={question.id} optionSet={question.optionSet} page={page} legend={heading}>
        {note}
      </Choice>
    )
  }
  return (
    <fieldset>
      <legend>{heading}</legend>
      {note}
      {question.subQuestions.map((sub) => (
        <Choice key={sub.id} id={sub.id} optionSet={sub.optionSet} page={page} legend={sub.text[language]} />
      ))}
    </fieldset>
  )
}

interface Choosing {
  readonly id: string
  readonly optionSet: string
  readonly page: FormPage
  readonly legend: React.ReactNode
  readonly children?: React.ReactNode
}

function Choice({ id, optionSet, page, legend, children }: Choosing) {
  const { form } = useSpeech().text.surveys
  const isFault = page.faults?.includes(id) ?? false
  const set = findOptionSet(page.framework, optionSet)
  return (
    <fieldset
      className={isFault ? 'missing' : undefined}
      aria-describedby={isFault ? `${id}-fault` : undefined}
    >
      <legend>{legend}</legend>
      {children}
      {isFault && (
        <p className="fault" id={`${id}-fault`}>
          {form.faultMark}
        </p>
      )}
      {set?.options.map((option, place) => (
        <Option
          key={option.label.th}
          id={id}
          place={place}
          option={option}
          chosen={page.chosen?.[id]}
          isLedTo={isFault && place === 0}
        />
      ))}
    </fieldset>
  )
}

interface Chosen {
  readonly id: string
  readonly place: number
  readonly option: OptionSet['options'][number]
  readonly chosen: string | undefined
  /** The error summary leads here. */
  readonly isLedTo: boolean
}

function Option({ id, place, option, chosen, isLedTo }: Chosen) {
  const { language } = useSpeech()
  const value = String(place)
  return (
    <label>
      <input
        type="radio"
        id={isLedTo ? `${id}-0` : undefined}
        name={id}
        value={value}
        defaultChecked={chosen === value}
      />
      {option.label[language]}
    </label>
  )
}
