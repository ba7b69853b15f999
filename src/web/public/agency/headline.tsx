/** The total, large, and the rating as a seal with its reason in one sentence. */
import type { Words } from '#base/words.ts'
import type { AgencyResult } from '#modules/results/result.ts'
import { Change } from '../../ui/change.tsx'
import { Figure } from '../../ui/figure.tsx'
import { type Reader, useReader } from '../../ui/language.ts'
import { RatingShape } from '../../ui/rating.tsx'
import { Differs } from '../caveats.tsx'
import type { Explainer } from './explainer.ts'

interface Props {
  readonly result: AgencyResult
  /** What the rating means, by the framework of the year. */
  readonly description: Words | null
  /** Why there is no total; null where there is one, or nothing is known of the reason. */
  readonly whyNoTotal: string | null
  readonly explain: Explainer
}

export function Headline({ result, description, whyNoTotal, explain }: Props) {
  const reader = useReader()
  const { text } = reader
  const words = text.site.agency
  const { total, change, fiscalYear } = result
  const differing = result.disagreements.filter(({ node }) => node === 'total')
  const whyAddress = explain('total')
  const reason = total === null ? whyNoTotal : reasonOf(reader, result, description)
  return (
    <section className="headline" aria-labelledby="headline">
      <h2 id="headline" className="unseen">
        {words.total}
      </h2>
      <div className="headline-total">
        <p className="headline-label">{words.total}</p>
        {total === null ? (
          <p>{whyAddress ? <a href={reader.to(whyAddress)}>{words.noTotal}</a> : words.noTotal}</p>
        ) : (
          <p className="big-figure">
            <Figure value={total} name={words.total} explain={whyAddress} />
          </p>
        )}
        {differing.map((disagreement) => (
          <p key={disagreement.node}>
            <Differs {...disagreement} />
          </p>
        ))}
        {change !== null && (
          <p>
            <Change difference={change} /> {words.comparedWith(fiscalYear - 1)}
          </p>
        )}
      </div>
      <Seal result={result} explain={explain} />
      {reason && <p className="headline-reason">{reason}</p>}
      {result.derived.includes('rating') && <p className="hint">{text.published.derivedRating}</p>}
    </section>
  )
}

function Seal({ result, explain }: Pick<Props, 'result' | 'explain'>) {
  const { say, text, to } = useReader()
  const words = text.site.agency
  const { rating, ratingChange } = result
  if (rating === null) return <p className="seal seal-unknown">{text.site.ratingUnknown}</p>
  const address = explain('rating')
  const name = say(rating.name)
  return (
    <div className={`seal ink-${rating.step}`}>
      <RatingShape step={rating.step} />
      <p className="seal-words">
        <span className="seal-label">{words.rating}</span>
        {address ? (
          <a className="seal-name" href={to(address)}>
            {name}
            <span className="unseen"> {text.site.explainFigure(words.rating)}</span>
          </a>
        ) : (
          <span className="seal-name">{name}</span>
        )}
        {ratingChange !== null && <span className="seal-change">{ratingMove(text, ratingChange)}</span>}
      </p>
    </div>
  )
}

function ratingMove(text: Reader['text'], steps: number): string {
  const words = text.site.agency
  if (steps === 0) return words.ratingSame
  return steps > 0 ? words.ratingRose(steps) : words.ratingFell(-steps)
}

function whyNoRating(text: Reader['text'], { fiscalYear, frameworkHash, origin }: AgencyResult): string {
  if (origin === 'computed') return text.site.agency.noRating
  return frameworkHash === null
    ? text.published.noRatingNoFramework(fiscalYear)
    : text.published.noRatingParts
}

function reasonOf({ say, text }: Reader, result: AgencyResult, description: Words | null): string | null {
  const words = text.site.agency
  const { total, rating, decidedBy } = result
  if (total === null) return null
  if (rating === null) return whyNoRating(text, result)
  const parts = decidedBy.map(({ id, name, score, line }) =>
    id === 'total' ? words.reasonTotal(line) : words.reasonPart(say(name), score, line),
  )
  const why = parts.length > 0 ? parts.join(' · ') : description && say(description)
  return why ? words.reason(total, say(rating.name), why) : words.reasonPlain(total, say(rating.name))
}
