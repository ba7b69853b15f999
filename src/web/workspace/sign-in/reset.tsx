/** Sets a new password with the token of a mailed letter. */
import { resetPassword } from '#modules/accounts/reset-password.ts'
import { readParameter } from '../../public/reading.ts'
import { Act, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useRefusal } from '../outcome.ts'
import { entering } from './entering.ts'
import { EntryPage } from './entry-page.tsx'
import { NewPassword, readNewPassword } from './new-password.tsx'

export const action = entering(async ({ accounts, request, params }, field) => {
  const token = readParameter(params, 'token')
  await resetPassword(accounts, request.headers, { token, password: readNewPassword(field) })
  return '/sign-in?done=passwordReset'
})

export default function Reset() {
  const { text } = useReader()
  return (
    <EntryPage title={text.signIn.newPasswordTitle}>
      <RefusalSummary refusal={useRefusal()} />
      <form method="post" className="stacked-form">
        <NewPassword />
        <Act name={text.signIn.setPassword} />
      </form>
    </EntryPage>
  )
}
