/** `prongsai disclosure`: the items agencies disclose, and the links they give for them. */
import { Command } from 'commander'
import { boardCommand, gapCommand } from './disclosure-board.ts'
import { confirmCommand } from './disclosure-confirm.ts'
import { watchCommand } from './disclosure-watch.ts'
import { answerCommand, approveCommand, assignCommand, submitCommand } from './disclosure-work.ts'

export function disclosureCommand(): Command {
  return new Command('disclosure')
    .description('OIT items and their links')
    .addCommand(boardCommand())
    .addCommand(gapCommand())
    .addCommand(assignCommand())
    .addCommand(answerCommand())
    .addCommand(approveCommand())
    .addCommand(submitCommand())
    .addCommand(confirmCommand())
    .addCommand(watchCommand())
}
