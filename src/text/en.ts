/** Every English sentence a person reads, written for the same reader as the Thai. */
import { auditProblems, auditText } from './en/audit.ts'
import { cli } from './en/cli.ts'
import { frameworkProblems } from './en/frameworks.ts'
import { generalProblems } from './en/general.ts'
import { site } from './en/public.ts'
import { registry, registryProblems, tableProblems } from './en/registry.ts'
import { report, reportProblems } from './en/report.ts'
import { resultProblems } from './en/results.ts'
import { roundProblems, rounds } from './en/rounds.ts'
import { scoring, scoringProblems } from './en/scoring.ts'
import type { Text } from './text.ts'

export const en: Text = {
  language: 'en' as const,
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
