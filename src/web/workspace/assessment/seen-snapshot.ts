/** What was kept of a link, for both sides: assessors, and the agency's own people as far as they see its items. */
import { validate as isUuid } from 'uuid'
import { isAllowed } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { canSeeAssessment } from '#modules/disclosure/access.ts'
import { viewElements } from '#modules/disclosure/element.ts'
import { getDisclosureItem } from '#modules/disclosure/item.ts'
import { getItemView } from '#modules/disclosure/item-view.ts'
import { itemCode } from '#modules/disclosure/scores-file.ts'
import { getSnapshot } from '#modules/disclosure/snapshots/snapshots.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { getAgencyByCode } from '#modules/registry/queries.ts'
import { getEnrolledPlace } from '#modules/rounds/enrolled-place.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { readParameter, readYear } from '../../public/reading.ts'
import type { Working } from '../working.ts'
import type { NamedLink } from './assessment-query.ts'

/**
 * Throws `round.notFound`, `round.notEnrolled`, `item.unknown`, `access.refused`, or `snapshot.notFound` also where the
 * link is of another item.
 */
export async function getSeenSnapshot({ db, now, params, signedIn }: Working) {
  const { person } = signedIn
  const round = await getRound(db, readYear(readParameter(params, 'year')))
  const place = await getEnrolledPlace(db, round, readParameter(params, 'code'))
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const item = getDisclosureItem(framework, itemCode(readParameter(params, 'item')))
  const isAssessor = isAllowed(person, canSeeAssessment, place)
  const { fiscalYear } = round
  if (!isAssessor) {
    await getItemView(db, person, { fiscalYear, agencyCode: place.code, itemCode: item.code, now })
  }
  const link = readParameter(params, 'link')
  const found = isUuid(link) ? await getSnapshot(db, link) : undefined
  const isOfItem =
    found?.roundId === round.id && found.agencyId === place.agencyId && found.itemCode === item.code
  if (!found || !isOfItem) throw new Problem('notFound', 'snapshot.notFound')
  const named: NamedLink = { year: fiscalYear, code: place.code, item: item.code, link }
  const { name } = await getAgencyByCode(db, place.code)
  return { found, named, name, isAssessor, elements: viewElements(framework, item, place.type) }
}
