/** The parts of a form: a labelled field, a choice, the summary of what is wrong, and what keeps the reader's input. */
import type { InputHTMLAttributes, ReactNode } from 'react'
import { type Failure, sentenceFor } from './failure.ts'
import { useReader } from './language.ts'

/** What an action sends back when it could not do what was asked: why, and everything that was typed. */
export interface Refusal {
  readonly failure: Failure
  readonly values: Readonly<Record<string, string>>
}

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'defaultValue'> {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string | undefined
}

export function Field({ name, label, hint, value, ...input }: FieldProps) {
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={name}
        name={name}
        defaultValue={value}
        aria-describedby={hint ? `${name}-hint` : undefined}
        {...input}
      />
    </p>
  )
}

export interface Option {
  readonly value: string
  readonly name: string
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly options: readonly Option[]
  readonly value?: string | undefined
  /** The name of choosing nothing; without it something must be chosen. */
  readonly none?: string
}

export function Choice({ name, label, hint, options, value = '', none }: ChoiceProps) {
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      <select
        id={name}
        name={name}
        defaultValue={value}
        required={none === undefined}
        aria-describedby={hint ? `${name}-hint` : undefined}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </p>
  )
}

/** Said first on the page that comes back, so that a screen reader reads it and nobody has to look for it. */
export function RefusalSummary({ refusal }: { readonly refusal: Refusal | undefined }) {
  const { text } = useReader()
  if (!refusal) return null
  const { failure } = refusal
  return (
    <div className="refusal" role="alert">
      <p className="note-title">{sentenceFor(text, failure)}</p>
      {failure.findings.length > 0 && (
        <ul>
          {failure.findings.map((finding) => (
            <li key={JSON.stringify(finding)}>{sentenceFor(text, finding)}</li>
          ))}
        </ul>
      )}
      <p className="hint">{text.workspace.form.nothingLost}</p>
    </div>
  )
}

interface ActProps {
  /** What will happen, said as a verb. */
  readonly name: string
  /** Which of the page's acts this is; read by its action. */
  readonly act?: string
  readonly isGrave?: boolean
}

export function Act({ name, act, isGrave = false }: ActProps) {
  return (
    <button
      type="submit"
      className={isGrave ? 'grave' : undefined}
      {...(act !== undefined && { name: 'act', value: act })}
    >
      {name}
    </button>
  )
}

/** A grave act stands folded away until it is asked for, and names what it will do. */
export function Confirmed({ ask, children }: { readonly ask: string; readonly children: ReactNode }) {
  return (
    <details className="confirmed">
      <summary>{ask}</summary>
      {children}
    </details>
  )
}
