/** What closed parts come to before anything is published: beside each of them, and for the agency as a whole. */
import type { ProvisionalFigure, ProvisionalScore } from '#modules/results/provisional-score.ts'
import { useReader } from '../../ui/language.ts'
import { RatingMark } from '../../ui/rating.tsx'

interface PartScoreProps {
  /** Null for those who may not see it. */
  readonly score: ProvisionalScore | null
  readonly part: string
}

/** Of a part that is closed; what is open has none. */
export function PartScore({ score, part }: PartScoreProps) {
  const { text, language } = useReader()
  const words = text.provisional
  const own = score?.parts.find(({ id }) => id === part)
  if (!score || !own) return null
  if (own.score === null) return <p>{words.noScore(own.reason?.[language] ?? '')}</p>
  return (
    <p>
      <strong>{score.isProvisional ? words.score(own.score) : words.scorePublished(own.score)}</strong>
    </p>
  )
}

export function AgencyScore({ score }: { readonly score: ProvisionalScore }) {
  const { say, text } = useReader()
  const words = text.provisional
  const { instruments, total, rating, isProvisional } = score
  return (
    <section aria-labelledby="agency-score">
      <h2 id="agency-score">{isProvisional ? words.title : words.points}</h2>
      <p className="hint">{isProvisional ? words.means : words.isPublished}</p>
      <dl className="said">
        {instruments.map((instrument) => (
          <FigureLine key={instrument.id} name={say(instrument.name)} figure={instrument} />
        ))}
        <FigureLine name={text.scoring.names.total} figure={total} />
        {rating && (
          <>
            <dt>{words.rating}</dt>
            <dd>
              <RatingMark rating={rating} />
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

function FigureLine({ name, figure }: { readonly name: string; readonly figure: ProvisionalFigure }) {
  const { language } = useReader()
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {figure.score === null ? (
          <span className="hint">{figure.reason?.[language]}</span>
        ) : (
          <strong className="figure-of">{figure.score}</strong>
        )}
      </dd>
    </>
  )
}
