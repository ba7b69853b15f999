/** The instruments of a year, their parts and weights, and how scores are rounded. */
import type { Framework } from '#modules/frameworks/framework.ts'
import { evidenceOf, partsOf } from '#modules/frameworks/lookup.ts'
import { ShareBar } from '../../ui/bar.tsx'
import { useReader } from '../../ui/language.ts'
import { EvidenceNote } from '../../ui/marks.tsx'

export function Instruments({ framework }: { readonly framework: Framework }) {
  const { say, text } = useReader()
  const words = text.site.frameworks
  return (
    <section aria-labelledby="instruments">
      <h2 id="instruments">{words.instruments}</h2>
      <ul className="bars">
        {partsOf(framework).map(({ instrument, part }) => (
          <li key={part.id}>
            <span className="bars-name">
              {say(part.name)}
              <span className="beside">{say(instrument.name)}</span>
              <span className="beside">
                <EvidenceNote evidence={evidenceOf(part.evidence ? part : instrument, framework)} />
              </span>
            </span>
            <ShareBar percent={Number(part.weightPercent)} />
            <span className="figure">{text.site.percent(part.weightPercent)}</span>
          </li>
        ))}
      </ul>
      <Rounding framework={framework} />
    </section>
  )
}

function Rounding({ framework }: { readonly framework: Framework }) {
  const { text } = useReader()
  const words = text.site.frameworks
  const { policy, decimals } = framework.rounding
  return (
    <>
      <h3 id="rounding">{words.rounding}</h3>
      <p>
        {words.roundingPolicies[policy]} ({words.roundingDecimals(decimals)}){' '}
      </p>
      <p className="beside">
        <EvidenceNote evidence={evidenceOf(framework.rounding, framework)} />
      </p>
    </>
  )
}
