/** The ten indicators of a year, their sub-indicators, and how each adds up. */
import type { Framework } from '#modules/frameworks/framework.ts'
import { evidenceOf, isUnverified } from '#modules/frameworks/lookup.ts'
import { useReader } from '../../ui/language.ts'
import { EvidenceNote, UnverifiedMark } from '../../ui/marks.tsx'

export function Indicators({ framework }: { readonly framework: Framework }) {
  const { say, text } = useReader()
  const words = text.site.frameworks
  return (
    <section aria-labelledby="indicators">
      <h2 id="indicators">{words.indicators}</h2>
      <ol className="plain">
        {framework.indicators.map((indicator) => (
          <li key={indicator.number}>
            <strong>
              {indicator.number}. {say(indicator.name)}
            </strong>
            <span className="beside">
              {indicator.instrument.toUpperCase()} · {words.aggregates[indicator.aggregate]}
            </span>
            {indicator.subIndicators && (
              <ul>
                {indicator.subIndicators.map((sub) => (
                  <li key={sub.id}>
                    {sub.id} {say(sub.name)} {isUnverified(sub.evidence, framework) && <UnverifiedMark />}
                    {sub.evidence?.conflict && (
                      <span className="beside">
                        <EvidenceNote evidence={sub.evidence} />
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            )}
            <span className="beside">
              <EvidenceNote evidence={evidenceOf(indicator, framework)} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
