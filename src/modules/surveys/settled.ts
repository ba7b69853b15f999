/** Which answers do not change any more: only those are looked into, and only those leave the house. */
import { sql } from 'drizzle-orm'
import type { Round } from '#modules/rounds/round.ts'
import { surveyAnswers, surveyParts } from './tables.ts'

/** Parts that were closed, and those put in as a whole in a round that is closed: neither changes any more. */
export const isSettled = (round: Round) => sql`(
  (${surveyAnswers.agencyId}, ${surveyAnswers.part}) in (
    select ${surveyParts.agencyId}, ${surveyParts.part} from ${surveyParts}
    where ${surveyParts.roundId} = ${round.id} and ${surveyParts.isClosed}
  ) or (${round.isClosed} and (${surveyAnswers.agencyId}, ${surveyAnswers.part}) not in (
    select ${surveyParts.agencyId}, ${surveyParts.part} from ${surveyParts}
    where ${surveyParts.roundId} = ${round.id}
  ))
)`
