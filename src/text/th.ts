/** Every Thai sentence a person reads. Its shape is the type that English must match. */
import { accessProblems, permissionNames, roleNames } from './th/access.ts'
import { accountProblems, accounts } from './th/accounts.ts'
import { apiProblems, apiReference } from './th/api.ts'
import { auditProblems, auditText } from './th/audit.ts'
import { cli } from './th/cli.ts'
import { frameworkProblems } from './th/frameworks.ts'
import { generalProblems } from './th/general.ts'
import { interviewProblems, interviews } from './th/interviews.ts'
import { mail, mailProblems } from './th/mail.ts'
import { mailCodes, mailCodesProblems } from './th/mail-codes.ts'
import { ownAgency } from './th/own-agency.ts'
import { provisional } from './th/provisional.ts'
import { site } from './th/public.ts'
import { published } from './th/published.ts'
import { registry, registryProblems, tableProblems } from './th/registry.ts'
import { report, reportProblems } from './th/report.ts'
import { resultProblems } from './th/results.ts'
import { roundProblems, rounds } from './th/rounds.ts'
import { scoring, scoringProblems } from './th/scoring.ts'
import { signIn, signInProblems } from './th/sign-in.ts'
import { surveyProblems, surveys } from './th/surveys.ts'
import { surveysWork, surveysWorkProblems } from './th/surveys-work.ts'
import { today } from './th/today.ts'
import { workspace, workspaceProblems } from './th/workspace.ts'

export const th = {
  language: 'th' as const,
  accounts,
  apiReference,
  audit: auditText,
  cli,
  interviews,
  mail,
  mailCodes,
  ownAgency,
  site,
  provisional,
  published,
  registry,
  report,
  rounds,
  scoring,
  surveys,
  surveysWork,
  signIn,
  today,
  workspace,
  permissions: permissionNames,
  roles: roleNames,
  problems: {
    ...accessProblems,
    ...apiProblems,
    ...accountProblems,
    ...generalProblems,
    ...auditProblems,
    ...registryProblems,
    ...tableProblems,
    ...frameworkProblems,
    ...scoringProblems,
    ...roundProblems,
    ...resultProblems,
    ...surveyProblems,
    ...surveysWorkProblems,
    ...interviewProblems,
    ...reportProblems,
    ...signInProblems,
    ...workspaceProblems,
    ...mailProblems,
    ...mailCodesProblems,
    ...site.problems,
  },
}
