/** Runs a program to its end: a Problem becomes sentences on standard error and exit code 1. */
import { DatabaseError } from 'pg'
import { Problem } from '#base/problem.ts'
import { problemText, type Text } from '#text/text.ts'
import { languageOf, textOf } from './language.ts'
import { printError } from './output.ts'

export async function runProgram(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    const text = textOf(languageOf(process.argv))
    for (const line of describe(error, text)) printError(line)
    process.exitCode = 1
  }
}

function describe(error: unknown, text: Text): string[] {
  if (error instanceof Problem) return describeProblem(error, text)
  if (isConnectionError(error)) return [problemText(text, 'database.unavailable', {})]
  return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
}

/** One line a finding, `file:line: what to mend`; what is in no file stands under the problem's own sentence. */
function describeProblem({ code, parameters, findings }: Problem, text: Text): string[] {
  const isOfFiles = findings.some(({ file }) => file !== undefined)
  const lines = findings.map((finding) => {
    const place = finding.file ? `${finding.file}:${finding.line ? `${finding.line}:` : ''} ` : ''
    return `${place}${problemText(text, finding.code, finding.parameters ?? {})}`
  })
  return isOfFiles ? lines : [problemText(text, code, parameters), ...lines.map((line) => `  ${line}`)]
}

function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DatabaseError) return false
  const { code } = error as { code?: string }
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ECONNRESET'
}
