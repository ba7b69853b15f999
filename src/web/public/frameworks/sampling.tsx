/** How many must answer at the least, by part. */
import type { Framework } from '#modules/frameworks/framework.ts'
import { evidenceOf, partsOf } from '#modules/frameworks/lookup.ts'
import { useReader } from '../../ui/language.ts'
import { EvidenceNote } from '../../ui/marks.tsx'

type SamplingRule = Framework['sampling'][number]

export function Sampling({ framework }: { readonly framework: Framework }) {
  const { say, text } = useReader()
  const nameOf = (id: string) => {
    const part = partsOf(framework).find((found) => found.part.id === id)?.part
    return part ? say(part.name) : id
  }
  if (framework.sampling.length === 0) return null
  return (
    <section aria-labelledby="sampling">
      <h2 id="sampling">{text.site.frameworks.sampling}</h2>
      <dl className="facts">
        {framework.sampling.map((sampling) => (
          <div key={sampling.part}>
            <dt>{nameOf(sampling.part)}</dt>
            <dd>
              <Rule rule={sampling.rule} />
              <p className="beside">
                <EvidenceNote evidence={evidenceOf(sampling, framework)} />
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Rule({ rule }: Pick<SamplingRule, 'rule'>) {
  const { say, text } = useReader()
  const words = text.site.frameworks
  if (rule.kind === 'unknown') return <p>{words.samplingUnknown}</p>
  if (rule.kind === 'shareOfPopulation') {
    const { percent, atLeast, capAbove, capMinimum } = rule
    return (
      <p>
        {words.samplingShare(percent, atLeast)}
        {capAbove !== undefined &&
          capMinimum !== undefined &&
          ` · ${words.samplingCap(capAbove, capMinimum)}`}
      </p>
    )
  }
  return (
    <table className="figures">
      <caption className="unseen">{words.sampling}</caption>
      <thead>
        <tr>
          <th scope="col">{words.samplingGroup}</th>
          <th scope="col">{words.samplingMinimum}</th>
        </tr>
      </thead>
      <tbody>
        {rule.groups.map(({ name, minimum }) => (
          <tr key={name.th}>
            <th scope="row">{say(name)}</th>
            <td>{text.site.people(minimum)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
