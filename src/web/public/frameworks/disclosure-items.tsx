/** The disclosure items of a year with the elements each must show. */
import { fillFiscalYear } from '#base/fiscal-year.ts'
import type { DisclosureItem, Framework } from '#modules/frameworks/framework.ts'
import { evidenceOf, isUnverified } from '#modules/frameworks/lookup.ts'
import { Fold } from '../../ui/fold.tsx'
import { useReader } from '../../ui/language.ts'
import { EvidenceNote, UnverifiedMark } from '../../ui/marks.tsx'

interface Props {
  readonly framework: Framework
}

export function DisclosureItems({ framework }: Props) {
  const { say, text } = useReader()
  const words = text.site.frameworks
  const groups = framework.indicators
    .flatMap(({ subIndicators = [] }) => subIndicators)
    .map((sub) => ({
      sub,
      items: framework.disclosureItems.filter(({ subIndicator }) => subIndicator === sub.id),
    }))
    .filter(({ items }) => items.length > 0)
  return (
    <Fold id="items" title={words.items} hint={text.site.many(framework.disclosureItems.length)}>
      {groups.length === 0 && <p>{words.noItems}</p>}
      {groups.map(({ sub, items }) => (
        <section key={sub.id}>
          <h3>
            {sub.id} {say(sub.name)}
          </h3>
          {items.map((item) => (
            <ItemCard key={item.id} item={item} framework={framework} />
          ))}
        </section>
      ))}
    </Fold>
  )
}

function ItemCard({ item, framework }: Props & { readonly item: DisclosureItem }) {
  const { say, text } = useReader()
  const words = text.site.frameworks
  return (
    <article className="question" id={item.code}>
      <h4>
        <span className="code">{item.code}</span> {fillFiscalYear(say(item.title), framework.fiscalYear)}
      </h4>
      {item.points && <p className="hint">{words.itemPoints(item.points)}</p>}
      {item.elements.length === 0 ? (
        <p className="hint">{words.noElements}</p>
      ) : (
        <ul>
          {item.elements.map((element) => (
            <li key={element.text.th}>
              {say(element.text)} <span className="mark">{words.elementKinds[element.kind]}</span>{' '}
              {element.appliesTo !== 'all' && (
                <span className="mark">{words.appliesTo[element.appliesTo]}</span>
              )}{' '}
              {isUnverified(element.evidence, framework) && <UnverifiedMark />}
            </li>
          ))}
        </ul>
      )}
      <p className="beside">
        <EvidenceNote evidence={evidenceOf(item, framework)} />
      </p>
    </article>
  )
}
