/** The rounds there are, and where each stands today. */
import { useLoaderData } from 'react-router'
import { listRoundOverviews } from '#modules/rounds/overview.ts'
import { roundPath } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'
import { useOwnAgency } from '../../ui/own-agency.ts'
import { Page } from '../../ui/page.tsx'
import { reading } from '../reading.ts'
import { Standing } from './standing.tsx'

export const loader = reading(async ({ db, now }) => listRoundOverviews(db, now))

export default function Rounds() {
  const rounds = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  const words = text.rounds
  const isAlone = useOwnAgency() !== null
  return (
    <Page title={words.title} above={[]}>
      {rounds.length === 0 ? (
        <>
          <h2>{words.empty}</h2>
          <p>{words.emptyAdvice}</p>
          <p className="ways-on">
            <a href={to('/frameworks')}>{words.readFrameworks}</a>
          </p>
        </>
      ) : (
        <p className="lead">{words.lead}</p>
      )}
      <ul className="round-list">
        {rounds.map((round) => (
          <li key={round.fiscalYear}>
            <h2>
              <a href={to(roundPath(round.fiscalYear))}>{text.site.year(round.fiscalYear)}</a>
            </h2>
            <Standing round={round} />
            {!isAlone && (
              <p className="beside">
                {words.enrolled} {words.enrolledCount(round.enrolledCount)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Page>
  )
}
