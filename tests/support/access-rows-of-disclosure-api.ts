/** The access matrix of disclosure and assessment through the REST door. */
import type { Permission } from '#base/permission.ts'
import {
  canAnswerItems,
  canApproveItems,
  canAssessItems,
  canAssignItems,
  canCheckItems,
  canCommentOnItems,
  canConfirmItems,
  canExplainItems,
  canLeadAssessment,
  canReturnItems,
  canReviewItems,
  canSeeAgreement,
  canSeeAssessment,
  canSeeItems,
  canSettleItems,
  canShowStatus,
  canSubmitItems,
} from '#modules/disclosure/access.ts'
import { type AccessRow, at, atCentre, somewhere } from './access-row.ts'
import { home } from './access-rows.ts'

const agencyPattern = '/api/v1/rounds/:year/agencies/:code'
const agency = `/api/v1/rounds/2569/agencies/${home}`
/** Of a round that is closed. */
const agencyOfClosed = `/api/v1/rounds/2568/agencies/${home}`

const items = (method: string, tail = '') => ({
  route: `${method} ${agencyPattern}/items${tail}`,
  example: `${agency}/items${tail}`,
})
/** Nobody has touched it in the demo: there is nothing to send, review, approve, explain or mark. */
const item = (method: string, tail = '') => ({
  route: `${method} ${agencyPattern}/items/:item${tail}`,
  example: `${agency}/items/o1${tail}`,
})
const assessment = (method: string, tail = '') => ({
  route: `${method} ${agencyPattern}/assessment${tail}`,
  example: `${agency}/assessment${tail}`,
})
const round = (method: string, tail = '') => ({
  route: `${method} /api/v1/rounds/:year/assessment${tail}`,
  example: `/api/v1/rounds/2569/assessment${tail}`,
})

/** The phase may not be open. */
const inPhase = { answers403: true } as const

/** Named by the first of them. */
const eitherOf = (permission: Permission, ...others: readonly Permission[]): Permission => ({
  ...permission,
  roles: [permission, ...others].flatMap(({ roles }) => roles),
})

const itemRows: readonly AccessRow[] = [
  {
    ...{ route: 'GET /api/v1/rounds/:year/items', example: '/api/v1/rounds/2569/items' },
    who: somewhere(canSeeItems),
  },
  { ...items('GET'), who: at(home, canSeeItems) },
  { ...items('GET', '/gap'), who: at(home, canSeeItems) },
  {
    ...items('GET', '/status'),
    who: 'anyone',
    note: 'shown where the agency wishes it, not found elsewhere',
  },
  {
    ...{ ...items('POST', '/assign'), json: { items: ['o1'], due: '99/1/2569' } },
    who: at(home, canAssignItems),
  },
  { ...items('POST', '/approve'), json: {}, who: at(home, canApproveItems), ...inPhase },
  { ...items('POST', '/submit'), json: {}, who: at(home, canSubmitItems), ...inPhase },
  {
    ...items('PUT', '/shown'),
    json: { isShown: false },
    who: at(home, canShowStatus),
    note: 'hidden already',
  },
  { ...item('GET'), who: at(home, canSeeItems) },
  { ...item('GET', '/snapshots'), who: at(home, eitherOf(canSeeItems, canSeeAssessment)) },
  { ...item('PUT', '/answer'), json: { has: true }, who: at(home, canAnswerItems), ...inPhase },
  { ...item('POST', '/send-to-review'), json: {}, who: at(home, canAnswerItems), ...inPhase },
  { ...item('POST', '/take-back'), json: {}, who: at(home, canAnswerItems), ...inPhase },
  { ...item('POST', '/return'), json: { reason: '' }, who: at(home, canReturnItems), ...inPhase },
  { ...item('POST', '/pass'), json: { elements: [] }, who: at(home, canReviewItems), ...inPhase },
  { ...item('POST', '/comment'), json: { text: '' }, who: at(home, canCommentOnItems) },
  { ...item('POST', '/check'), json: {}, who: at(home, canCheckItems) },
  { ...item('POST', '/explain'), json: { text: '' }, who: at(home, canExplainItems), ...inPhase },
]

const assessmentRows: readonly AccessRow[] = [
  { ...round('GET'), who: somewhere(canSeeAssessment) },
  { ...assessment('GET'), who: at(home, canSeeAssessment) },
  { ...item('GET', '/assessment'), who: at(home, canSeeAssessment) },
  { ...assessment('POST', '/claim'), json: {}, who: at(home, canAssessItems), ...inPhase },
  { ...assessment('DELETE', '/claim'), who: at(home, canAssessItems) },
  { ...item('PUT', '/mark'), json: { score: 50 }, who: at(home, canAssessItems), ...inPhase },
  { ...item('POST', '/settle'), json: { score: 50 }, who: at(home, canSettleItems), ...inPhase },
  { ...item('POST', '/remark'), json: { score: 50 }, who: at(home, canAssessItems), ...inPhase },
  {
    ...{ ...assessment('POST', '/confirm'), example: `${agencyOfClosed}/assessment/confirm`, json: {} },
    ...{ who: at(home, canConfirmItems), ...inPhase },
  },
  {
    ...{ ...round('POST', '/confirm'), example: '/api/v1/rounds/2568/assessment/confirm', json: {} },
    ...{ who: somewhere(canConfirmItems), ...inPhase },
  },
  { ...round('PUT', '/marking'), json: { isDouble: false }, who: atCentre(canLeadAssessment) },
  { ...round('GET', '/agreement'), who: atCentre(canSeeAgreement) },
  { ...round('GET', '/findings'), who: somewhere(canSeeAssessment) },
  {
    ...{ ...round('POST', '/findings'), json: { reasonKind: 'element', text: '' } },
    who: somewhere(canAssessItems),
  },
  {
    route: 'DELETE /api/v1/rounds/:year/assessment/findings/:id',
    example: '/api/v1/rounds/2569/assessment/findings/none',
    who: somewhere(eitherOf(canAssessItems, canLeadAssessment)),
  },
]

export const disclosureProgramRows: readonly AccessRow[] = [...itemRows, ...assessmentRows]
