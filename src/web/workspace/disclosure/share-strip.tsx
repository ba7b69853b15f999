/** A strip divided by counts, beside the words that say the same. */

interface Props {
  readonly parts: readonly { readonly key: string; readonly count: number; readonly tone: number | null }[]
  readonly total: number
}

/** Silent to a screen reader: the counts stand next to it. */
export function ShareStrip({ parts, total }: Props) {
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, { count }) => sum + count, 0))
  return (
    <svg className="bar share-strip" width="100%" height="14" aria-hidden="true" focusable="false">
      <rect className="bar-track" width="100%" height="100%" />
      {parts.map(({ key, count, tone }, index) => (
        <rect
          key={key}
          className={tone === null ? 'bar-track' : `bar-fill step-${tone}`}
          x={`${((starts[index] ?? 0) / total) * 100}%`}
          width={`${(count / total) * 100}%`}
          height="100%"
        />
      ))}
    </svg>
  )
}
