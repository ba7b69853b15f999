/** The REST door, version 1: results, rounds, the registry, accounts, disclosure, the audit trail, and its own description. */
import { Hono } from 'hono'
import { Problem } from '#base/problem.ts'
import type { Accounts } from '#modules/accounts/accounts.ts'
import type { Doorway } from '#platform/context.ts'
import { accessKeyRoutes } from './access-keys.ts'
import { accountRoutes } from './accounts.ts'
import { accountStateRoutes } from './accounts-state.ts'
import { agencyRoutes } from './agencies.ts'
import { agencyCloseRoutes } from './agencies-close.ts'
import { importRoutes } from './agencies-imports.ts'
import { personRoutes } from './agencies-people.ts'
import { unitRoutes } from './agencies-units.ts'
import { assessmentRoutes } from './assessment.ts'
import { assessmentFindingRoutes } from './assessment-findings.ts'
import { assessmentItemRoutes } from './assessment-item.ts'
import { assessmentLeadRoutes } from './assessment-lead.ts'
import { assessmentMarkRoutes } from './assessment-marks.ts'
import { auditRoutes } from './audit.ts'
import { limitBody } from './body-limit.ts'
import { refuseBrokenText } from './body-text.ts'
import { conditional, publicCache } from './conditional.ts'
import { declareKey, describeApi } from './document.ts'
import { groupRoutes } from './groups.ts'
import { healthRoutes } from './health.ts'
import { identify } from './identify.ts'
import { interviewRoutes } from './interviews.ts'
import { invitationRoutes } from './invitations.ts'
import { itemRoutes } from './items.ts'
import { itemSetRoutes } from './items-set.ts'
import { itemSnapshotRoutes } from './items-snapshots.ts'
import { itemWorkRoutes } from './items-work.ts'
import { answerOtherMethods } from './methods.ts'
import { answerProblem, refuseUnreadable } from './problem-json.ts'
import { referenceRoutes } from './reference.ts'
import { resultRoutes } from './results.ts'
import { roundActRoutes } from './round-acts.ts'
import { roundExtensionRoutes } from './round-extensions.ts'
import { roundRoutes } from './rounds.ts'
import { makeRouter } from './router.ts'
import { scoreRoutes } from './score.ts'
import { surveyRoutes } from './surveys.ts'

const registryRoutes = [
  ...[agencyRoutes, agencyCloseRoutes, groupRoutes],
  ...[unitRoutes, personRoutes, importRoutes],
]
const accountsRoutes = [accountRoutes, accountStateRoutes, invitationRoutes, accessKeyRoutes]
/** Those about the set come first: `status` and `gap` are no items. */
const disclosureRoutes = [
  ...[itemSetRoutes, itemRoutes, itemWorkRoutes, itemSnapshotRoutes],
  ...[assessmentRoutes, assessmentItemRoutes, assessmentMarkRoutes],
  ...[assessmentLeadRoutes, assessmentFindingRoutes],
]
const workRoutes = [roundActRoutes, roundExtensionRoutes, ...accountsRoutes, auditRoutes]

/** Without accounts everyone is nobody. */
export function makeApi(doorway: Doorway, accounts?: Accounts): Hono {
  const api = makeRouter()
  api.use('/api/*', refuseUnreadable)
  api.use('/api/*', limitBody)
  api.use('/api/*', refuseBrokenText)
  if (accounts) api.use('/api/v1/*', identify(accounts))
  for (const path of ['/api/v1/results', '/api/v1/rounds', '/api/v1/rounds/:year']) api.use(path, conditional)
  api.route('/', healthRoutes(doorway))
  api.route('/', resultRoutes(doorway))
  api.route('/', roundRoutes(doorway))
  for (const routes of registryRoutes) api.route('/', routes(doorway))
  for (const routes of [...workRoutes, ...disclosureRoutes, surveyRoutes, scoreRoutes])
    api.route('/', routes(doorway))
  api.route('/', interviewRoutes(doorway, accounts))
  declareKey(api)
  api.route(
    '/',
    referenceRoutes(() => describeApi(api)),
  )
  api.get('/api/openapi.json', conditional, (c) => {
    c.header('Cache-Control', publicCache)
    return c.json(describeApi(api))
  })
  answerOtherMethods(api)
  api.all('/api/*', () => {
    throw new Problem('notFound', 'page.notFound')
  })
  api.onError(answerProblem(doorway.log))
  return new Hono().route('/', api)
}
