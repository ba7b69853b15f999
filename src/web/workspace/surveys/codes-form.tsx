/** Makes one-time codes, which come as a file at once and cannot be had again. */
import { Act } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import type { PartProps } from './part-section.tsx'
import { agencySurveysPath } from './survey-query.ts'

export function CodesForm({ found, part: { part } }: PartProps) {
  const { text, to } = useReader()
  const words = text.surveysWork.codes
  const file = agencySurveysPath(found.year, found.agency.code, 'codes')
  return (
    <>
      <h3>{words.heading}</h3>
      <form method="post" action={to(file)} className="stacked-form">
        <input type="hidden" name="part" value={part} />
        <p className="hint">{words.means}</p>
        <p className="field">
          <label htmlFor={`count-${part}`}>{words.count}</label>
          <input id={`count-${part}`} name="count" inputMode="numeric" required />
        </p>
        <p className="field">
          <label htmlFor={`format-${part}`}>{words.format}</label>
          <select id={`format-${part}`} name="format">
            {(['pdf', 'csv'] as const).map((format) => (
              <option key={format} value={format}>
                {words.formats[format]}
              </option>
            ))}
          </select>
        </p>
        <Act name={words.make} />
      </form>
      <p>
        <a href={to(`${file}/mail?part=${part}`)}>{text.mailCodes.toPage}</a>
      </p>
    </>
  )
}
