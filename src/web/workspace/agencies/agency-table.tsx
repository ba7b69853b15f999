/** A page of the registry as a table that is sorted by its heads. */
import type { AgencySort, ListedRecord } from '#modules/registry/agency-list.ts'
import type { Reference } from '#modules/registry/reference.ts'
import { queryString } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'
import { ImaginaryMark } from '../../ui/marks.tsx'
import type { AgencyAddress } from './agency-query.ts'

interface Props {
  readonly agencies: readonly ListedRecord[]
  readonly asked: AgencyAddress
  readonly groups: Reference
  readonly total: number
}

export function AgencyTable({ agencies, asked, groups, total }: Props) {
  const { language, say, text, to } = useReader()
  const words = text.workspace.agencies
  const nameIn = (list: Reference['types'], code: string | null) => {
    const group = list.find((one) => one.code === code)
    return group ? say(group.name) : (code ?? '')
  }
  return (
    <table className="plain">
      <caption>{words.count(total)}</caption>
      <thead>
        <tr>
          <SortHead sort="code" name={words.code} asked={asked} />
          <SortHead sort="name" name={words.name} asked={asked} />
          <SortHead sort="type" name={text.site.columns.type} asked={asked} />
          <SortHead sort="ministry" name={text.site.columns.ministry} asked={asked} />
          <SortHead sort="province" name={text.site.columns.province} asked={asked} />
        </tr>
      </thead>
      <tbody>
        {agencies.map((agency) => (
          <tr key={agency.code}>
            <td>
              <code>{agency.code}</code>
            </td>
            <th scope="row">
              <a href={to(`/work/agencies/${encodeURIComponent(agency.code)}`)}>
                {(language === 'en' && agency.name_en) || agency.name_th}
              </a>{' '}
              <ImaginaryMark isImaginary={agency.is_imaginary} />
            </th>
            <td>{nameIn(groups.types, agency.type)}</td>
            <td>{nameIn(groups.ministries, agency.ministry)}</td>
            <td>{nameIn(groups.provinces, agency.province)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface HeadProps {
  readonly sort: AgencySort
  readonly name: string
  readonly asked: AgencyAddress
}

function SortHead({ sort, name, asked }: HeadProps) {
  const { text, to } = useReader()
  const isSorted = (asked.sort ?? 'name') === sort
  const isDescending = asked.order === 'descending'
  const { page: _, ...filters } = asked
  const order = isSorted && !isDescending ? 'descending' : undefined
  return (
    <th scope="col" aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : undefined}>
      <a href={to(`/work/agencies${queryString({ ...filters, sort, order })}`)}>
        {name}
        <span className="unseen"> {text.site.ranking.sortBy(name)}</span>
        {isSorted && <span aria-hidden="true"> {isDescending ? '▼' : '▲'}</span>}
      </a>
    </th>
  )
}
