/** The access matrix of what programs and respondents use: the REST door, the survey form, better-auth and files. */

import {
  canDisableAccount,
  canEnableAccount,
  canGiveGrant,
  canInvite,
  canListAccessKeys,
  canListAccounts,
  canReadAudit,
  canRemoveSecondFactor,
  canRevokeAccessKey,
  canSetSecondFactor,
} from '#modules/accounts/access.ts'
import {
  canAddPerson,
  canAddUnit,
  canAnonymisePerson,
  canChangeAgency,
  canChangePerson,
  canChangeUnit,
  canCloseAgency,
  canImportAgencies,
  canImportPeople,
  canImportUnits,
  canSeePeople,
} from '#modules/registry/access.ts'
import {
  canCloseRound,
  canEnrolAgencies,
  canExtendPhase,
  canOpenRound,
  canSchedulePhase,
  canSeeRounds,
} from '#modules/rounds/access.ts'
import { canSeeProgress } from '#modules/surveys/access.ts'
import { type AccessRow, at, atCentre, somewhere } from './access-row.ts'
import { home } from './access-rows.ts'
import { disclosureProgramRows } from './access-rows-of-disclosure-api.ts'

const agencies = '/api/v1/agencies'
const noAgency = { name: { th: 'ไม่มี' }, type: 'none' }

const apiRows: readonly AccessRow[] = [
  { route: 'GET /healthz', who: 'anyone' },
  { route: 'GET /api', who: 'anyone' },
  { route: 'GET /en/api', who: 'anyone' },
  { route: 'GET /api/openapi.json', who: 'anyone' },
  { route: 'GET /demo-site/site.css', who: 'anyone' },
  { route: 'GET /demo-site/:agency/', example: '/demo-site/tmb-03/', who: 'anyone' },
  { route: 'GET /demo-site/:agency/:page', example: '/demo-site/tmb-03/o6', who: 'anyone' },
  { route: 'GET /api/v1/results', example: '/api/v1/results?year=2568', who: 'anyone' },
  { route: 'GET /api/v1/rounds', who: 'anyone' },
  { route: 'GET /api/v1/rounds/:year', example: '/api/v1/rounds/2568', who: 'anyone' },
  {
    ...{ route: 'GET /api/v1/rounds/:year/agencies/:code/progress' },
    ...{ example: `/api/v1/rounds/2569/agencies/${home}/progress`, who: at(home, canSeeProgress) },
  },
  { route: 'POST /api/v1/rounds', json: { fiscalYear: 2400 }, who: atCentre(canOpenRound) },
  {
    ...{ route: 'PUT /api/v1/rounds/:year/phases/:phase', example: '/api/v1/rounds/2569/phases/none' },
    json: { opensOn: '2026-01-01', closesOn: '2026-01-02' },
    who: atCentre(canSchedulePhase),
  },
  {
    ...{ route: 'POST /api/v1/rounds/:year/enrolments', example: '/api/v1/rounds/2569/enrolments' },
    ...{ json: { agencies: ['NONE'] }, who: atCentre(canEnrolAgencies) },
  },
  {
    ...{ route: 'POST /api/v1/rounds/:year/extensions', example: '/api/v1/rounds/2569/extensions' },
    json: { agency: 'NONE', phase: 'none', until: '2026-01-02', reason: '-' },
    who: atCentre(canExtendPhase),
  },
  {
    ...{ route: 'GET /api/v1/rounds/:year/extensions', example: '/api/v1/rounds/2568/extensions' },
    who: somewhere(canSeeRounds),
  },
  {
    ...{ route: 'POST /api/v1/rounds/:year/close', example: '/api/v1/rounds/2561/close', json: {} },
    who: atCentre(canCloseRound),
  },
  { route: 'GET /api/v1/accounts', who: atCentre(canListAccounts) },
  {
    ...{ route: 'GET /api/v1/accounts/:id', example: '/api/v1/accounts/{account}' },
    who: at(home, canListAccounts),
  },
  {
    route: 'POST /api/v1/invitations',
    json: { email: '', name: '', role: 'reviewer', agency: home },
    who: at(home, canInvite),
  },
  {
    ...{ route: 'POST /api/v1/accounts/:id/grants', example: '/api/v1/accounts/none/grants' },
    json: { role: 'reviewer', agency: home },
    who: at(home, canGiveGrant),
  },
  {
    ...{ route: 'POST /api/v1/grants/:id/end', example: '/api/v1/grants/none/end', json: { reason: '' } },
    ...{ who: 'anyone', note: 'a role that nobody has been given is not found before anyone is judged' },
  },
  {
    ...{ route: 'POST /api/v1/accounts/:id/disable', example: '/api/v1/accounts/none/disable', json: {} },
    who: atCentre(canDisableAccount),
  },
  {
    ...{ route: 'POST /api/v1/accounts/:id/enable', example: '/api/v1/accounts/none/enable', json: {} },
    who: atCentre(canEnableAccount),
  },
  {
    ...{ route: 'POST /api/v1/accounts/:id/second-factor/remove', json: {} },
    ...{ example: '/api/v1/accounts/none/second-factor/remove', who: atCentre(canRemoveSecondFactor) },
  },
  { route: 'GET /api/v1/invitations', who: atCentre(canListAccounts) },
  {
    ...{ route: 'POST /api/v1/invitations/:id/withdraw', example: '/api/v1/invitations/none/withdraw' },
    ...{
      json: {},
      who: 'anyone',
      note: 'an invitation that is not there is not found before anyone is judged',
    },
  },
  { route: 'GET /api/v1/access-keys', who: somewhere(canListAccessKeys) },
  {
    ...{ route: 'POST /api/v1/access-keys/:id/revoke', example: '/api/v1/access-keys/none/revoke', json: {} },
    who: somewhere(canRevokeAccessKey),
  },
  { route: 'GET /api/v1/audit/events', who: atCentre(canReadAudit) },
  { route: 'GET /api/v1/audit/check', who: atCentre(canReadAudit) },
  { route: 'GET /api/v1/agencies', who: 'anyone' },
  { route: 'GET /api/v1/agencies/:code', example: `${agencies}/${home}`, who: 'anyone' },
  {
    route: 'PUT /api/v1/agencies/:code',
    example: `${agencies}/${home}`,
    json: noAgency,
    who: at(home, canChangeAgency),
  },
  {
    ...{ route: 'POST /api/v1/agencies/:code/close', example: `${agencies}/${home}/close` },
    ...{ json: { activeTo: 'none' }, who: at(home, canCloseAgency) },
  },
  { route: 'GET /api/v1/agency-types', who: 'anyone' },
  { route: 'GET /api/v1/ministries', who: 'anyone' },
  { route: 'GET /api/v1/provinces', who: 'anyone' },
  { route: 'GET /api/v1/agencies/:code/units', example: `${agencies}/${home}/units`, who: 'anyone' },
  {
    ...{ route: 'POST /api/v1/agencies/:code/units', example: `${agencies}/${home}/units` },
    ...{ json: { code: '', name: { th: '' } }, who: at(home, canAddUnit) },
  },
  {
    ...{ route: 'PATCH /api/v1/agencies/:code/units/:unit', example: `${agencies}/${home}/units/NONE` },
    ...{ json: {}, who: at(home, canChangeUnit) },
  },
  {
    route: 'GET /api/v1/agencies/:code/people',
    example: `${agencies}/${home}/people`,
    who: at(home, canSeePeople),
  },
  {
    ...{ route: 'POST /api/v1/agencies/:code/people', example: `${agencies}/${home}/people` },
    ...{ json: { name: '', email: '' }, who: at(home, canAddPerson) },
  },
  {
    ...{ route: 'PATCH /api/v1/people/:id', example: '/api/v1/people/{person}', json: {} },
    who: at(home, canChangePerson),
  },
  {
    ...{ route: 'POST /api/v1/people/:id/anonymisation', example: '/api/v1/people/{person}/anonymisation' },
    ...{ json: {}, who: at(home, canAnonymisePerson), isLast: true },
  },
  { route: 'POST /api/v1/agencies/imports', json: {}, who: somewhere(canImportAgencies) },
  { route: 'POST /api/v1/units/imports', json: {}, who: somewhere(canImportUnits) },
  { route: 'POST /api/v1/people/imports', json: {}, who: somewhere(canImportPeople) },
  {
    ...{ route: 'GET /api/v1/imports/:id', example: '/api/v1/imports/none', who: 'anyone' },
    note: "an import is its starter's own; to everyone else it is said not to be there",
  },
]

