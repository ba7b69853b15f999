/** A person's roles, those that hold and those that ended. */
import type { ListedGrant } from '#modules/accounts/people.ts'
import { Act, Confirmed, Field } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useTyped } from '../outcome.ts'
import { GrantPlace } from './grant-place.tsx'

interface Props {
  readonly grants: readonly ListedGrant[]
  readonly mayEnd: boolean
}

export function GrantTable({ grants, mayEnd }: Props) {
  const { text } = useReader()
  const words = text.workspace.accounts
  const { writeMoment } = text.workspace.audit
  if (grants.length === 0) return <p>{words.noRoles}</p>
  return (
    <table className="plain">
      <caption className="unseen">{words.roles}</caption>
      <thead>
        <tr>
          <th scope="col">{words.role}</th>
          <th scope="col">{words.since}</th>
          <th scope="col">{words.ended}</th>
        </tr>
      </thead>
      <tbody>
        {grants.map((grant) => (
          <tr key={grant.id}>
            <th scope="row">
              {text.roles[grant.role]} <GrantPlace grant={grant} />
            </th>
            <td>{writeMoment(grant.grantedAt)}</td>
            <td>
              {grant.endedAt ? `${writeMoment(grant.endedAt)} · ${grant.endReason ?? ''}` : null}
              {!grant.endedAt && mayEnd && <EndForm id={grant.id} role={text.roles[grant.role]} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function EndForm({ id, role }: { readonly id: string; readonly role: string }) {
  const { text } = useReader()
  const typed = useTyped()
  const words = text.workspace.accounts
  return (
    <Confirmed ask={words.endAsk}>
      <form method="post" className="stacked-form">
        <input type="hidden" name="grant" value={id} />
        <Field
          name={`${id}-reason`}
          label={text.workspace.rounds.reason}
          value={typed(`${id}-reason`)}
          required
          maxLength={500}
        />
        <Act act="end" name={words.end(role)} isGrave />
      </form>
    </Confirmed>
  )
}
