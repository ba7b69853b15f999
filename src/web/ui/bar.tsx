/** A score drawn from 0 to 100 beside its figure, with the lines at 85 and 95 that divide the ratings. */

const lines = ['85', '95'] as const

/** Only a picture of the figure that stands next to it, so it is silent to a screen reader. */
export function Bar({ score }: { readonly score: string | null }) {
  const isBelow = score !== null && Number(score) < 85
  return (
    <svg className="bar" width="100%" height="14" aria-hidden="true" focusable="false">
      <rect className="bar-track" width="100%" height="100%" />
      {score !== null && (
        <rect
          className={isBelow ? 'bar-fill bar-fill-below' : 'bar-fill'}
          width={`${score}%`}
          height="100%"
        />
      )}
      {lines.map((line) => (
        <g key={line}>
          <line className="bar-line-halo" x1={`${line}%`} x2={`${line}%`} y1="0" y2="100%" />
          <line className="bar-line" x1={`${line}%`} x2={`${line}%`} y1="0" y2="100%" />
        </g>
      ))}
    </svg>
  )
}

/** The numbers above a column of bars. */
export function BarAxis() {
  return (
    <svg className="bar-axis" width="100%" height="16" aria-hidden="true" focusable="false">
      {lines.map((line) => (
        <text key={line} x={`${line}%`} y="85%" textAnchor="middle">
          {line}
        </text>
      ))}
    </svg>
  )
}

/** A share of the largest in a list, for counts. */
export function ShareBar({ percent, step }: { readonly percent: number; readonly step?: number }) {
  const tone = step === undefined ? 'bar-fill' : `bar-fill step-${step}`
  return (
    <svg className="bar" width="100%" height="14" aria-hidden="true" focusable="false">
      <rect className="bar-track" width="100%" height="100%" />
      <rect className={tone} width={`${percent}%`} height="100%" />
    </svg>
  )
}
