/** What `prongsai check` prints for people: each link with its verdict, and what to look at or mend. */
import type { CheckFinding, CheckReport } from '#modules/disclosure/check-report.ts'
import { writeFix } from '#modules/disclosure/checker/report.ts'
import type { Text } from '#text/text.ts'

export function checkLines(reports: readonly CheckReport[], text: Text): string[] {
  const findings = reports.flatMap((report) => report.findings)
  const count = (result: CheckFinding['result']) => findings.filter((each) => each.result === result).length
  const summary = { links: reports.length, fails: count('fail'), warns: count('warn') }
  return [...reports.flatMap((report) => linkLines(report, text)), text.checker.command.summary(summary)]
}

function linkLines({ url, finalUrl, verdict, findings }: CheckReport, text: Text): string[] {
  const { verdicts, command } = text.checker
  return [
    url,
    `  ${verdict} · ${verdicts[verdict]}`,
    ...(finalUrl === url ? [] : [`  ${command.finalUrl({ url: finalUrl })}`]),
    ...findings.flatMap((finding) => findingLines(finding, text)),
    '',
  ]
}

function findingLines({ element, result, quote, fix }: CheckFinding, { checker, language }: Text): string[] {
  const names: Readonly<Record<string, string>> = checker.checks
  return [
    `  [${checker.results[result]}] ${names[element] ?? element}`,
    ...(quote === '' ? [] : [`      ${checker.command.quote({ quote })}`]),
    ...(fix === null ? [] : [`      ${checker.command.fix({ fix: writeFix(fix, language) })}`]),
  ]
}
