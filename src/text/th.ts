/** Every Thai sentence a person reads. Its shape is the type that English must match. */
import { accessProblems, permissionNames, roleNames } from './th/access.ts'
import { accountProblems, accounts } from './th/accounts.ts'
import { apiProblems, apiReference } from './th/api.ts'
import { assessmentProblems } from './th/assessment.ts'
import { assessmentWork, assessmentWorkProblems } from './th/assessment-work.ts'
import { auditProblems, auditText } from './th/audit.ts'
import { checker, checkerProblems } from './th/checker.ts'
import { cli } from './th/cli.ts'
import { disclosureCli } from './th/disclosure-cli.ts'
import { disclosureWork, disclosureWorkProblems } from './th/disclosure-work.ts'
import { eventNames } from './th/events.ts'
import { frameworkProblems } from './th/frameworks.ts'
import { generalProblems } from './th/general.ts'
import { interviewProblems, interviews } from './th/interviews.ts'
import { itemActNames, itemProblems, itemStateNames, itemsExport, reasonKindNames } from './th/items.ts'
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
import { toDo } from './th/to-do.ts'
import { today } from './th/today.ts'
import { watching, watchingProblems } from './th/watching.ts'
import { workspace, workspaceProblems } from './th/workspace.ts'

export const th = {
  language: 'th' as const,
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
