/** The scores of the instruments and their parts as bars against the lines 85 and 95. */
import type { AgencyResult, InstrumentResult } from '#modules/results/result.ts'
import { Bar, BarAxis } from '../../ui/bar.tsx'
import { Change } from '../../ui/change.tsx'
import { Figure } from '../../ui/figure.tsx'
import { useReader } from '../../ui/language.ts'
import { FigureCaveats, instrumentNodes, isWithheld, UnderMinimum } from '../caveats.tsx'
import { type Explainer, explainInstrument } from './explainer.ts'

interface Props {
  readonly result: AgencyResult
  readonly explain: Explainer
  readonly hasFrameworkPage: boolean
}

export function Instruments({ result, explain, hasFrameworkPage }: Props) {
  const { text } = useReader()
  const words = text.site.agency
  if (result.instruments.length === 0) return null
  return (
    <section aria-labelledby="instruments">
      <h2 id="instruments">{words.instruments}</h2>
      <ul className="bars">
        <li className="bars-axis" aria-hidden="true">
          <BarAxis />
        </li>
        {result.instruments.map((instrument) => (
          <InstrumentBar
            key={instrument.id}
            instrument={instrument}
            result={result}
            explain={explainInstrument(explain, instrument.id)}
            ruleYear={hasFrameworkPage ? result.fiscalYear : null}
          />
        ))}
      </ul>
      <p className="hint">{words.instrumentsNote}</p>
      {result.instruments.some(({ publishedStanding }) => publishedStanding !== null) && (
        <p className="hint">{text.published.standingsNote}</p>
      )}
    </section>
  )
}

interface InstrumentProps {
  readonly instrument: InstrumentResult
  readonly result: AgencyResult
  readonly explain: string | undefined
  /** The year whose framework page tells how many must answer; null where it has none. */
  readonly ruleYear: number | null
}

function InstrumentBar({ instrument, result, explain, ruleYear }: InstrumentProps) {
  const { say, text } = useReader()
  const words = text.site.agency
  const { id, name, weightPercent, score, respondents, change, publishedStanding } = instrument
  const nodes = instrumentNodes(id)
  const details = [
    words.weight(weightPercent),
    ...(respondents === null ? [] : [words.respondents(respondents)]),
  ]
  return (
    <li>
      <span className="bars-name">
        {say(name)}
        <span className="beside">{details.join(' · ')}</span>
        {score !== null && Number(score) < 85 && (
          <span className="mark mark-below">{text.site.belowLine('85')}</span>
        )}
        {publishedStanding && (
          <span className={publishedStanding === 'below' ? 'mark mark-below' : 'mark'}>
            {text.published.standings[publishedStanding]}
          </span>
        )}
        <FigureCaveats nodes={nodes} caveats={result} />
        <UnderMinimum closing={result.closings[id]} ruleYear={ruleYear} />
      </span>
      <Bar score={score} />
      <span className="bars-figures">
        {!isWithheld(nodes, result) && <Figure value={score} name={say(name)} explain={explain} />}
        {change !== null && <Change difference={change} />}
      </span>
    </li>
  )
}
