/** A rating on the one five-step scale of the product: a word, a shape and, last, a colour. */
import type { Rating } from '#modules/results/result.ts'
import { useReader } from './language.ts'

/** Badge with teeth, disc, square, triangle, diamond: best first, told apart by outline alone. */
const shapes: Readonly<Record<number, string>> = {
  1: 'M12 0.4L14.4 2.9L17.8 2L18.6 5.4L22 6.2L21.1 9.6L23.6 12L21.1 14.4L22 17.8L18.6 18.6L17.8 22L14.4 21.1L12 23.6L9.6 21.1L6.2 22L5.4 18.6L2 17.8L2.9 14.4L0.4 12L2.9 9.6L2 6.2L5.4 5.4L6.2 2L9.6 2.9z',
  2: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z',
  3: 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z',
  4: 'M12 1.8L23.2 21.5H.8z',
  5: 'M12 .8L23.2 12 12 23.2.8 12z',
}

const signs: Readonly<Record<number, string>> = {
  1: 'M7.5 12.3l3.1 3.1 5.9-6.6',
  2: 'M7 12.3l3.5 3.5 6.5-7',
  3: 'M7.5 12h9',
  4: 'M12 9v6M12 17.6v1.2',
  5: 'M8.5 8.5l7 7M15.5 8.5l-7 7',
}

export function RatingShape({ step }: { readonly step: number }) {
  return (
    <svg className="rating-shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path className={`step-${step}`} d={shapes[step]} />
      <path className="rating-sign" d={signs[step]} />
    </svg>
  )
}

/** The rating within a line or a table. */
export function RatingMark({ rating }: { readonly rating: Rating | null }) {
  const { say, text } = useReader()
  if (rating === null) return <span className="rating rating-unknown">{text.site.ratingUnknown}</span>
  return (
    <span className={`rating ink-${rating.step}`}>
      <RatingShape step={rating.step} />
      {say(rating.name)}
    </span>
  )
}
