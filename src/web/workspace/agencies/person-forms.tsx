/** The forms with which officers are found, added, changed, and taken leave of. */
import type { Officer } from '#modules/registry/person-list.ts'
import type { Unit } from '#modules/registry/unit.ts'
import { Act, Choice, Confirmed, Field } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useTyped } from '../outcome.ts'
import { agencyWorkPath } from './of-agency.ts'

export function PeopleFilter({
  code,
  search,
}: {
  readonly code: string
  readonly search: string | undefined
}) {
  const { text, to } = useReader()
  const words = text.workspace.agencies
  return (
    <search>
      <form
        className="filters"
        method="get"
        action={to(agencyWorkPath(code, 'people'))}
        aria-label={words.filters}
      >
        <Field name="q" label={words.searchPeople} type="search" value={search} maxLength={100} />
        <p className="field-actions">
          <button type="submit">{text.site.ranking.apply}</button>
          {search && <a href={to(agencyWorkPath(code, 'people'))}>{text.site.ranking.clear}</a>}
        </p>
      </form>
    </search>
  )
}

interface FieldsProps {
  readonly at?: string
  readonly person?: Officer
  readonly units: readonly Unit[]
}

function PersonFields({ at = '', person, units }: FieldsProps) {
  const { say, text } = useReader()
  const typed = useTyped()
  const words = text.workspace.agencies
  const options = units.map((unit) => ({
    value: unit.code,
    name: `${'– '.repeat(unit.depth - 1)}${say(unit.name)}`,
  }))
  const value = (name: 'name' | 'position' | 'unit' | 'email' | 'phone') =>
    typed(`${at}${name}`, person?.[name])
  return (
    <>
      <Field name={`${at}name`} label={words.personName} value={value('name')} required />
      <Field name={`${at}position`} label={words.position} value={value('position')} />
      <Choice
        name={`${at}unit`}
        label={words.unit}
        options={options}
        none={words.noUnit}
        value={value('unit')}
      />
      <Field name={`${at}email`} label={text.signIn.email} type="email" value={value('email')} required />
      <Field name={`${at}phone`} label={words.phone} type="tel" value={value('phone')} />
    </>
  )
}

export function AddPersonForm({ units }: Pick<FieldsProps, 'units'>) {
  const { text } = useReader()
  const words = text.workspace.agencies
  return (
    <section>
      <h2>{words.addPerson}</h2>
      <form method="post" className="stacked-form">
        <PersonFields units={units} />
        <Act act="add" name={words.addPerson} />
      </form>
    </section>
  )
}

export function PersonForms({ person, units }: Required<Pick<FieldsProps, 'person' | 'units'>>) {
  const { text } = useReader()
  const typed = useTyped()
  const words = text.workspace.agencies
  const at = `${person.id}-`
  return (
    <Confirmed ask={words.changePerson}>
      <form method="post" className="stacked-form">
        <input type="hidden" name="person" value={person.id} />
        <PersonFields at={at} person={person} units={units} />
        <Act act="change" name={words.save} />
      </form>
      {person.leftOn === null && (
        <form method="post" className="stacked-form">
          <input type="hidden" name="person" value={person.id} />
          <Field
            name={`${at}leftOn`}
            label={words.lastDay}
            hint={text.workspace.rounds.dayHint}
            value={typed(`${at}leftOn`)}
            required
          />
          <Act act="remove" name={words.removePerson} isGrave />
        </form>
      )}
      <form method="post" className="stacked-form">
        <input type="hidden" name="person" value={person.id} />
        <p className="hint">{words.anonymiseMeans}</p>
        <Act act="anonymise" name={words.anonymise} isGrave />
      </form>
    </Confirmed>
  )
}
