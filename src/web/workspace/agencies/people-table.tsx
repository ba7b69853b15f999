/** Officers as a table; each row opens to what may be changed of it. */
import type { Officer } from '#modules/registry/person-list.ts'
import type { Unit } from '#modules/registry/unit.ts'
import { useReader } from '../../ui/language.ts'
import { PersonForms } from './person-forms.tsx'

interface Props {
  readonly people: readonly Officer[]
  readonly units: readonly Unit[]
  readonly total: number
  readonly mayChange: boolean
}

export function PeopleTable({ people, units, total, mayChange }: Props) {
  const { say, text } = useReader()
  const words = text.workspace.agencies
  const unitName = (code: string | null) => {
    const unit = units.find((one) => one.code === code)
    return unit ? say(unit.name) : (code ?? '')
  }
  return (
    <table className="plain">
      <caption>{words.countPeople(total)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.personName}</th>
          <th scope="col">{words.position}</th>
          <th scope="col">{words.unit}</th>
          <th scope="col">{words.contact}</th>
          {mayChange && <th scope="col">{text.workspace.rounds.change}</th>}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">{person.name ?? words.anonymised}</th>
            <td>{person.position}</td>
            <td>{unitName(person.unit)}</td>
            <td>{[person.email, person.phone].filter(Boolean).join(' · ')}</td>
            {mayChange && <td>{person.name !== null && <PersonForms person={person} units={units} />}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
