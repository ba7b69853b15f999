/** Leads from one of a person's agencies to another; nothing where there is none. */
import type { OwnAgency } from '#modules/accounts/own-agencies.ts'
import { useReader } from '../ui/language.ts'

export function AgencySwitch({ agencies }: { readonly agencies: readonly OwnAgency[] }) {
  const { say, text, to } = useReader()
  const [only, ...others] = agencies
  if (!only) return null
  const pathOf = ({ code }: OwnAgency) => to(`/work/agencies/${encodeURIComponent(code)}`)
  if (others.length === 0) {
    return (
      <a className="agency-switch" href={pathOf(only)}>
        {say(only.name)}
      </a>
    )
  }
  return (
    <details className="agency-switch">
      <summary>{text.workspace.yourAgencies(agencies.length)}</summary>
      <ul>
        {agencies.map((agency) => (
          <li key={agency.code}>
            <a href={pathOf(agency)}>{say(agency.name)}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}
