/** The agency's answer as it was handed in: each link with the live page, what was kept of it, and what has changed since. */
import type { SeenLink } from '#modules/disclosure/assessment/assessment-view.ts'
import type { ItemElement } from '#modules/disclosure/element.ts'
import { useReader } from '../../ui/language.ts'
import type { NamedLink } from './assessment-query.ts'
import { snapshotPath } from './assessment-query.ts'
import { KeptFacts, SinceThen } from './kept-facts.tsx'
import type { MarkingProps } from './marking.tsx'

export function AnswerSeen({ found: { view, seen } }: MarkingProps) {
  const { text } = useReader()
  const words = text.assessmentWork.mark
  const { answer, handedInAt, item, round, place } = view
  const named = { year: round.fiscalYear, code: place.code, item: item.code }
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{words.answer}</h2>
      <p>
        <strong>{answer === null ? words.notAnswered : answer.has ? words.has : words.hasNot}</strong>
        <span className="beside">
          {handedInAt ? words.handedIn(text.assessmentWork.at(handedInAt)) : words.neverHandedIn}
        </span>
      </p>
      {answer?.explanation && (
        <p className="said-words">
          {words.explanationToAssessors}: {answer.explanation}
        </p>
      )}
      <ol className="links">
        {answer?.links.map((link) => (
          <LinkSeen key={link.id} link={link} elements={seen} named={{ ...named, link: link.id }} />
        ))}
      </ol>
    </section>
  )
}

interface LinkProps {
  readonly link: SeenLink
  readonly elements: readonly ItemElement[]
  readonly named: NamedLink
}

function LinkSeen({ link, elements, named }: LinkProps) {
  const { text, to } = useReader()
  const { mark: words, snapshot: kept } = text.assessmentWork
  const { position, url, kind, format, place, snapshot } = link
  const answered = text.disclosureWork.answer
  const said = [answered.kinds[kind], ...(format ? [answered.formats[format]] : [])]
  return (
    <li>
      <h3>{words.link(position)}</h3>
      <p className="link-address">{url}</p>
      <p className="beside">
        {said.join(' · ')}
        {place && ` · ${words.place}: ${place}`}
      </p>
      <ul className="ways-on">
        <li>
          <a href={url} target="_blank" rel="noreferrer" aria-label={words.liveOf(position)}>
            {words.live}
          </a>
        </li>
        {snapshot && (
          <li>
            <a href={to(snapshotPath(named))} aria-label={kept.openOf(position)}>
              {kept.open}
            </a>
          </li>
        )}
      </ul>
      {snapshot ? (
        <KeptFacts snapshot={snapshot} elements={elements} named={named} />
      ) : (
        <p className="hint">{kept.none}</p>
      )}
      <SinceThen link={link} />
    </li>
  )
}
