/** The filters above a ranking, as a form that asks by address. */
import type { Group } from '#modules/registry/agency.ts'
import type { ResultGroups } from '#modules/results/queries.ts'
import type { RankingQuery } from '#modules/results/result.ts'
import { rankingPath } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'
import { addressOf } from './ranking-query.ts'

interface Props {
  readonly query: RankingQuery
  readonly groups: ResultGroups
  readonly from: string | undefined
}

export function RankingForm({ query, groups, from }: Props) {
  const { text, to } = useReader()
  const words = text.site.ranking
  const { sort, direction } = addressOf(query)
  const isFiltered = query.type || query.ministry || query.province || query.search
  return (
    <search>
      <form className="filters" method="get" action={to('/results')} aria-label={words.filters}>
        <input type="hidden" name="year" value={query.fiscalYear} />
        {sort && <input type="hidden" name="sort" value={sort} />}
        {direction && <input type="hidden" name="direction" value={direction} />}
        {from && <input type="hidden" name="from" value={from} />}
        <Choice name="type" any={words.anyType} groups={groups.types} chosen={query.type} />
        <Choice name="ministry" any={words.anyMinistry} groups={groups.ministries} chosen={query.ministry} />
        <Choice name="province" any={words.anyProvince} groups={groups.provinces} chosen={query.province} />
        <p className="field">
          <label htmlFor="q">{words.search}</label>
          <input id="q" name="q" type="search" defaultValue={query.search ?? ''} maxLength={100} />
        </p>
        <p className="field-actions">
          <button type="submit">{words.apply}</button>
          {isFiltered && <a href={to(rankingPath({ year: query.fiscalYear, from }))}>{words.clear}</a>}
        </p>
      </form>
    </search>
  )
}

interface ChoiceProps {
  readonly name: 'type' | 'ministry' | 'province'
  readonly any: string
  readonly groups: readonly Group[]
  readonly chosen: string | undefined
}

function Choice({ name, any, groups, chosen = '' }: ChoiceProps) {
  const { say, text } = useReader()
  if (groups.length === 0) return null
  return (
    <p className="field">
      <label htmlFor={name}>{text.site.columns[name]}</label>
      <select id={name} name={name} defaultValue={chosen}>
        <option value="">{any}</option>
        {groups.map((group) => (
          <option key={group.code} value={group.code}>
            {say(group.name)}
          </option>
        ))}
      </select>
    </p>
  )
}
