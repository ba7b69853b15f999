/** Asks for a letter with which a forgotten password is set anew; says the same whether or not there is such an account. */
import { useActionData } from 'react-router'
import { requestPasswordReset } from '#modules/accounts/request-password-reset.ts'
import { Act, Field, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useRefusal, useTyped } from '../outcome.ts'
import { entering } from './entering.ts'
import { EntryPage } from './entry-page.tsx'

export const action = entering(async ({ accounts, request }, field) => {
  await requestPasswordReset(accounts, request.headers, field('email'))
  return { show: { isAsked: true } }
})

export default function Forgotten() {
  const { text, to } = useReader()
  const isAsked = (useActionData() as { isAsked?: boolean } | undefined)?.isAsked === true
  const typed = useTyped()
  const words = text.signIn
  return (
    <EntryPage title={words.forgotten}>
      <RefusalSummary refusal={useRefusal()} />
      {isAsked ? (
        <p role="status">{words.letterSent}</p>
      ) : (
        <form method="post" className="stacked-form">
          <Field
            name="email"
            label={words.email}
            type="email"
            autoComplete="username"
            value={typed('email')}
            required
          />
          <Act name={words.askLetter} />
        </form>
      )}
      <p>
        <a href={to('/sign-in')}>{words.again}</a>
      </p>
    </EntryPage>
  )
}
