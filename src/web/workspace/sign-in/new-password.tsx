/** A new password, typed twice. */
import { Problem } from '#base/problem.ts'
import { Field } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'

/** Throws `password.differs`; how good it must be is the accounts' to say. */
export function readNewPassword(field: (name: string) => string): string {
  const password = field('password')
  if (password !== field('password-again')) throw new Problem('invalid', 'password.differs')
  return password
}

export function NewPassword() {
  const { text } = useReader()
  const words = text.signIn
  const again = { type: 'password', autoComplete: 'new-password', required: true, minLength: 12 }
  return (
    <>
      <Field name="password" label={words.newPassword} hint={words.passwordHint} {...again} />
      <Field name="password-again" label={words.passwordAgain} {...again} />
    </>
  )
}
