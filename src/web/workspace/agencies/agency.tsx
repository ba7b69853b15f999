/** One agency of the registry: what is known of it, and what of that one may change. */
import { useLoaderData } from 'react-router'
import { Problem } from '#base/problem.ts'
import {
  canChangeAgency,
  canCloseAgency,
  canReclassifyAgency,
  canSeePeople,
  canSeeRegistry,
} from '#modules/registry/access.ts'
import { getAgencyRecord, getReference } from '#modules/registry/agency-list.ts'
import { type AgencyField, agencyFields } from '#modules/registry/agency-record.ts'
import { changeAgency } from '#modules/registry/change-agency.ts'
import { closeAgency } from '#modules/registry/close-agency.ts'
import { readParameter } from '../../public/reading.ts'
import { agencyPath } from '../../ui/addresses.ts'
import { Act, Confirmed, Field, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { useRefusal, useTyped } from '../outcome.ts'
import { readDay } from '../rounds/day-field.ts'
import { acting, working } from '../working.ts'
import { AgencyFields, readAgencyFields } from './agency-fields.tsx'
import { agencyWorkPath, ofAgency } from './of-agency.ts'
import { useRegistryCrumbs } from './registry-crumbs.ts'

const ownFields: readonly AgencyField[] = ['name_en', 'website']

export const loader = working(canSeeRegistry, async (asked) => {
  const { code, may } = await ofAgency(asked, canSeeRegistry)
  const record = await getAgencyRecord(asked.db, code)
  const changeable = agencyFields.filter((field) => field !== 'code' && field !== 'active_to')
  return {
    record,
    groups: await getReference(asked.db),
    fields: may(canReclassifyAgency) ? changeable : may(canChangeAgency) ? ownFields : [],
    may: { close: may(canCloseAgency) && record.active_to === null, seePeople: may(canSeePeople) },
  }
})

export const action = acting(canSeeRegistry, async ({ params, field, form, doAs }) => {
  const code = readParameter(params, 'code')
  switch (field('act')) {
    case 'change':
      await doAs((context) => changeAgency(context, code, readAgencyFields(form)))
      return `${agencyWorkPath(code)}?done=agencyChanged`
    case 'close': {
      const activeTo = readDay(field('active_to'))
      await doAs((context) => closeAgency(context, { code, activeTo }))
      return `${agencyWorkPath(code)}?done=agencyClosed`
    }
    default:
      throw new Problem('invalid', 'form.actUnknown')
  }
})

export default function Agency() {
  const { record, groups, fields, may } = useLoaderData<typeof loader>()
  const { language, text, to } = useReader()
  const typed = useTyped()
  const words = text.workspace.agencies
  const name = (language === 'en' && record.name_en) || record.name_th
  return (
    <Page title={name} above={useRegistryCrumbs()}>
      <RefusalSummary refusal={useRefusal()} />
      <ul className="ways-on">
        <li>
          <a href={to(agencyWorkPath(record.code, 'units'))}>{words.units}</a>
        </li>
        {may.seePeople && (
          <li>
            <a href={to(agencyWorkPath(record.code, 'people'))}>{words.people}</a>
          </li>
        )}
        <li>
          <a href={to(agencyPath(record.code))}>{words.results}</a>
        </li>
      </ul>
      <Facts record={record} groups={groups} />
      {fields.length > 0 && (
        <Confirmed ask={words.change}>
          <form method="post" className="stacked-form">
            <AgencyFields record={record} groups={groups} fields={fields} />
            <Act act="change" name={words.save} />
          </form>
        </Confirmed>
      )}
      {may.close && (
        <Confirmed ask={words.closeAsk}>
          <form method="post" className="stacked-form">
            <p>{words.closeMeans}</p>
            <Field
              name="active_to"
              label={words.fields.active_to}
              hint={text.workspace.rounds.dayHint}
              value={typed('active_to')}
              required
            />
            <Act act="close" name={words.close(name)} isGrave />
          </form>
        </Confirmed>
      )}
    </Page>
  )
}

type Found = Awaited<ReturnType<typeof loader>>

function Facts({ record, groups }: Pick<Found, 'record' | 'groups'>) {
  const { say, text } = useReader()
  const words = text.workspace.agencies
  const lists: Partial<Record<AgencyField, Found['groups']['types']>> = {
    type: groups.types,
    ministry: groups.ministries,
    province: groups.provinces,
  }
  const shown = (field: AgencyField, value: string) => {
    if (field === 'active_from' || field === 'active_to') return text.rounds.day(value)
    const group = lists[field]?.find(({ code }) => code === value)
    return group ? say(group.name) : value
  }
  return (
    <dl className="facts">
      {agencyFields.map((field) => {
        const value = record[field]
        return value === null ? null : (
          <div key={field}>
            <dt>{words.fields[field]}</dt>
            <dd>{shown(field, value)}</dd>
          </div>
        )
      })}
    </dl>
  )
}
