/** The access matrix of disclosure: the agency's board, its items and files, and the public page of their state. */
import {
  canAnswerItems,
  canApproveItems,
  canAssignItems,
  canCheckItems,
  canCommentOnItems,
  canExplainItems,
  canReturnItems,
  canReviewItems,
  canSeeItems,
  canShowStatus,
  canSubmitItems,
} from '#modules/disclosure/access.ts'
import { type AccessRow, at, somewhere } from './access-row.ts'
import { home } from './access-rows.ts'

const board = `/work/disclosure/2569/${home}`
const onBoard = { route: 'POST /work/disclosure/:year/:code', example: board }
const onItem = { route: 'POST /work/disclosure/:year/:code/:item', example: `${board}/o1` }
const seeing = at(home, canSeeItems)

const reads: readonly AccessRow[] = [
  { route: 'GET /work/disclosure', who: somewhere(canSeeItems) },
  { route: 'GET /work/disclosure/:year/:code', example: board, who: seeing },
  { route: 'GET /work/disclosure/:year/:code/gap', example: `${board}/gap`, who: seeing },
  { route: 'GET /work/disclosure/:year/:code/export', example: `${board}/export`, who: seeing },
  { route: 'GET /work/disclosure/:year/:code/page', example: `${board}/page`, who: seeing },
  { route: 'GET /work/disclosure/:year/:code/page.html', example: `${board}/page.html`, who: seeing },
  { route: 'GET /work/disclosure/:year/:code/:item', example: `${board}/o1`, who: seeing },
  {
    ...{ route: 'GET /agencies/:code/:year/items', example: `/agencies/${home}/2569/items` },
    ...{ who: 'anyone', note: 'shown where the agency wishes it, and not found elsewhere' },
  },
]

/** The demo leaves o1 open, so the set is never whole; and there is no day 99 of a month. */
export const disclosurePages: readonly AccessRow[] = [
  ...reads,
  { ...onBoard, form: {}, who: seeing },
  {
    ...{ ...onBoard, form: { act: 'assign', 'item-o1': 'on', dueOn: '99/1/2569' } },
    who: at(home, canSeeItems, canAssignItems),
  },
  { ...onBoard, form: { act: 'approve' }, who: at(home, canSeeItems, canApproveItems) },
  { ...onBoard, form: { act: 'submit' }, who: at(home, canSeeItems, canSubmitItems) },
  {
    ...{ ...onBoard, form: { act: 'hideStatus' }, note: 'it is hidden already' },
    who: at(home, canSeeItems, canShowStatus),
  },
  { ...onItem, form: {}, who: seeing },
  {
    ...{ ...onItem, form: { act: 'answer', has: 'yes', rows: '1' } },
    who: at(home, canSeeItems, canAnswerItems),
  },
  { ...onItem, form: { act: 'moreRows' }, who: seeing, note: 'gives the form back with a row more' },
  { ...onItem, form: { act: 'send' }, who: at(home, canSeeItems, canAnswerItems) },
  { ...onItem, form: { act: 'takeBack' }, who: at(home, canSeeItems, canAnswerItems) },
  { ...onItem, form: { act: 'check' }, who: at(home, canSeeItems, canCheckItems) },
  { ...onItem, form: { act: 'pass' }, who: at(home, canSeeItems, canReviewItems) },
  { ...onItem, form: { act: 'return' }, who: at(home, canSeeItems, canReturnItems) },
  { ...onItem, form: { act: 'comment' }, who: at(home, canSeeItems, canCommentOnItems) },
  { ...onItem, form: { act: 'explain' }, who: at(home, canSeeItems, canExplainItems) },
]
