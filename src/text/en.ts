/** Every English sentence a person reads, written for the same reader as the Thai. */
import { accessProblems, permissionNames, roleNames } from './en/access.ts'
import { accountProblems, accounts } from './en/accounts.ts'
import { apiProblems, apiReference } from './en/api.ts'
import { assessmentProblems } from './en/assessment.ts'
import { assessmentWork, assessmentWorkProblems } from './en/assessment-work.ts'
import { auditProblems, auditText } from './en/audit.ts'
import { checker, checkerProblems } from './en/checker.ts'
import { cli } from './en/cli.ts'
import { disclosureCli } from './en/disclosure-cli.ts'
import { disclosureWork, disclosureWorkProblems } from './en/disclosure-work.ts'
import { eventNames } from './en/events.ts'
import { frameworkProblems } from './en/frameworks.ts'
import { generalProblems } from './en/general.ts'
import { interviewProblems, interviews } from './en/interviews.ts'
import { itemActNames, itemProblems, itemStateNames, itemsExport, reasonKindNames } from './en/items.ts'
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
import { toDo } from './en/to-do.ts'
import { today } from './en/today.ts'
import { watching, watchingProblems } from './en/watching.ts'
import { workspace, workspaceProblems } from './en/workspace.ts'
import type { Text } from './text.ts'

export const en: Text = {
  language: 'en' as const,
  accounts,
  apiReference,
  assessmentWork,
  audit: auditText,
  checker,
  cli,
  disclosureCli,
  disclosureWork,
  events: eventNames,
  interviews,
  itemStates: itemStateNames,
  itemActs: itemActNames,
  itemReasons: reasonKindNames,
  itemsExport,
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
  toDo,
  today,
  watching,
  workspace,
  permissions: permissionNames,
  roles: roleNames,
  problems: {
    ...accessProblems,
    ...apiProblems,
    ...accountProblems,
    ...generalProblems,
    ...checkerProblems,
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
    ...itemProblems,
    ...disclosureWorkProblems,
    ...assessmentProblems,
    ...assessmentWorkProblems,
    ...reportProblems,
    ...signInProblems,
    ...watchingProblems,
    ...workspaceProblems,
    ...mailProblems,
    ...mailCodesProblems,
    ...site.problems,
  },
}
