/** Sets an agency's result of one year as a PDF: figures, trend, recommendations and notes, fit to be signed and filed. */
import { fileURLToPath } from 'node:url'
import type { ItemOutcome } from '#modules/disclosure/assessment/clarification-outcome.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import type { AgencyResult, TrendPoint } from '#modules/results/result.ts'
import { renderPdf } from '#platform/documents/typst.ts'
import { trendChart } from './charts.ts'
import type { Recommendations } from './recommendation.ts'
import { questionsContent, recommendationsContent } from './report-advice.ts'
import { clarificationContent } from './report-clarification.ts'
import {
  headerContent,
  indicatorsContent,
  instrumentsContent,
  summaryContent,
  trendContent,
} from './report-figures.ts'
import { notesContent } from './report-notes.ts'
import { inDigits, type Language, makeSpeaker, type Speaker } from './report-words.ts'

export interface ReportOptions {
  readonly digits: 'thai' | 'arabic'
  /** The framework the result is read by. */
  readonly framework: Framework
  /** Thai unless asked otherwise. */
  readonly language?: Language
  /** Of the items as they were assessed here; left out where they were not. */
  readonly outcomes?: readonly ItemOutcome[]
}

const template = fileURLToPath(new URL('./result-report.typ', import.meta.url))
/** As many digits of a hash as tell two versions apart. */
const hashDigits = 12

/** The report as PDF, A4. The same result gives the same bytes. */
export async function renderResultReport(
  result: AgencyResult,
  recommendations: Recommendations,
  { digits, framework, language = 'th', outcomes = [] }: ReportOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const speaker = makeSpeaker(language)
  const content = contentOf({ framework, result, recommendations }, speaker)
  const trend = trendOf(result)
  const chart = trend.length > 1 ? trendChart(trend, language, { digits, print: true }) : null
  const data = {
    ...inDigits(content, digits),
    clarification: clarificationContent(outcomes, speaker, digits),
    language,
    digits,
    hashes: hashesOf(result, speaker),
    hasChart: chart !== null,
  }
  return renderPdf(template, data, chart === null ? {} : { 'trend.svg': chart })
}

interface Reported {
  readonly framework: Framework
  readonly result: AgencyResult
  readonly recommendations: Recommendations
}

function contentOf({ framework, result, recommendations }: Reported, speaker: Speaker) {
  const { text, say } = speaker
  const agency = say(result.agency.name)
  const isRanked = result.indicators.some(({ rank }) => rank !== null)
  return {
    documentTitle: text.documentTitle({ agency, year: result.fiscalYear }),
    footer: text.footer({ agency, year: result.fiscalYear }),
    page: text.page({ page: '{page}', pages: '{pages}' }),
    headings: {
      instruments: text.instruments.heading,
      indicators: isRanked ? text.indicators.heading : text.indicators.headingUnranked,
      trend: text.trend.heading,
      recommendations: text.recommendations.heading,
      questions: text.questions.heading,
      notes: text.notes.heading,
    },
    header: headerContent(result, speaker),
    summary: summaryContent(framework, result, speaker),
    instruments: instrumentsContent(result, recommendations, speaker),
    indicators: indicatorsContent(result, speaker),
    trend: trendContent(trendOf(result), speaker),
    recommendations: recommendationsContent(result, recommendations, speaker),
    questions: questionsContent(framework, result, speaker),
    notes: notesContent({ framework, result, recommendations }, speaker),
  }
}

/** A report of a year knows nothing of the years after it. */
function trendOf({ trend, fiscalYear }: AgencyResult): TrendPoint[] {
  return trend.filter((point) => point.fiscalYear <= fiscalYear)
}

/** Hashes keep the digits they are made of. */
function hashesOf({ frameworkHash, sheetHash }: AgencyResult, { text }: Speaker): string {
  const named = [
    [text.frameworkHash, frameworkHash],
    [text.sheetHash, sheetHash],
  ] as const
  return named.flatMap(([name, hash]) => (hash ? [`${name} ${hash.slice(0, hashDigits)}`] : [])).join(' · ')
}
