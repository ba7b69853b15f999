/** Signing in with e-mail and password, a passkey, or the identity provider. */
import { redirect, useLoaderData } from 'react-router'
import { hasStarted } from '#modules/accounts/queries.ts'
import { signIn } from '#modules/accounts/sign-in.ts'
import { inLanguage, queryString } from '../../ui/addresses.ts'
import { Act, Field, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useRefusal, useTyped } from '../outcome.ts'
import { PasskeyScript } from '../passkey-script.tsx'
import { arriving, entering } from './entering.ts'
import { EntryPage } from './entry-page.tsx'
import { nextPage } from './next-page.ts'

export const loader = arriving(async ({ accounts, doorway, url, language, isSignedIn }) => {
  const next = nextPage(url.searchParams.get('next'))
  if (!(await hasStarted(doorway.database.query))) throw redirect(inLanguage(language, '/start'), 303)
  if (await isSignedIn()) throw redirect(inLanguage(language, next), 303)
  const problem = url.searchParams.get('problem')
  return { next, problem, provider: accounts.providerName, isDemo: accounts.isDemo }
})

export const action = entering(async ({ accounts, request }, field) => {
  const next = nextPage(field('next'))
  const given = { email: field('email'), password: field('password') }
  const { headers, needsSecondFactor } = await signIn(accounts, request.headers, given)
  return { to: needsSecondFactor ? `/sign-in/second-factor${queryString({ next })}` : next, headers }
})

/** What the identity provider's way back says went wrong. */
const refusalOf = (code: string) => ({ failure: { code, parameters: {}, findings: [] }, values: {} })

export default function SignIn() {
  const { next, problem, provider, isDemo } = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  const typed = useTyped()
  const words = text.signIn
  return (
    <EntryPage title={words.title} isDemo={isDemo}>
      <RefusalSummary refusal={useRefusal() ?? (problem ? refusalOf(problem) : undefined)} />
      <form method="post" className="stacked-form">
        <input type="hidden" name="next" value={next} />
        <Field
          name="email"
          label={words.email}
          type="email"
          autoComplete="username webauthn"
          value={typed('email')}
          required
        />
        <Field
          name="password"
          label={words.password}
          type="password"
          autoComplete="current-password"
          required
        />
        <Act name={words.enter} />
      </form>
      <ul className="ways-on">
        <li>
          <a href={to('/sign-in/forgotten')}>{words.forgotten}</a>
        </li>
      </ul>
      {provider && (
        <p>
          <a href={to(`/sign-in/provider${queryString({ next })}`)}>{words.byProvider(provider)}</a>
        </p>
      )}
      <button type="button" className="quiet" hidden data-passkey="sign-in" data-next={to(next)}>
        {words.byPasskey}
      </button>
      <p role="alert" hidden data-passkey="failed">
        {words.passkeyFailed}
      </p>
      <PasskeyScript />
    </EntryPage>
  )
}
