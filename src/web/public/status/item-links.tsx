/** The links of an item on the public page, with what the checker last said of them. */

import type { PublicItem } from '#modules/disclosure/public-status.ts'
import { useReader } from '../../ui/language.ts'

export function ItemLinks({ item: { has, links } }: { readonly item: PublicItem }) {
  const { text } = useReader()
  const words = text.disclosureWork
  if (has === false) return <span>{words.status.hasNot}</span>
  if (links.length === 0) return <span className="hint">{words.status.noLinks}</span>
  return (
    <ul className="status-links">
      {links.map(({ id, url, place, check }) => (
        <li key={id}>
          <a href={url} rel="noreferrer">
            {url}
          </a>
          {place && <span className="beside">{place}</span>}
          {check && (
            <span className="beside">
              {text.checker.verdicts[check.report.verdict]} · {words.status.checked(words.at(check.lastAt))}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
