/** Where the rule behind a figure comes from, fact by fact. */
import { frameworkPath } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'
import { EvidenceNote } from '../../ui/marks.tsx'
import type { Fact } from './facts.ts'

interface Props {
  readonly facts: readonly Fact[]
  /** The year whose framework page can be read; null where it has none. */
  readonly year: number | null
}

export function Facts({ facts, year }: Props) {
  const { text, to } = useReader()
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{text.site.explain.evidence}</h2>
      <dl className="facts">
        {facts.map(({ about, evidence }) => (
          <div key={about + evidence.source + evidence.note}>
            <dt>{about}</dt>
            <dd>
              <EvidenceNote evidence={evidence} />
            </dd>
          </div>
        ))}
      </dl>
      {year !== null && (
        <p className="ways-on">
          <a href={to(frameworkPath(year))}>
            {text.site.pages.frameworks} {text.site.yearShort(year)}
          </a>
        </p>
      )}
    </section>
  )
}
