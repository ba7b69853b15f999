/** Every English sentence a person reads, written for the same reader as the Thai. */
import { accessProblems, permissionNames, roleNames } from './en/access.ts'
import { accountProblems, accounts } from './en/accounts.ts'
import { apiProblems, apiReference } from './en/api.ts'
import { auditProblems, auditText } from './en/audit.ts'
import { cli } from './en/cli.ts'
import { frameworkProblems } from './en/frameworks.ts'
import { generalProblems } from './en/general.ts'
import { interviewProblems, interviews } from './en/interviews.ts'
import { mail, mailProblems } from './en/mail.ts'
import { mailCodes, mailCodesProblems } from './en/mail-codes.ts'
import { ownAgency } from './en/own-agency.ts'
import { provisional } from './en/provisional.ts'
import { site } from './en/public.ts'
import { published } from './en/published.ts'
import { registry, registryProblems, tableProblems } from './en/registry.ts'
import { report, reportProblems } from './en/report.ts'
import { resultProblems } from './en/results.ts'
import { roundProblems, rounds } from './en/rounds.ts'
import { scoring, scoringProblems } from './en/scoring.ts'
import { signIn, signInProblems } from './en/sign-in.ts'
import { surveyProblems, surveys } from './en/surveys.ts'
import { surveysWork, surveysWorkProblems } from './en/surveys-work.ts'
import { today } from './en/today.ts'
import { workspace, workspaceProblems } from './en/workspace.ts'
import type { Text } from './text.ts'

export const en: Text = {
  language: 'en' as const,
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
