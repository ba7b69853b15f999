/** Where a role reaches, in words. */
import type { Grant } from '#base/actor.ts'
import type { Words } from '#base/words.ts'
import { useReader } from '../../ui/language.ts'
import { useOwnAgency } from '../../ui/own-agency.ts'

interface Props {
  readonly grant: Grant & {
    readonly agency: { readonly name: Words } | null
    readonly groups: readonly Words[]
  }
}

export function GrantPlace({ grant: { scope, agency, groups } }: Props) {
  const { say, text } = useReader()
  const words = text.workspace.scopes
  const isAlone = useOwnAgency() !== null
  if (scope.kind === 'centre')
    return <span className="hint">· {isAlone ? text.ownAgency.scope : words.centre}</span>
  if (scope.kind === 'group')
    return <span className="hint">· {words.group(groups.map(say).join(' · '))}</span>
  return agency && <span className="hint">· {say(agency.name)}</span>
}
