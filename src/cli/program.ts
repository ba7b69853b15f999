/** The commands of `prongsai`. */
import { Command } from 'commander'
import { accountsCommand } from './accounts.ts'
import { agenciesCommand } from './agencies.ts'
import { auditCommand } from './audit.ts'
import { checkCommand } from './check.ts'
import { demoCommand } from './demo/command.ts'
import { disclosureCommand } from './disclosure.ts'
import { frameworkCommand } from './framework.ts'
import { peopleCommand } from './people.ts'
import { reportCommand } from './report.ts'
import { resultsCommand } from './results.ts'
import { roundsCommand } from './rounds.ts'
import { scoreCommand } from './score.ts'
import { surveysCommand } from './surveys.ts'
import { unitsCommand } from './units.ts'
import { verifyCommand } from './verify.ts'

export function makeProgram(): Command {
  return new Command('prongsai')
    .description('ITA: frameworks, scores, results and reports')
    .addCommand(frameworkCommand())
    .addCommand(scoreCommand())
    .addCommand(verifyCommand())
    .addCommand(checkCommand())
    .addCommand(reportCommand())
    .addCommand(resultsCommand())
    .addCommand(accountsCommand())
    .addCommand(agenciesCommand())
    .addCommand(unitsCommand())
    .addCommand(peopleCommand())
    .addCommand(roundsCommand())
    .addCommand(surveysCommand())
    .addCommand(disclosureCommand())
    .addCommand(auditCommand())
    .addCommand(demoCommand())
}
