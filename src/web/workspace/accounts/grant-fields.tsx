/** The fields that say which role is given and where it reaches. */
import type { Role } from '#base/actor.ts'
import type { Reference } from '#modules/registry/reference.ts'
import { Choice, Field } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useTyped } from '../outcome.ts'

interface Props {
  /** Those the person may give. */
  readonly roles: readonly Role[]
  /** The agency it is given at, where only that one can be. */
  readonly agency: string | undefined
  /** For roles over a group of agencies; absent where the person may not give such. */
  readonly groups: Reference | undefined
}

export function GrantFields({ roles, agency, groups }: Props) {
  const { say, text } = useReader()
  const typed = useTyped()
  const words = text.workspace.accounts
  const optionsOf = (list: Reference['types']) =>
    list.map(({ code, name }) => ({ value: code, name: say(name) }))
  return (
    <>
      <Choice
        name="role"
        label={words.role}
        options={roles.map((role) => ({ value: role, name: text.roles[role] }))}
        value={typed('role', roles.includes('coordinator') ? 'coordinator' : undefined)}
      />
      {groups ? (
        <fieldset>
          <legend>{words.reach}</legend>
          <p className="hint">{words.reachHint}</p>
          <Field name="agency" label={text.workspace.rounds.agencyCode} value={typed('agency', agency)} />
          <Field name="unit" label={text.workspace.agencies.unitCode} value={typed('unit')} />
          <Choice
            name="type"
            label={text.site.columns.type}
            options={optionsOf(groups.types)}
            none={words.any}
            value={typed('type')}
          />
          <Choice
            name="ministry"
            label={text.site.columns.ministry}
            options={optionsOf(groups.ministries)}
            none={words.any}
            value={typed('ministry')}
          />
          <Choice
            name="province"
            label={text.site.columns.province}
            options={optionsOf(groups.provinces)}
            none={words.any}
            value={typed('province')}
          />
        </fieldset>
      ) : (
        <>
          <input type="hidden" name="agency" value={agency} />
          <Field name="unit" label={words.unitMaybe} value={typed('unit')} />
        </>
      )}
    </>
  )
}
