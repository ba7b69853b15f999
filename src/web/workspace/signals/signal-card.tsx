/** One signal: what was measured beside its threshold, what it rests on, and bars drawn on the server. */
import type { Bar, Signal } from '#modules/surveys/signals/signal.ts'
import { ShareBar } from '../../ui/bar.tsx'
import { useReader } from '../../ui/language.ts'

export function SignalCard({ signal }: { readonly signal: Signal }) {
  const { text } = useReader()
  const words = text.surveysWork.signals
  const own = words.kinds[signal.kind]
  const { isRaised, statistic, threshold, evidence, bars } = signal
  return (
    <article className={isRaised ? 'signal signal-raised' : 'signal'}>
      <h3>
        {own.name} <span className="mark">{isRaised ? words.raised : words.silent}</span>
      </h3>
      <dl className="said">
        <dt>{words.statistic}</dt>
        <dd>{own.statistic(statistic)}</dd>
        <dt>{words.threshold}</dt>
        <dd>{own.threshold(threshold)}</dd>
        <dt>{words.evidence}</dt>
        <dd>{own.evidence(evidence)}</dd>
      </dl>
      {bars.length > 0 && <Bars bars={bars} isOfPoints={isOfPoints(signal)} name={own.name} />}
      <p className="hint">
        {words.why}: {own.why}
      </p>
    </article>
  )
}

function isOfPoints({ kind }: Signal): boolean {
  return kind === 'publicAgainstSurvey' || kind === 'againstPeers'
}

interface BarsProps {
  readonly bars: readonly Bar[]
  readonly name: string
  /** Means out of 100, with two decimals; else counts of people. */
  readonly isOfPoints: boolean
}

/** A bar of fewer than five people is drawn empty, and says so. */
function Bars({ bars, name, isOfPoints: ofPoints }: BarsProps) {
  const { say, text } = useReader()
  const words = text.surveysWork.signals
  const longest = ofPoints ? 100 : Math.max(1, ...bars.map(({ value }) => value ?? 0))
  const write = (value: number | null) =>
    value === null ? words.fewer : ofPoints ? words.points(value) : text.site.many(value)
  return (
    <table className="signal-bars">
      <caption className="unseen">
        {words.drawn}: {name}
      </caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{words.bar}</th>
          <th scope="col">{words.drawn}</th>
          <th scope="col">{words.figure}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, value, isMarked }) => (
          <tr key={label.en} className={isMarked ? 'marked' : undefined}>
            <th scope="row">
              {say(label)}
              {isMarked && <span className="unseen"> ({words.marked})</span>}
            </th>
            <td>
              <ShareBar percent={((value ?? 0) / longest) * 100} {...(isMarked && { step: 4 })} />
            </td>
            <td className="number">{write(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
