/** People with their roles, as a table. */
import type { ListedPerson } from '#modules/accounts/people.ts'
import { useReader } from '../../ui/language.ts'
import { GrantPlace } from './grant-place.tsx'

interface Props {
  readonly people: readonly ListedPerson[]
  readonly total: number
}

export function AccountTable({ people, total }: Props) {
  const { text, to } = useReader()
  const words = text.workspace.accounts
  return (
    <table className="plain">
      <caption>{text.workspace.agencies.countPeople(total)}</caption>
      <thead>
        <tr>
          <th scope="col">{text.workspace.agencies.personName}</th>
          <th scope="col">{text.signIn.email}</th>
          <th scope="col">{words.roles}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <a href={to(`/work/accounts/${person.id}`)}>{person.name}</a>
            </th>
            <td>{person.email}</td>
            <td>
              {person.grants.map((grant) => (
                <span key={grant.id} className="line">
                  {text.roles[grant.role]} <GrantPlace grant={grant} />
                </span>
              ))}
            </td>
            <td>
              {person.disabledAt ? words.disabled : person.hasSecondFactor ? words.strong : words.plain}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
