/**
 * The access matrix: who may use each route of every door. A new route needs a row here, or several where what is sent
 * decides; `tests/e2e/access.spec.ts` drives each with nobody and with every role.
 */
import {
  canDisableAccount,
  canEnableAccount,
  canGiveGrant,
  canInvite,
  canListAccounts,
  canReadAudit,
  canRemoveSecondFactor,
  canSetSecondFactor,
  canWork,
} from '#modules/accounts/access.ts'
import {
  canAddPerson,
  canAddUnit,
  canAnonymisePerson,
  canChangeAgency,
  canChangePerson,
  canChangeUnit,
  canCloseUnit,
  canImportAgencies,
  canImportPeople,
  canImportUnits,
  canRegisterAgencies,
  canRemovePerson,
  canSeePeople,
  canSeeRegistry,
} from '#modules/registry/access.ts'
import {
  canCloseRound,
  canEnrolAgencies,
  canExtendPhase,
  canOpenRound,
  canSchedulePhase,
  canSeeRounds,
} from '#modules/rounds/access.ts'
import { type AccessRow, at, atCentre, somewhere } from './access-row.ts'

/** The agency of the demo in which most of its people work. */
export const home = 'TMB-03'

const nobodysId = '00000000-0000-7000-8000-000000000000'
const fileOf = (text: string) => Buffer.from(text).toString('base64')
const look = (text: string) => ({ act: 'preview', 'kept-name': 'list.csv', kept: fileOf(text) })

const publicPages: readonly AccessRow[] = [
  { route: 'GET /', who: 'anyone' },
  { route: 'GET /results', who: 'anyone' },
  { route: 'GET /results.csv', example: '/results.csv?year=2568', who: 'anyone' },
  { route: 'GET /agencies/:code', example: '/agencies/DIPROM', who: 'anyone' },
  { route: 'GET /agencies/:code/:year', example: '/agencies/DIPROM/2567', who: 'anyone' },
  {
    route: 'GET /agencies/:code/:year/explain/*',
    example: '/agencies/DIPROM/2568/explain/total',
    who: 'anyone',
  },
  {
    ...{ route: 'GET /agencies/:code/:year/report.pdf', example: '/agencies/DIPROM/2561/report.pdf' },
    ...{ who: 'anyone', note: 'of a year without results, as a report takes a second to write' },
  },
  {
    route: 'GET /agencies/:code/:year/sheet.json',
    example: '/agencies/DIPROM/2568/sheet.json',
    who: 'anyone',
  },
  { route: 'GET /frameworks', who: 'anyone' },
  { route: 'GET /frameworks/:year', example: '/frameworks/2568', who: 'anyone' },
  { route: 'GET /rounds', who: 'anyone' },
  { route: 'GET /rounds/:year', example: '/rounds/2568', who: 'anyone' },
  { route: 'GET /open-data', who: 'anyone' },
]

const twoPasswords = { password: 'one', 'password-again': 'another' }

const entryPages: readonly AccessRow[] = [
  { route: 'GET /start', who: 'anyone' },
  { route: 'POST /start', form: twoPasswords, who: 'anyone' },
  { route: 'GET /sign-in', who: 'anyone' },
  { route: 'POST /sign-in', form: { email: '', password: '' }, who: 'anyone', answers403: true },
  { route: 'GET /sign-in/second-factor', who: 'anyone' },
  { route: 'POST /sign-in/second-factor', form: {}, who: 'anyone', answers403: true },
  { route: 'GET /sign-in/forgotten', who: 'anyone' },
  { route: 'POST /sign-in/forgotten', form: { email: '' }, who: 'anyone' },
  { route: 'GET /sign-in/provider', who: 'anyone' },
  { route: 'POST /sign-out', form: {}, who: 'anyone', isLast: true },
  { route: 'GET /reset-password/:token', example: '/reset-password/none', who: 'anyone' },
  {
    route: 'POST /reset-password/:token',
    example: '/reset-password/none',
    form: twoPasswords,
    who: 'anyone',
  },
  { route: 'GET /invitations/:token', example: '/invitations/none', who: 'anyone' },
  { route: 'POST /invitations/:token', example: '/invitations/none', form: twoPasswords, who: 'anyone' },
]

const onAgency = { example: `/work/agencies/${home}` }
const onUnits = { example: `/work/agencies/${home}/units` }
const onPeople = { example: `/work/agencies/${home}/people` }
const noUnit = { unit: 'NONE', 'NONE-closedOn': '1/1/2568' }

