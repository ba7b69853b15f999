/** Accepts an invitation: the invited person gives their name and chooses a password. */
import { useLoaderData } from 'react-router'
import { anyone } from '#base/actor.ts'
import { acceptInvitation } from '#modules/accounts/accept-invitation.ts'
import { getInvitation } from '#modules/accounts/queries.ts'
import { act } from '#platform/context.ts'
import { readParameter } from '../../public/reading.ts'
import { Act, Field, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useRefusal, useTyped } from '../outcome.ts'
import { arriving, entering } from './entering.ts'
import { EntryPage } from './entry-page.tsx'
import { NewPassword, readNewPassword } from './new-password.tsx'

export const loader = arriving(async ({ doorway, accounts, params }) =>
  getInvitation(doorway, accounts, readParameter(params, 'token')),
)

export const action = entering(async ({ doorway, accounts, params }, field) => {
  const token = readParameter(params, 'token')
  const given = { token, name: field('name'), password: readNewPassword(field) }
  await act(doorway, anyone, (context) => acceptInvitation(context, accounts, given))
  return '/sign-in?done=invitationAccepted'
})

export default function Invitation() {
  const { name, email, role, place } = useLoaderData<typeof loader>()
  const { say, text } = useReader()
  const typed = useTyped()
  const words = text.signIn
  return (
    <EntryPage title={words.invitation}>
      <p className="lead">
        {words.invitedAs(text.roles[role], place ? say(place) : text.workspace.scopes.centre)}
      </p>
      <p>{words.willSignInAs(email)}</p>
      <RefusalSummary refusal={useRefusal()} />
      <form method="post" className="stacked-form">
        <Field name="name" label={words.name} autoComplete="name" value={typed('name', name)} required />
        <NewPassword />
        <Act name={words.accept} />
      </form>
    </EntryPage>
  )
}
