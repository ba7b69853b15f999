/** The rating levels of a year, and the bands that say what a score asks for. */
import type { Framework } from '#modules/frameworks/framework.ts'
import { evidenceOf } from '#modules/frameworks/lookup.ts'
import { useReader } from '../../ui/language.ts'
import { EvidenceNote } from '../../ui/marks.tsx'
import { MeasureLevel } from '../../ui/measure-level.tsx'
import { RatingMark } from '../../ui/rating.tsx'

export function Ratings({ framework }: { readonly framework: Framework }) {
  const { say, text } = useReader()
  const words = text.site.frameworks
  return (
    <section aria-labelledby="ratings">
      <h2 id="ratings">{words.rating}</h2>
      <table className="stacking">
        <caption className="unseen">{words.rating}</caption>
        <thead>
          <tr>
            <th scope="col">{words.ratingLevel}</th>
            <th scope="col">{words.ratingTotal}</th>
            <th scope="col">{words.ratingParts}</th>
            <th scope="col">{words.ratingMeaning}</th>
          </tr>
        </thead>
        <tbody>
          {framework.rating.levels.map((level) => (
            <tr key={level.id}>
              <th scope="row">
                <RatingMark rating={level} />
              </th>
              <td data-label={words.ratingTotal}>{level.totalAtLeast}</td>
              <td data-label={words.ratingParts}>{level.everyPartAtLeast ?? '–'}</td>
              <td data-label={words.ratingMeaning}>{level.description ? say(level.description) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="beside">
        <EvidenceNote evidence={evidenceOf(framework.rating, framework)} />
      </p>
      <Bands framework={framework} />
    </section>
  )
}

function Bands({ framework }: { readonly framework: Framework }) {
  const { text } = useReader()
  const words = text.site.frameworks
  const [band] = framework.measureBands
  return (
    <>
      <h3 id="bands">{words.bands}</h3>
      <ul>
        {framework.measureBands.map(({ id, atLeast }) => (
          <li key={id}>
            <MeasureLevel level={id} /> {words.bandAtLeast(atLeast)}
          </li>
        ))}
      </ul>
      {band && (
        <p className="beside">
          <EvidenceNote evidence={evidenceOf(band, framework)} />
        </p>
      )}
    </>
  )
}
