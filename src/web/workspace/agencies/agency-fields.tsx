/** The fields of an agency as a form shows them, and as it is read. */
import { type AgencyField, agencyFields } from '#modules/registry/agency-record.ts'
import type { Reference } from '#modules/registry/reference.ts'
import { Choice, Field } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useTyped } from '../outcome.ts'

export type AgencyForm = Readonly<Partial<Record<AgencyField, string>>>

/** Only the fields the form had. */
export function readAgencyFields(form: FormData): AgencyForm {
  return Object.fromEntries(
    agencyFields.flatMap((name) => {
      const value = form.get(name)
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}

interface Props {
  readonly record: Readonly<Partial<Record<AgencyField, string | null>>>
  readonly groups: Reference
  /** Those that may be changed. */
  readonly fields: readonly AgencyField[]
}

export function AgencyFields({ record, groups, fields }: Props) {
  const { say, text } = useReader()
  const typed = useTyped()
  const words = text.workspace.agencies
  const options: Partial<Record<AgencyField, Reference['types']>> = {
    type: groups.types,
    ministry: groups.ministries,
    province: groups.provinces,
  }
  return fields.map((name) => {
    const shared = { name, label: words.fields[name], value: typed(name, record[name]) }
    const list = options[name]
    if (list) {
      return (
        <Choice
          key={name}
          {...shared}
          options={list.map(({ code, name: group }) => ({ value: code, name: say(group) }))}
          {...(name !== 'type' && { none: words.noGroup })}
        />
      )
    }
    if (name === 'size') {
      const sizes = (['S', 'M', 'L'] as const).map((value) => ({ value, name: words.sizes[value] }))
      return <Choice key={name} {...shared} options={sizes} none={words.noGroup} />
    }
    return <Field key={name} {...shared} required={name === 'code' || name === 'name_th'} />
  })
}
