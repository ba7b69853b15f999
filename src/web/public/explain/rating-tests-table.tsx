/** The conditions of every rating beside what the result has, best first. */
import { useReader } from '../../ui/language.ts'
import { RatingMark } from '../../ui/rating.tsx'
import type { RatingTest } from './rating-tests.ts'

export function RatingTests({ tests }: { readonly tests: readonly RatingTest[] }) {
  const { text } = useReader()
  const { explain, frameworks } = text.site
  return (
    <section aria-labelledby="tests">
      <h2 id="tests">{explain.ratingTest}</h2>
      <table className="stacking">
        <caption className="unseen">{explain.ratingTest}</caption>
        <thead>
          <tr>
            <th scope="col">{frameworks.ratingLevel}</th>
            <th scope="col">{frameworks.ratingTotal}</th>
            <th scope="col">{frameworks.ratingParts}</th>
          </tr>
        </thead>
        <tbody>
          {tests.map((test) => (
            <TestRow key={test.level.id} test={test} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function TestRow({ test }: { readonly test: RatingTest }) {
  const { say, text } = useReader()
  const { explain, frameworks } = text.site
  const { level, totalAtLeast, everyPartAtLeast, total, isTotalReached, below, isAwarded } = test
  return (
    <tr className={isAwarded ? 'origin' : undefined}>
      <th scope="row">
        <RatingMark rating={level} /> {isAwarded && <span className="mark">{explain.ratingDecided}</span>}
      </th>
      <td data-label={frameworks.ratingTotal}>
        {totalAtLeast} {total !== null && <Outcome isMet={isTotalReached} detail={total} />}
      </td>
      <td data-label={frameworks.ratingParts}>
        {everyPartAtLeast ?? '–'}{' '}
        {everyPartAtLeast !== null && (
          <Outcome
            isMet={below === null ? null : below.length === 0}
            detail={below?.map(({ name, score }) => `${say(name)} ${score}`).join(' · ') ?? ''}
          />
        )}
      </td>
    </tr>
  )
}

function Outcome({ isMet, detail }: { readonly isMet: boolean | null; readonly detail: string }) {
  const { text } = useReader()
  const { met, notMet } = text.site.explain
  const word = isMet === null ? text.site.unknown : isMet ? met : notMet
  return (
    <span className="outcome">
      {isMet === null ? '' : isMet ? '✓ ' : '✗ '}
      {word} {detail}
    </span>
  )
}
