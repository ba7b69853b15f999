/** The scores of the instruments and their parts as bars against the lines 85 and 95. */
import type { AgencyResult, InstrumentResult } from '#modules/results/result.ts'
import { Bar, BarAxis } from '../../ui/bar.tsx'
import { Change } from '../../ui/change.tsx'
import { Figure } from '../../ui/figure.tsx'
import { useReader } from '../../ui/language.ts'
import { type Explainer, explainInstrument } from './explainer.ts'

interface Props {
  readonly result: AgencyResult
  readonly explain: Explainer
}

export function Instruments({ result, explain }: Props) {
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
            explain={explainInstrument(explain, instrument.id)}
          />
        ))}
      </ul>
      <p className="hint">{words.instrumentsNote}</p>
    </section>
  )
}

interface InstrumentProps {
  readonly instrument: InstrumentResult
  readonly explain: string | undefined
}

function InstrumentBar({ instrument, explain }: InstrumentProps) {
  const { say, text } = useReader()
  const words = text.site.agency
  const { name, weightPercent, score, respondents, change } = instrument
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
      </span>
      <Bar score={score} />
      <span className="bars-figures">
        <Figure value={score} name={say(name)} explain={explain} />
        {change !== null && <Change difference={change} />}
      </span>
    </li>
  )
}
