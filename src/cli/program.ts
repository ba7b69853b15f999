/** The commands of `prongsai`. */
import { Command } from 'commander'
import { agenciesCommand } from './agencies.ts'
import { auditCommand } from './audit.ts'
import { demoCommand } from './demo/command.ts'
import { frameworkCommand } from './framework.ts'
import { reportCommand } from './report.ts'
import { resultsCommand } from './results.ts'
import { roundsCommand } from './rounds.ts'
import { scoreCommand } from './score.ts'
import { verifyCommand } from './verify.ts'

export function makeProgram(): Command {
  return new Command('prongsai')
    .description('ITA: frameworks, scores, results and reports')
    .addCommand(frameworkCommand())
    .addCommand(scoreCommand())
    .addCommand(verifyCommand())
    .addCommand(reportCommand())
    .addCommand(resultsCommand())
    .addCommand(agenciesCommand())
    .addCommand(roundsCommand())
    .addCommand(auditCommand())
    .addCommand(demoCommand())
}
