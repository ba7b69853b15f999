/** Registers one agency. */
import { useLoaderData } from 'react-router'
import { canRegisterAgencies } from '#modules/registry/access.ts'
import { getReference } from '#modules/registry/agency-list.ts'
import { agencyFields } from '#modules/registry/agency-record.ts'
import { registerAgency } from '#modules/registry/register-agency.ts'
import { Act, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { useRefusal } from '../outcome.ts'
import { acting, working } from '../working.ts'
import { AgencyFields, readAgencyFields } from './agency-fields.tsx'
import { useRegistryCrumbs } from './registry-crumbs.ts'

export const loader = working(canRegisterAgencies, async ({ db }) => ({ groups: await getReference(db) }))

export const action = acting(canRegisterAgencies, async ({ form, doAs }) => {
  const code = await doAs((context) => registerAgency(context, readAgencyFields(form)))
  return `/work/agencies/${encodeURIComponent(code)}?done=agencyRegistered`
})

export default function NewAgency() {
  const { groups } = useLoaderData<typeof loader>()
  const { text } = useReader()
  const words = text.workspace.agencies
  return (
    <Page title={words.register} above={useRegistryCrumbs()}>
      <RefusalSummary refusal={useRefusal()} />
      <form method="post" className="stacked-form">
        <AgencyFields record={{}} groups={groups} fields={agencyFields} />
        <Act name={words.register} />
      </form>
    </Page>
  )
}
