/** Where the agency stands: as published, with the source, and among those of its kind that have results here. */
import type { ReactNode } from 'react'
import type { Agency } from '#modules/registry/agency.ts'
import type { AgencyResult, RankScope } from '#modules/results/result.ts'
import { type RankingAddress, rankingPath } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'
import { listRanks } from '../short-names.ts'

export function Places({ result }: { readonly result: AgencyResult }) {
  const { text, to } = useReader()
  const words = text.site.agency
  const { agency, fiscalYear, imported } = result
  const published = listRanks(imported?.ranks ?? {})
  const all = result.origin === 'computed' ? listRanks(result.ranks) : []
  const computed = all.filter(([, { of }]) => of > 1)
  const ranking = (filter: RankingAddress) =>
    to(`${rankingPath({ year: fiscalYear, ...filter, from: agency.code })}#origin`)
  return (
    <section aria-labelledby="places">
      <h2 id="places">{words.ranks}</h2>
      {published.length === 0 && all.length === 0 && <p>{words.noRanks}</p>}
      {published.length > 0 && (
        <>
          <dl className="facts">
            {published.map(([scope, { place, of }]) => (
              <Place key={scope} scope={scope} agency={agency}>
                <strong>{text.site.rankOf(place, of)}</strong> {text.published.asPublished}
              </Place>
            ))}
          </dl>
          {imported?.source && <p className="hint">{text.published.ranksSource(imported.source)}</p>}
        </>
      )}
      {computed.length > 0 && (
        <>
          <dl className="facts">
            {computed.map(([scope, { place, of }]) => (
              <Place key={scope} scope={scope} agency={agency}>
                <a href={ranking(filterOf(agency, scope))}>{text.site.rankOf(place, of)}</a>{' '}
                {published.length > 0 && text.published.ranksComputed}
              </Place>
            ))}
          </dl>
          <p className="hint">
            {agency.isImaginary ? text.published.ranksOfImaginary : text.published.ranksOfReal}
          </p>
        </>
      )}
      {all.length > 0 && computed.length === 0 && <p className="hint">{text.published.rankAlone}</p>}
      <p className="ways-on">
        <a href={ranking({})}>{words.seeRanking}</a>
      </p>
    </section>
  )
}

interface PlaceProps {
  readonly scope: RankScope
  readonly agency: Agency
  readonly children: ReactNode
}

function Place({ scope, agency, children }: PlaceProps) {
  const { say, text } = useReader()
  const group = groupOf(agency, scope)
  return (
    <div>
      <dt>
        {text.site.agency.rankScopes[scope]}
        {group && <span className="beside">{say(group.name)}</span>}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

function groupOf(agency: Agency, scope: RankScope) {
  return scope === 'nation' ? null : agency[scope]
}

function filterOf(agency: Agency, scope: RankScope): RankingAddress {
  const group = groupOf(agency, scope)
  return scope === 'nation' || !group ? {} : { [scope]: group.code }
}
