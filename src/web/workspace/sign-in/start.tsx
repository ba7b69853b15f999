/** The first start: whoever can read the server's terminal makes the first administrator, once. */
import { redirect, useLoaderData } from 'react-router'
import { hasStarted } from '#modules/accounts/queries.ts'
import { startInstance } from '#modules/accounts/start-instance.ts'
import type { Group } from '#modules/registry/agency.ts'
import { listGroupsOf } from '#modules/registry/queries.ts'
import { inLanguage } from '../../ui/addresses.ts'
import { Act, Choice, Field, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useRefusal, useTyped } from '../outcome.ts'
import { arriving, entering } from './entering.ts'
import { EntryPage } from './entry-page.tsx'
import { NewPassword, readNewPassword } from './new-password.tsx'

export const loader = arriving(async ({ doorway, language, url }) => {
  if (await hasStarted(doorway.database.query)) throw redirect(inLanguage(language, '/sign-in'), 303)
  const types = await listGroupsOf(doorway.database.query, 'types')
  return { code: url.searchParams.get('code') ?? undefined, types }
})

export const action = entering(async ({ accounts }, field) => {
  const mode = field('mode') === 'agency' ? 'agency' : 'centre'
  const given = {
    code: field('set-up-code'),
    name: field('name'),
    email: field('email'),
    password: readNewPassword(field),
    mode,
    agency: { code: field('agency-code'), name: field('agency-name'), type: field('agency-type') },
  } as const
  await startInstance(accounts, given)
  return '/sign-in?done=instanceStarted'
})

export default function Start() {
  const { code, types } = useLoaderData<typeof loader>()
  const { text } = useReader()
  const typed = useTyped()
  const words = text.signIn
  const mode = typed('mode', 'centre')
  return (
    <EntryPage title={words.start}>
      <p className="lead">{words.startLead}</p>
      <RefusalSummary refusal={useRefusal()} />
      <form method="post" className="stacked-form">
        <Field
          name="set-up-code"
          label={words.setUpCode}
          hint={words.setUpCodeHint}
          value={code}
          autoComplete="off"
          required
        />
        <Field name="name" label={words.name} autoComplete="name" value={typed('name')} required />
        <Field
          name="email"
          label={words.email}
          type="email"
          autoComplete="username"
          value={typed('email')}
          required
        />
        <NewPassword />
        <fieldset>
          <legend>{words.mode}</legend>
          {(['centre', 'agency'] as const).map((value) => (
            <p key={value}>
              <label>
                <input type="radio" name="mode" value={value} defaultChecked={mode === value} />{' '}
                {words.modes[value]}
              </label>
            </p>
          ))}
          <AgencyOfInstance types={types} />
        </fieldset>
        <Act name={words.begin} />
      </form>
    </EntryPage>
  )
}

/** Registered at once where the registry does not have it yet. */
function AgencyOfInstance({ types }: { readonly types: readonly Group[] }) {
  const { say, text } = useReader()
  const typed = useTyped()
  const words = text.signIn
  return (
    <>
      <Field
        name="agency-code"
        label={words.agencyCode}
        hint={words.agencyCodeHint}
        value={typed('agency-code')}
      />
      <Field name="agency-name" label={words.agencyName} value={typed('agency-name')} />
      <Choice
        name="agency-type"
        label={words.agencyType}
        none={words.noAgency}
        options={types.map(({ code, name }) => ({ value: code, name: say(name) }))}
        value={typed('agency-type')}
      />
    </>
  )
}
