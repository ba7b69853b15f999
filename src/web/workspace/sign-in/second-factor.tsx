/** The second step of signing in: a code from the person's app, or a backup code that works once. */
import { useLoaderData } from 'react-router'
import { verifySecondFactor } from '#modules/accounts/verify-second-factor.ts'
import { Act, Field, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useRefusal } from '../outcome.ts'
import { arriving, entering } from './entering.ts'
import { EntryPage } from './entry-page.tsx'
import { nextPage } from './next-page.ts'

export const loader = arriving(async ({ url }) => ({ next: nextPage(url.searchParams.get('next')) }))

export const action = entering(async ({ accounts, request }, field) => {
  const { headers } = await verifySecondFactor(accounts, request.headers, field('one-time-code'))
  return { to: nextPage(field('next')), headers }
})

export default function SecondFactor() {
  const { next } = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  const words = text.signIn
  return (
    <EntryPage title={words.secondFactor}>
      <RefusalSummary refusal={useRefusal()} />
      <form method="post" className="stacked-form">
        <input type="hidden" name="next" value={next} />
        <Field
          name="one-time-code"
          label={words.code}
          hint={words.codeHint}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
        />
        <Act name={words.enter} />
      </form>
      <p>
        <a href={to('/sign-in')}>{words.again}</a>
      </p>
    </EntryPage>
  )
}
