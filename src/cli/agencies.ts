/** `prongsai agencies import | list`: the registry of agencies, taken in from a list and given out as one. */
import { Command } from 'commander'
import { agenciesImportCommand } from './agencies-import.ts'
import { agenciesListCommand } from './agencies-list.ts'

export function agenciesCommand(): Command {
  return new Command('agencies')
    .description('the registry of agencies')
    .addCommand(agenciesImportCommand())
    .addCommand(agenciesListCommand())
}
