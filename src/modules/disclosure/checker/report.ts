/** A check as programs and people read it: in the shape of `prongsai check --json`, with each fix as a sentence. Pure. */
import { checker as english } from '#text/en/checker.ts'
import type { Values } from '#text/text.ts'
import { checker as thai } from '#text/th/checker.ts'
import type { CheckFinding, CheckReport } from '../check-report.ts'

export interface LinkReport {
  readonly url: string
  readonly finalUrl: string
  readonly verdict: CheckReport['verdict']
  readonly onMainSite: boolean | null
  readonly contentType: string | null
  readonly sha256: string | null
  readonly findings: readonly {
    readonly element: string
    readonly result: CheckFinding['result']
    readonly quote: string
    /** Empty where there is nothing to mend. */
    readonly fix: string
  }[]
}

export function toReport(checked: CheckReport, language: 'th' | 'en'): LinkReport {
  const { url, finalUrl, verdict, onMainSite, contentType, sha256, findings } = checked
  const written = findings.map(({ element, result, quote, fix }) => ({
    element,
    result,
    quote,
    fix: writeFix(fix, language),
  }))
  return { url, finalUrl, verdict, onMainSite, contentType, sha256, findings: written }
}

/** The sentence that says how to mend it; empty where there is nothing to mend. */
export function writeFix(fix: CheckFinding['fix'], language: 'th' | 'en'): string {
  if (!fix) return ''
  const fixes: Readonly<Record<string, (values: Values) => string>> =
    language === 'en' ? english.fixes : thai.fixes
  return fixes[fix.code]?.(fix.parameters) ?? fix.code
}
