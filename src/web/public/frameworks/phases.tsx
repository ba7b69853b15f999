/** The phases of a year with their dates, as far as they are known. */
import type { Framework } from '#modules/frameworks/framework.ts'
import { evidenceOf } from '#modules/frameworks/lookup.ts'
import { writeDay } from '#text/days.ts'
import { useReader } from '../../ui/language.ts'
import { EvidenceNote } from '../../ui/marks.tsx'

export function Phases({ framework }: { readonly framework: Framework }) {
  const { language, say, text } = useReader()
  const words = text.site.frameworks
  const date = (day: string | null) => (day === null ? words.noDate : writeDay(day, language))
  return (
    <section aria-labelledby="phases">
      <h2 id="phases">{words.phases}</h2>
      <table className="stacking">
        <caption className="unseen">{words.phases}</caption>
        <thead>
          <tr>
            <th scope="col">{words.phase}</th>
            <th scope="col">{words.opens}</th>
            <th scope="col">{words.closes}</th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {framework.phases.map((phase) => (
            <tr key={phase.id}>
              <th scope="row">{say(phase.name)}</th>
              <td data-label={words.opens}>{date(phase.opensOn)}</td>
              <td data-label={words.closes}>{date(phase.closesOn)}</td>
              <td data-label={words.source} className="beside">
                <EvidenceNote evidence={evidenceOf(phase, framework)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