const registryPages: readonly AccessRow[] = [
  { route: 'GET /work/agencies', who: somewhere(canSeeRegistry) },
  { route: 'GET /work/agencies/new', who: somewhere(canRegisterAgencies) },
  { route: 'POST /work/agencies/new', form: {}, who: somewhere(canRegisterAgencies) },
  { route: 'GET /work/agencies/export', who: somewhere(canSeeRegistry) },
  { route: 'GET /work/agencies/:code', ...onAgency, who: at(home, canSeeRegistry) },
  { route: 'POST /work/agencies/:code', ...onAgency, form: {}, who: somewhere(canSeeRegistry) },
  {
    ...{ route: 'POST /work/agencies/:code', ...onAgency, form: { act: 'change', website: 'none' } },
    who: [...somewhere(canSeeRegistry), ...at(home, canChangeAgency)],
  },
  { route: 'GET /work/agencies/:code/units', ...onUnits, who: at(home, canSeeRegistry) },
  { route: 'POST /work/agencies/:code/units', ...onUnits, form: {}, who: somewhere(canSeeRegistry) },
  { route: 'POST /work/agencies/:code/units', ...onUnits, form: { act: 'add' }, who: at(home, canAddUnit) },
  {
    ...{ route: 'POST /work/agencies/:code/units', ...onUnits, form: { act: 'change', ...noUnit } },
    who: at(home, canChangeUnit),
  },
  {
    ...{ route: 'POST /work/agencies/:code/units', ...onUnits, form: { act: 'close', ...noUnit } },
    who: at(home, canCloseUnit),
  },
  { route: 'GET /work/agencies/:code/people', ...onPeople, who: at(home, canSeePeople) },
  { route: 'POST /work/agencies/:code/people', ...onPeople, form: {}, who: somewhere(canSeePeople) },
  {
    route: 'POST /work/agencies/:code/people',
    ...onPeople,
    form: { act: 'add' },
    who: at(home, canAddPerson),
  },
  {
    ...{
      route: 'POST /work/agencies/:code/people',
      ...onPeople,
      form: { act: 'change', person: '{person}' },
    },
    who: at(home, canChangePerson),
  },
  {
    ...{ route: 'POST /work/agencies/:code/people', ...onPeople },
    form: { act: 'remove', person: '{person}', '{person}-leftOn': '1/1/2568' },
    ...{ who: at(home, canRemovePerson), isLast: true },
  },
  {
    ...{ route: 'POST /work/agencies/:code/people', ...onPeople },
    form: { act: 'anonymise', person: '{person}' },
    ...{ who: at(home, canAnonymisePerson), isLast: true },
  },
  { route: 'GET /work/import/:kind', example: '/work/import/agencies', who: somewhere(canImportAgencies) },
  { route: 'GET /work/import/:kind', example: '/work/import/units', who: somewhere(canImportUnits) },
  { route: 'GET /work/import/:kind', example: '/work/import/people', who: somewhere(canImportPeople) },
  {
    ...{ route: 'POST /work/import/:kind', example: '/work/import/agencies' },
    ...{ form: look('code,name_th,type\nA,B,C\n'), who: somewhere(canImportAgencies) },
  },
  {
    ...{ route: 'POST /work/import/:kind', example: '/work/import/units' },
    ...{ form: look('agency,code,name_th\nA,B,C\n'), who: somewhere(canImportUnits) },
  },
  {
    ...{ route: 'POST /work/import/:kind', example: '/work/import/people' },
    ...{ form: look('agency,name,email\nA,B,C\n'), who: somewhere(canImportPeople) },
  },
  {
    ...{ route: 'GET /work/import/:kind/:id', example: `/work/import/units/${nobodysId}` },
    ...{ who: somewhere(canSeeRegistry), note: "somebody else's import is said not to be there" },
  },
]

const onAccount = { route: 'POST /work/accounts/:id', example: `/work/accounts/${nobodysId}` }
const executive = { role: 'executive', agency: home }

const accountPages: readonly AccessRow[] = [
  { route: 'GET /work/accounts', who: somewhere(canListAccounts) },
  { route: 'POST /work/accounts', form: { invitation: 'none' }, who: somewhere(canListAccounts) },
  { route: 'GET /work/accounts/invite', who: somewhere(canInvite) },
  { route: 'POST /work/accounts/invite', form: { ...executive, email: 'none' }, who: at(home, canInvite) },
  { route: 'GET /work/accounts/:id', example: '/work/accounts/{account}', who: at(home, canListAccounts) },
  { ...onAccount, form: {}, who: somewhere(canListAccounts) },
  { ...onAccount, form: { act: 'give', ...executive }, who: at(home, canGiveGrant) },
  { ...onAccount, form: { act: 'end', grant: nobodysId }, who: somewhere(canListAccounts) },
  { ...onAccount, form: { act: 'disable' }, who: atCentre(canDisableAccount) },
  { ...onAccount, form: { act: 'enable' }, who: atCentre(canEnableAccount) },
  { ...onAccount, form: { act: 'removeSecondFactor' }, who: atCentre(canRemoveSecondFactor) },
  { route: 'GET /work/audit', who: somewhere(canReadAudit) },
  { route: 'GET /work/profile', who: somewhere(canWork) },
  { route: 'POST /work/profile', form: {}, who: somewhere(canWork) },
  { route: 'GET /work/profile/second-factor', who: somewhere(canSetSecondFactor) },
  {
    route: 'POST /work/profile/second-factor',
    form: { act: 'confirm' },
    who: somewhere(canSetSecondFactor),
    answers403: true,
  },
]

const onRound = { route: 'POST /work/rounds/:year', example: '/work/rounds/2561' }
const someDays = { phase: 'none', 'none-opensOn': '1/10/2560', 'none-closesOn': '2/10/2560' }
const moreTime = { act: 'extend', agency: home, phase: 'none', until: '2/10/2560' }

const roundPages: readonly AccessRow[] = [
  { route: 'GET /work', who: somewhere(canWork) },
  { route: 'GET /work/rounds', who: somewhere(canSeeRounds) },
  { route: 'POST /work/rounds', form: { year: 'none' }, who: somewhere(canOpenRound) },
  { route: 'GET /work/rounds/:year', example: '/work/rounds/2568', who: somewhere(canSeeRounds) },
  { ...onRound, form: {}, who: somewhere(canSeeRounds) },
  { ...onRound, form: { act: 'schedule', ...someDays }, who: atCentre(canSchedulePhase) },
  { ...onRound, form: moreTime, who: atCentre(canExtendPhase) },
  { ...onRound, form: { act: 'enrol', codes: 'NOWHERE' }, who: atCentre(canEnrolAgencies) },
  { ...onRound, form: { act: 'close' }, who: atCentre(canCloseRound) },
]

export const webRows: readonly AccessRow[] = [
  ...publicPages,
  ...entryPages,
  ...registryPages,
  ...accountPages,
  ...roundPages,
]
