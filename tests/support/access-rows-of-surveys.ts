/** The access matrix of surveys: the workspace's pages of links, counts and interviews, and the enumerator's app. */
import { canSeeProvisional } from '#modules/results/access.ts'
import {
  canAssignInterviews,
  canClosePart,
  canExportAnswers,
  canExportCounts,
  canFollowSurveys,
  canMakeCodes,
  canManageLinks,
  canRecordInterviews,
  canSeeSignals,
  canStateHeadcount,
} from '#modules/surveys/access.ts'
import { type AccessRow, at, atCentre, somewhere } from './access-row.ts'
import { home } from './access-rows.ts'

const onProgress = { route: 'POST /work/interviews/progress' }
const noQuota = { act: 'assign', year: '2569', agency: home, enumerator: 'nobody@demo.example', quota: '0' }

const onSurveys = { route: 'POST /work/surveys' }
const onOwn = { route: 'POST /work/surveys/:year/:code', example: `/work/surveys/2569/${home}` }
const noPart = { part: 'none' }
const codes = `/work/surveys/2569/${home}/codes`
const file = { route: 'GET /work/surveys/:year/:code/export' }

const followingPages: readonly AccessRow[] = [
  { route: 'GET /work/surveys', who: somewhere(canFollowSurveys) },
  { ...onSurveys, form: {}, who: somewhere(canFollowSurveys) },
  { ...onSurveys, form: { act: 'openLinks', year: '2568' }, who: atCentre(canManageLinks) },
  {
    ...{ route: 'GET /work/surveys/:year/:code', example: onOwn.example },
    who: at(home, canFollowSurveys),
  },
  { ...onOwn, form: {}, who: at(home, canFollowSurveys) },
  { ...onOwn, form: { act: 'headcount', staff: 'many' }, who: at(home, canStateHeadcount) },
  { ...onOwn, form: { act: 'openLinks' }, who: at(home, canManageLinks) },
  { ...onOwn, form: { act: 'revokeLink', ...noPart }, who: at(home, canManageLinks) },
  { ...onOwn, form: { act: 'replaceLink', ...noPart }, who: at(home, canManageLinks) },
  { ...onOwn, form: { act: 'mode', mode: 'codes', ...noPart }, who: at(home, canManageLinks) },
  { ...onOwn, form: { act: 'close', ...noPart }, who: at(home, canClosePart) },
  {
    ...{ route: 'POST /work/surveys/:year/:code/codes', example: codes },
    ...{ form: { ...noPart, count: '0' }, who: at(home, canMakeCodes) },
  },
  { route: 'GET /work/surveys/:year/:code/codes', example: codes, who: somewhere(canMakeCodes) },
  {
    ...{ route: 'GET /work/surveys/:year/:code/codes/mail', example: `${codes}/mail?part=iit` },
    who: at(home, canMakeCodes),
  },
  {
    ...{ route: 'POST /work/surveys/:year/:code/codes/mail', example: `${codes}/mail?part=iit` },
    ...{ form: noPart, who: at(home, canMakeCodes) },
  },
  { ...file, example: `/work/surveys/2568/${home}/export`, who: at(home, canExportCounts) },
  { ...file, example: `/work/surveys/2568/${home}/export?of=answers`, who: at(home, canExportAnswers) },
  { route: 'GET /work/signals', who: somewhere(canSeeSignals) },
  {
    ...{ route: 'GET /work/signals/:year/:code', example: `/work/signals/2568/${home}` },
    who: at(home, canSeeSignals),
  },
]

export const surveyPages: readonly AccessRow[] = [
  ...followingPages,
  { route: 'GET /work/interviews', who: somewhere(canRecordInterviews) },
  { route: 'GET /work/interviews/progress', who: somewhere(canAssignInterviews) },
  { ...onProgress, form: {}, who: somewhere(canAssignInterviews) },
  { ...onProgress, form: noQuota, who: at(home, canAssignInterviews) },
]

const ownOnly = "an assignment is its enumerator's own; to everyone else it is said not to be there"

export const surveyProgramRows: readonly AccessRow[] = [
  {
    ...{ route: 'GET /api/v1/rounds/:year/agencies/:code/score' },
    ...{ example: `/api/v1/rounds/2569/agencies/${home}/score`, who: at(home, canSeeProvisional) },
  },
  { route: 'GET /api/v1/interviews/work', who: somewhere(canRecordInterviews) },
  { route: 'POST /api/v1/interviews', json: {}, who: 'anyone', note: ownOnly },
  {
    ...{ route: 'PUT /api/v1/interviews/calls/:id', example: '/api/v1/interviews/calls/none' },
    ...{ json: {}, who: 'anyone', note: ownOnly },
  },
  { route: 'GET /interviews', who: 'anyone' },
  { route: 'GET /interviews/', who: 'anyone' },
  { route: 'GET /interviews/manifest.webmanifest', who: 'anyone' },
  { route: 'ALL /interviews/*', example: '/interviews/none', who: 'anyone' },
]
