/** Where the agency stands among all, in its type, its ministry and its province. */
import type { Agency } from '#modules/registry/agency.ts'
import type { AgencyResult, RankScope } from '#modules/results/result.ts'
import { type RankingAddress, rankingPath } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'

const scopes: readonly RankScope[] = ['nation', 'type', 'ministry', 'province']

export function Places({ result }: { readonly result: AgencyResult }) {
  const { say, text, to } = useReader()
  const words = text.site.agency
  const { agency, fiscalYear, ranks } = result
  const known = scopes.flatMap((scope) => {
    const rank = ranks[scope]
    return rank ? [{ scope, rank, group: groupOf(agency, scope) }] : []
  })
  const ranking = (filter: RankingAddress) =>
    to(`${rankingPath({ year: fiscalYear, ...filter, from: agency.code })}#origin`)
  return (
    <section aria-labelledby="places">
      <h2 id="places">{words.ranks}</h2>
      {known.length === 0 ? (
        <p>{words.noRanks}</p>
      ) : (
        <dl className="facts">
          {known.map(({ scope, rank, group }) => (
            <div key={scope}>
              <dt>
                {words.rankScopes[scope]}
                {group && <span className="beside">{say(group.name)}</span>}
              </dt>
              <dd>
                <a href={ranking(scope === 'nation' || !group ? {} : { [scope]: group.code })}>
                  {text.site.rankOf(rank.place, rank.of)}
                </a>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="ways-on">
        <a href={ranking({})}>{words.seeRanking}</a>
      </p>
    </section>
  )
}

function groupOf(agency: Agency, scope: RankScope) {
  return scope === 'nation' ? null : agency[scope]
}
