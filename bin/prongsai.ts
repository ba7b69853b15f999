/** The operator's command line. */
import { makeProgram } from '#cli/program.ts'
import { runProgram } from '#cli/run.ts'

await runProgram(async () => {
  await makeProgram().parseAsync()
})
