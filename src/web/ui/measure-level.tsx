/** What a figure asks for: keep it, raise it, or mend it now; an icon, a word and a colour. */
import type { MeasureLevelId } from '#modules/scoring/score.ts'
import { useReader } from './language.ts'

const icons: Readonly<Record<MeasureLevelId, string>> = {
  maintain: 'M2 12h20',
  improve: 'M3 18l7-7 4 4 7-8M15 7h6v6',
  urgent: 'M12 3L22 21H2zM12 10v5M12 17.5v1',
}

export function MeasureLevel({ level }: { readonly level: MeasureLevelId | null }) {
  const { text } = useReader()
  if (level === null) return null
  return (
    <span className={`measure measure-${level}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={icons[level]} />
      </svg>
      {text.site.levels[level]}
    </span>
  )
}
