/** The access matrix of assessment: the queue, an agency's sheet, marking, what was kept, agreement and findings. */
import type { Permission } from '#base/permission.ts'
import {
  canAssessItems,
  canConfirmItems,
  canLeadAssessment,
  canSeeAgreement,
  canSeeAssessment,
  canSeeItems,
  canSettleItems,
} from '#modules/disclosure/access.ts'
import { type AccessRow, at, atCentre, somewhere } from './access-row.ts'
import { home } from './access-rows.ts'

const onQueue = { route: 'POST /work/assessment' }
const sheet = `/work/assessment/2569/${home}`
const onSheet = { route: 'POST /work/assessment/:year/:code', example: sheet }
const onItem = { route: 'POST /work/assessment/:year/:code/:item', example: `${sheet}/o26` }
const onFindings = { route: 'POST /work/assessment/findings' }
const nobodysId = '00000000-0000-7000-8000-000000000000'
const kept = `${sheet}/o26/snapshots/${nobodysId}`
/** Outside the days, or in a round that is closed: whoever may is told so. */
const closed = { answers403: true } as const

/** Both sides see what was kept. */
const eitherSide: Permission = {
  name: 'item.see or assessment.see',
  roles: [...canSeeItems.roles, ...canSeeAssessment.roles],
}

export const assessmentPages: readonly AccessRow[] = [
  { route: 'GET /work/assessment', who: somewhere(canSeeAssessment) },
  { ...onQueue, form: {}, who: somewhere(canSeeAssessment) },
  {
    ...onQueue,
    form: { act: 'claim', year: '2569', agency: home },
    who: at(home, canAssessItems),
    ...closed,
  },
  { ...onQueue, form: { act: 'setMarking', year: '2569', assessors: '1' }, who: atCentre(canLeadAssessment) },
  { ...onQueue, form: { act: 'confirmAll', year: '2568' }, who: somewhere(canConfirmItems), ...closed },
  { route: 'GET /work/assessment/:year/:code', example: sheet, who: at(home, canSeeAssessment) },
  { ...onSheet, form: {}, who: at(home, canSeeAssessment) },
  { ...onSheet, form: { act: 'release' }, who: at(home, canAssessItems), ...closed },
  { ...onSheet, form: { act: 'releaseOther', assessor: nobodysId }, who: at(home, canLeadAssessment) },
  {
    ...{ ...onSheet, example: `/work/assessment/2568/${home}`, form: { act: 'confirm' } },
    ...{ who: at(home, canConfirmItems), ...closed },
  },
  {
    route: 'GET /work/assessment/:year/:code/:item',
    example: onItem.example,
    who: at(home, canSeeAssessment),
  },
  { ...onItem, form: {}, who: at(home, canSeeAssessment) },
  { ...onItem, form: { act: 'score' }, who: at(home, canAssessItems), ...closed },
  { ...onItem, form: { act: 'settle' }, who: at(home, canSettleItems), ...closed },
  { ...onItem, form: { act: 'remark' }, who: at(home, canAssessItems), ...closed },
  { ...onItem, form: { act: 'useFinding' }, who: at(home, canAssessItems), ...closed },
  {
    ...{ route: 'GET /work/assessment/:year/:code/:item/snapshots/:link', example: kept },
    who: at(home, eitherSide),
  },
  {
    ...{ route: 'GET /work/assessment/:year/:code/:item/snapshots/:link/:part', example: `${kept}/body` },
    who: at(home, eitherSide),
  },
  {
    ...{ route: 'GET /work/assessment/:year/agreement', example: '/work/assessment/2569/agreement' },
    who: atCentre(canSeeAgreement),
  },
  { route: 'GET /work/assessment/findings', who: somewhere(canSeeAssessment) },
  { ...onFindings, form: {}, who: somewhere(canSeeAssessment) },
  { ...onFindings, form: { act: 'add' }, who: somewhere(canAssessItems) },
]
