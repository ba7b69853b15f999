/** Every Thai sentence a person reads. Its shape is the type that English must match. */
import { auditProblems, auditText } from './th/audit.ts'
import { cli } from './th/cli.ts'
import { frameworkProblems } from './th/frameworks.ts'
import { generalProblems } from './th/general.ts'
import { site } from './th/public.ts'
import { registry, registryProblems, tableProblems } from './th/registry.ts'
import { report, reportProblems } from './th/report.ts'
import { resultProblems } from './th/results.ts'
import { roundProblems, rounds } from './th/rounds.ts'
import { scoring, scoringProblems } from './th/scoring.ts'

export const th = {
  language: 'th' as const,
  audit: auditText,
  cli,
  site,
  registry,
  report,
  rounds,
  scoring,
  problems: {
    ...generalProblems,
    ...auditProblems,
    ...registryProblems,
    ...tableProblems,
    ...frameworkProblems,
    ...scoringProblems,
    ...roundProblems,
    ...resultProblems,
    ...reportProblems,
    ...site.problems,
  },
}
