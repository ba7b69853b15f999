/** The ten indicators in order of score, as labelled bars with what each asks for. */
import type { AgencyResult, IndicatorResult } from '#modules/results/result.ts'
import { Bar, BarAxis } from '../../ui/bar.tsx'
import { Change } from '../../ui/change.tsx'
import { Figure } from '../../ui/figure.tsx'
import { useReader } from '../../ui/language.ts'
import { MeasureLevel } from '../../ui/measure-level.tsx'
import { type Caveats, FigureCaveats, isWithheld } from '../caveats.tsx'
import type { Explainer } from './explainer.ts'

interface Props {
  readonly result: AgencyResult
  readonly explain: Explainer
}

export function Indicators({ result, explain }: Props) {
  const { text } = useReader()
  const words = text.site.agency
  const { indicators } = result
  if (indicators.length === 0) return null
  const isRanked = indicators.every(({ rank }) => rank !== null)
  return (
    <section aria-labelledby="indicators">
      <h2 id="indicators">{isRanked ? words.indicators : words.indicatorsUnranked}</h2>
      <ol className="bars">
        <li className="bars-axis" aria-hidden="true">
          <BarAxis />
        </li>
        {indicators.map((indicator) => (
          <IndicatorBar
            key={indicator.number}
            indicator={indicator}
            caveats={result}
            explain={explain(`indicator:${indicator.number}`)}
          />
        ))}
      </ol>
      <p className="hint">{words.onceMore}</p>
    </section>
  )
}

interface IndicatorProps {
  readonly indicator: IndicatorResult
  readonly caveats: Caveats
  readonly explain: string | undefined
}

function IndicatorBar({ indicator, caveats, explain }: IndicatorProps) {
  const { say, text } = useReader()
  const { number, name, instrument, score, rank, level, change } = indicator
  const nodes = [`indicator:${number}`]
  const title = text.site.agency.indicatorName(number, say(name))
  return (
    <li>
      <span className="bars-name">
        {rank !== null && (
          <span className="bars-rank">
            <span className="unseen">{text.site.columns.place} </span>
            {rank}
          </span>
        )}
        {title}
        <span className="beside">
          {instrument.toUpperCase()} <MeasureLevel level={level} />
        </span>
        <FigureCaveats nodes={nodes} caveats={caveats} />
      </span>
      <Bar score={score} />
      <span className="bars-figures">
        {!isWithheld(nodes, caveats) && <Figure value={score} name={title} explain={explain} />}
        {change !== null && <Change difference={change} />}
      </span>
    </li>
  )
}
