/** The way into the verbs that make an agency's surveys ready or mend them. */
import type { Permission } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { getEnrolledPlace } from '#modules/rounds/enrolled-place.ts'
import { type Entered, enterAgency } from '#modules/rounds/enter-agency.ts'
import { requireSurveyingNow } from '#modules/rounds/require-phase.ts'
import type { Round } from '#modules/rounds/round.ts'
import type { Context } from '#platform/context.ts'

/**
 * As `enterAgency`, from the first day of registration to the last of collection. Throws `round.phaseNotOpen` too.
 */
export async function enterSurveying(
  context: Context,
  permission: Permission,
  entry: { readonly fiscalYear: number; readonly agencyCode: string },
): Promise<Entered> {
  const entered = await enterAgency(context, permission, entry)
  const { round, place } = entered
  await requireSurveyingNow(context, { round, agencyId: place.agencyId })
  return entered
}

/** What `enterSurveying` would say of the days now; null where it lets through. */
export async function findSurveyingRefusal(
  context: Pick<Context, 'transaction' | 'now'>,
  { round, agencyCode }: { readonly round: Round; readonly agencyCode: string },
): Promise<Problem | null> {
  const { agencyId } = await getEnrolledPlace(context.transaction, round, agencyCode)
  return requireSurveyingNow(context, { round, agencyId }).then(
    () => null,
    (error) => {
      if (error instanceof Problem && error.code === 'round.phaseNotOpen') return error
      throw error
    },
  )
}
