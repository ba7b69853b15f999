/** Who has an account and which roles, and who is invited. */
import { useLoaderData } from 'react-router'
import { isAllowedSomewhere } from '#base/permission.ts'
import { canInvite, canListAccounts } from '#modules/accounts/access.ts'
import { listInvitations, listPeople } from '#modules/accounts/people.ts'
import { withdrawInvitation } from '#modules/accounts/withdraw-invitation.ts'
import { queryString } from '../../ui/addresses.ts'
import { Field, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { pageSize, readPage } from '../agencies/agency-query.ts'
import { useRefusal } from '../outcome.ts'
import { acting, working } from '../working.ts'
import { AccountTable } from './account-table.tsx'
import { InvitationTable } from './invitation-table.tsx'
import { readKeeping } from './people-list.ts'

export const loader = working(canListAccounts, async (asked) => {
  const { db, now, signedIn, url } = asked
  const keeping = await readKeeping(asked)
  const agencyId = keeping.agency?.id
  const search = url.searchParams.get('q')?.trim() || undefined
  const number = readPage(url.searchParams.get('page') ?? undefined)
  const list = await listPeople(db, signedIn.person, { search, agencyId, page: { number, size: pageSize } })
  const { invitations } = await listInvitations(db, signedIn.person, {
    agencyId,
    now,
    page: { number: 1, size: pageSize },
  })
  return {
    ...{ keeping, search, number, list, mayInvite: isAllowedSomewhere(signedIn.person, canInvite) },
    open: invitations.filter(({ state }) => state === 'open' || state === 'expired'),
    pages: Math.max(1, Math.ceil(list.total / pageSize)),
  }
})

export const action = acting(canListAccounts, async ({ field, doAs, url }) => {
  await doAs((context) => withdrawInvitation(context, field('invitation')))
  return `/work/accounts${queryString({ agency: url.searchParams.get('agency') ?? undefined, done: 'invitationWithdrawn' })}`
})

export default function Accounts() {
  const { keeping, search, number, list, mayInvite, open, pages } = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  const words = text.workspace.accounts
  const agency = keeping.agency?.code
  const pathOf = (page: number) => `/work/accounts${queryString({ agency, q: search, page })}`
  return (
    <Page title={words.title}>
      <RefusalSummary refusal={useRefusal()} />
      {mayInvite && (
        <p className="ways-on">
          <a href={to(`/work/accounts/invite${queryString({ agency })}`)}>{words.invite}</a>
        </p>
      )}
      <search>
        <form className="filters" method="get" action={to('/work/accounts')} aria-label={words.filters}>
          <Field name="q" label={words.search} type="search" value={search} maxLength={100} />
          {keeping.isCentre ? (
            <Field name="agency" label={text.workspace.rounds.agencyCode} value={agency} />
          ) : (
            <input type="hidden" name="agency" value={agency} />
          )}
          <p className="field-actions">
            <button type="submit">{text.site.ranking.apply}</button>
          </p>
        </form>
      </search>
      {list.total === 0 ? <p>{words.none}</p> : <AccountTable people={list.people} total={list.total} />}
      <Pagination page={number} pages={pages} pathOf={pathOf} />
      <h2>{words.invitations}</h2>
      {open.length === 0 ? (
        <p>{words.noInvitations}</p>
      ) : (
        <InvitationTable invitations={open} mayWithdraw={mayInvite} />
      )}
    </Page>
  )
}
