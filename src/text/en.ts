/** Every English sentence a person reads, written for the same reader as the Thai. */
import { auditProblems, auditText } from './en/audit.ts'
import { cli } from './en/cli.ts'
import { frameworkProblems } from './en/frameworks.ts'
import { generalProblems } from './en/general.ts'
import { site } from './en/public.ts'
import { report, reportProblems } from './en/report.ts'
import { resultProblems } from './en/results.ts'
import { scoring, scoringProblems } from './en/scoring.ts'
import type { Text } from './text.ts'

export const en: Text = {
  language: 'en' as const,
  audit: auditText,
  cli,
  site,
  report,
  scoring,
  problems: {
    ...generalProblems,
    ...auditProblems,
    ...frameworkProblems,
    ...scoringProblems,
    ...resultProblems,
    ...reportProblems,
    ...site.problems,
  },
}
