/** What can be taken away: the report, the score sheet and the year's table. */
import type { AgencyResult } from '#modules/results/result.ts'
import { agencyPath, rankingCsvPath } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'

export function Downloads({ result }: { readonly result: AgencyResult }) {
  const { language, text, to } = useReader()
  const words = text.site.agency
  const { agency, fiscalYear, frameworkHash, hasSheet } = result
  const hasReport = frameworkHash !== null
  const own = agencyPath(agency.code, fiscalYear)
  return (
    <section className="downloads" aria-labelledby="downloads">
      <h2 id="downloads">{words.downloads}</h2>
      <ul className="ways-on">
        {hasReport && (
          <li>
            <a href={to(`${own}/report.pdf`)}>{words.report}</a>
          </li>
        )}
        {hasReport && language === 'th' && (
          <li>
            <a href={to(`${own}/report.pdf?digits=thai`)}>{words.reportThaiDigits}</a>
          </li>
        )}
        {hasSheet && (
          <li>
            <a href={to(`${own}/sheet.json`)}>{words.sheet}</a>
          </li>
        )}
        <li>
          <a href={to(rankingCsvPath({ year: fiscalYear }))}>{words.csv}</a>
        </li>
      </ul>
    </section>
  )
}
