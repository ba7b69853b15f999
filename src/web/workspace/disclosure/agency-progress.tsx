/** A page of agencies with how many of their items are in which stage. */
import type { ItemsProgressList, ListedItems } from '#modules/disclosure/progress-list.ts'
import { useReader } from '../../ui/language.ts'
import { ImaginaryMark } from '../../ui/marks.tsx'
import { boardPath, stageNames } from './disclosure-query.ts'
import { ShareStrip } from './share-strip.tsx'

interface Props {
  readonly year: number
  readonly list: ItemsProgressList
}

export function AgencyProgress({ year, list }: Props) {
  const { say, text, to } = useReader()
  const words = text.disclosureWork
  return (
    <table className="plain">
      <caption>{words.agencies(list.total)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.agency}</th>
          <th scope="col">{words.progress}</th>
          <th scope="col">{words.lateColumn}</th>
        </tr>
      </thead>
      <tbody>
        {list.agencies.map((agency) => (
          <tr key={agency.code}>
            <th scope="row">
              <a href={to(boardPath({ year, code: agency.code }))}>{say(agency.name)}</a>{' '}
              <ImaginaryMark isImaginary={agency.isImaginary} />
            </th>
            <td>
              <Stages agency={agency} total={list.itemsPerAgency} />
            </td>
            <td>
              {agency.late > 0 ? (
                <span className="late">{words.lateItems(agency.late)}</span>
              ) : (
                <span className="hint while-working">–</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const tones = { open: null, atWork: 4, ready: 3, approved: 2, submitted: 1, final: 1 } as const

function Stages({ agency: { stages }, total }: { readonly agency: ListedItems; readonly total: number }) {
  const { text } = useReader()
  const words = text.disclosureWork
  const parts = stageNames
    .filter((stage) => stage !== 'open' && stages[stage] > 0)
    .map((stage) => ({ key: stage, count: stages[stage], tone: tones[stage] }))
  const said = stageNames
    .filter((stage) => stages[stage] > 0)
    .map((stage) => `${words.stages[stage]} ${stages[stage]}`)
  return (
    <>
      <span className="figure-of">{words.answeredOf(total - stages.open, total)}</span>
      <ShareStrip parts={parts} total={total} />
      <span className="beside">{said.join(' · ')}</span>
    </>
  )
}
