/** The disclosure items: those that lost their points first, the rest by code. */
import type { AgencyResult, ItemScore } from '#modules/results/result.ts'
import { Figure } from '../../ui/figure.tsx'
import { Fold } from '../../ui/fold.tsx'
import { useReader } from '../../ui/language.ts'
import { MeasureLevel } from '../../ui/measure-level.tsx'
import type { Explainer } from './explainer.ts'

interface Props {
  readonly result: AgencyResult
  readonly explain: Explainer
}

export function Items({ result, explain }: Props) {
  const { text } = useReader()
  const { agency: words, columns } = text.site
  const { items } = result
  if (items.length === 0) return null
  const lost = items.filter(isLost)
  const ordered = [...lost, ...items.filter((item) => !isLost(item))]
  return (
    <Fold
      id="items"
      title={words.items(items.length)}
      hint={lost.length > 0 ? words.itemsLost(lost.length) : words.itemsFull}
    >
      <table className="stacking">
        <caption className="unseen">{words.items(items.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col">{columns.score}</th>
            <th scope="col">{columns.level}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((item) => (
            <ItemRow key={item.code} item={item} explain={explain(`item:${item.code}`)} />
          ))}
        </tbody>
      </table>
    </Fold>
  )
}

function ItemRow({ item, explain }: { readonly item: ItemScore; readonly explain: string | undefined }) {
  const { say, text } = useReader()
  const { agency: words, columns } = text.site
  const title = say(item.title)
  return (
    <tr>
      <th scope="row">
        <span className="coded-name">
          <span className="code">{item.code} </span>
          <span>{title}</span>
        </span>
      </th>
      <td data-label={columns.score}>
        <Figure value={item.score} name={`${item.code} ${title}`} explain={explain} />{' '}
        {isLost(item) && <span className="mark mark-below">{words.itemLost}</span>}
      </td>
      <td data-label={columns.level}>
        <MeasureLevel level={item.level} />
      </td>
    </tr>
  )
}

function isLost({ score }: ItemScore): boolean {
  return score !== null && Number(score) < 100
}
