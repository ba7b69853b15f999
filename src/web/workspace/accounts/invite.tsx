/** Invites a person to a role by e-mail. */
import { useLoaderData } from 'react-router'
import { canInvite } from '#modules/accounts/access.ts'
import { invite } from '#modules/accounts/invite.ts'
import { queryString } from '../../ui/addresses.ts'
import { Act, Field, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { useRefusal, useTyped } from '../outcome.ts'
import { acting, working } from '../working.ts'
import { GrantFields } from './grant-fields.tsx'
import { givingOf, readGrant } from './grant-form.ts'
import { readKeeping } from './people-list.ts'

export const loader = working(canInvite, async (asked) => {
  const { agency } = await readKeeping(asked)
  return { agency: agency?.code, ...(await givingOf(asked)) }
})

export const action = acting(canInvite, async ({ db, field, doAs }) => {
  const grant = await readGrant(db, field)
  await doAs((context) => invite(context, { email: field('email'), name: field('name'), grant }))
  return `/work/accounts${queryString({ agency: field('agency'), done: 'invited' })}`
})

export default function Invite() {
  const giving = useLoaderData<typeof loader>()
  const { text } = useReader()
  const typed = useTyped()
  const words = text.workspace.accounts
  return (
    <Page title={words.invite} above={[{ name: words.title, path: '/work/accounts' }]}>
      <p>{words.inviteMeans}</p>
      <RefusalSummary refusal={useRefusal()} />
      <form method="post" className="stacked-form">
        <Field name="name" label={text.signIn.name} value={typed('name')} required />
        <Field name="email" label={text.signIn.email} type="email" value={typed('email')} required />
        <GrantFields {...giving} />
        <Act name={words.sendInvitation} />
      </form>
    </Page>
  )
}
