/** Changes one's own password. */
import { Act, Field } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { NewPassword } from '../sign-in/new-password.tsx'

export function PasswordForm() {
  const { text } = useReader()
  const words = text.workspace.profile
  return (
    <section>
      <h2>{words.password}</h2>
      <form method="post" className="stacked-form">
        <Field
          name="current-password"
          label={words.currentPassword}
          type="password"
          autoComplete="current-password"
          required
        />
        <NewPassword />
        <Act act="changePassword" name={text.signIn.setPassword} />
      </form>
    </section>
  )
}