const respondRows: readonly AccessRow[] = [
  { route: 'GET /go/privacy', who: 'anyone' },
  { route: 'GET /go/:survey{iit|eit}/:code', example: '/go/iit/none', who: 'anyone' },
  { route: 'GET /go/:survey{iit|eit}/:code/', example: '/go/iit/none/', who: 'anyone' },
  { route: 'POST /go/:survey{iit|eit}/:code', example: '/go/iit/none', form: {}, who: 'anyone' },
  {
    route: 'POST /go/:survey{iit|eit}/:code/proof',
    ...{ example: '/go/iit/none/proof', form: {}, who: 'anyone' },
  },
  { route: 'GET /go/:survey{iit|eit}/:code/thanks', example: '/go/iit/none/thanks', who: 'anyone' },
  {
    route: 'GET /go/:survey{iit|eit}/:code/:file{qr\\.svg|qr\\.png|poster\\.pdf|slide\\.pdf}',
    ...{ example: '/go/iit/none/qr.svg', who: 'anyone' },
  },
]

const signIn = 'ALL /auth/*'

const otherRows: readonly AccessRow[] = [
  { route: 'ALL /assets/*', example: '/assets/none', who: 'anyone' },
  { route: 'ALL /scripts/*', example: '/scripts/none', who: 'anyone' },
  { route: signIn, example: '/auth/list-sessions', who: 'anyone', note: 'closed to all: 404' },
  { route: signIn, example: '/auth/passkey/generate-register-options', who: somewhere(canSetSecondFactor) },
  {
    route: signIn,
    example: '/auth/passkey/verify-registration',
    json: { response: {} },
    who: somewhere(canSetSecondFactor),
  },
  { route: signIn, example: '/auth/passkey/generate-authenticate-options', who: 'anyone' },
  { route: signIn, example: '/auth/passkey/verify-authentication', json: {}, who: 'anyone' },
  { route: signIn, example: '/auth/callback/oidc', who: 'anyone' },
]

export const programRows: readonly AccessRow[] = [
  ...apiRows,
  ...disclosureProgramRows,
  ...respondRows,
  ...otherRows,
]
