/** Invitations that wait to be accepted, each of which may be taken back. */
import type { ListedInvitation } from '#modules/accounts/people.ts'
import { Act } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { GrantPlace } from './grant-place.tsx'

interface Props {
  readonly invitations: readonly ListedInvitation[]
  readonly mayWithdraw: boolean
}

export function InvitationTable({ invitations, mayWithdraw }: Props) {
  const { text } = useReader()
  const words = text.workspace.accounts
  return (
    <table className="plain">
      <caption className="unseen">{words.invitations}</caption>
      <thead>
        <tr>
          <th scope="col">{text.workspace.agencies.personName}</th>
          <th scope="col">{text.signIn.email}</th>
          <th scope="col">{words.roles}</th>
          <th scope="col">{words.until}</th>
          {mayWithdraw && <th scope="col">{text.workspace.rounds.change}</th>}
        </tr>
      </thead>
      <tbody>
        {invitations.map((invitation) => (
          <tr key={invitation.id}>
            <th scope="row">{invitation.name}</th>
            <td>{invitation.email}</td>
            <td>
              {text.roles[invitation.role]} <GrantPlace grant={invitation} />
            </td>
            <td>
              {invitation.state === 'expired'
                ? words.expired
                : text.workspace.audit.writeMoment(invitation.expiresAt)}
            </td>
            {mayWithdraw && (
              <td>
                {invitation.state === 'open' && (
                  <form method="post">
                    <input type="hidden" name="invitation" value={invitation.id} />
                    <Act name={words.withdraw} />
                  </form>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
