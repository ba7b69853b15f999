/** The figures of the result report: summary, instruments, indicators and trend, as the template sets them. Pure. */
import { decimal, format } from '#base/decimal.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import type {
  AgencyResult,
  InstrumentResult,
  Rank,
  RankScope,
  Rating,
  TrendPoint,
} from '#modules/results/result.ts'
import type { Recommendations } from './recommendation.ts'
import { type Speaker, scoreBefore, signed } from './report-words.ts'

/** As many years as stand side by side on a page. */
const trendYears = 8
const rankScopes: readonly RankScope[] = ['nation', 'type', 'ministry', 'province']

export function headerContent(result: AgencyResult, { text, say }: Speaker) {
  const { agency } = result
  const details = [
    say(agency.type.name),
    ...(agency.ministry ? [say(agency.ministry.name)] : []),
    ...(agency.province ? [text.province({ name: say(agency.province.name) })] : []),
    text.code({ code: agency.code }),
  ]
  return {
    title: text.title,
    year: text.year({ year: result.fiscalYear }),
    agency: say(agency.name),
    details: details.join(' · '),
    imaginary: agency.isImaginary ? text.imaginary : null,
  }
}

export function summaryContent(framework: Framework, result: AgencyResult, speaker: Speaker) {
  const { text, say } = speaker
  return {
    totalLabel: text.summary.total,
    total: result.total,
    scale: text.summary.scale,
    totalUnknown: text.summary.totalUnknown,
    ratingLabel: text.summary.rating,
    rating: result.rating && { name: say(result.rating.name), step: result.rating.step },
    ratingUnknown: text.summary.ratingUnknown,
    reason: reasonOf(framework, result, speaker),
    facts: [...changeFact(result, speaker), ...rankFacts(result, speaker)],
  }
}

function reasonOf(framework: Framework, result: AgencyResult, speaker: Speaker): string {
  const reason = reasonOfRating(framework, result, speaker)
  const { derivedRating } = speaker.text.summary
  return result.derived.includes('rating') ? `${reason} (${derivedRating})` : reason
}

function reasonOfRating(
  framework: Framework,
  { rating, decidedBy }: AgencyResult,
  { text, say }: Speaker,
): string {
  if (!rating) return text.summary.undecided
  const ratingName = say(rating.name)
  const [first] = decidedBy
  if (first) {
    const deciders = decidedBy.map((each) =>
      text.summary.decider({ name: say(each.name), score: each.score }),
    )
    return text.summary.decided({
      rating: ratingName,
      list: deciders.join(text.summary.and),
      line: first.line,
    })
  }
  const description = framework.rating.levels.find(({ id }) => id === rating.id)?.description
  return description
    ? text.summary.described({ rating: ratingName, description: say(description) })
    : text.summary.rated({ rating: ratingName })
}

interface Fact {
  readonly label: string
  readonly value: string
  readonly detail: string
}

function changeFact(result: AgencyResult, { text }: Speaker): Fact[] {
  const before = scoreBefore(result.total, result.change)
  const value = signed(result.change)
  if (before === null || value === null) return []
  const steps = result.ratingChange
  const moved =
    steps === null
      ? []
      : [
          steps === 0
            ? text.summary.sameRating
            : steps > 0
              ? text.summary.betterRating({ steps })
              : text.summary.worseRating({ steps: -steps }),
        ]
  const from = text.summary.changeFrom({ year: result.fiscalYear - 1, score: before })
  return [{ label: text.summary.change, value, detail: [from, ...moved].join(' · ') }]
}

/** Published places, and computed ones where there is anybody to be compared with. */
function rankFacts({ agency, imported, origin, ranks }: AgencyResult, { text }: Speaker): Fact[] {
  const words = text.summary
  const detailOf = agency.isImaginary ? words.rankOfImaginary : words.rankOf
  return rankScopes.flatMap((scope) => {
    const published = imported?.ranks[scope]
    const computed = origin === 'computed' ? ranks[scope] : undefined
    const fact = ({ place }: Rank, detail: string) => ({
      label: words.rankScopes[scope],
      value: words.rank({ place }),
      detail,
    })
    return [
      ...(published ? [fact(published, words.rankPublished({ of: published.of }))] : []),
      ...(computed && computed.of > 1 ? [fact(computed, detailOf({ of: computed.of }))] : []),
    ]
  })
}

/** Parts of an instrument stand under it, where it has any. */
export function instrumentsContent(
  result: AgencyResult,
  { target, instruments }: Recommendations,
  speaker: Speaker,
) {
  const words = speaker.text.instruments
  const order: string[] = instruments.flatMap(({ id, parts }) => [id, ...parts.map((part) => part.id)])
  const rows = [...result.instruments]
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .map((instrument) => instrumentRow(instrument, instruments, speaker))
  return {
    columns: {
      name: words.name,
      weight: words.weight,
      score: words.score,
      before: words.before({ year: result.fiscalYear - 1 }),
      change: words.change,
      respondents: words.respondents,
      standing: words.standing({ target }),
    },
    hasBefore: rows.some(({ change }) => change !== null),
    hasRespondents: rows.some(({ respondents }) => respondents !== null),
    lines: words.lines({ target }),
    rows,
  }
}

function instrumentRow(
  instrument: InstrumentResult,
  instruments: Recommendations['instruments'],
  { text, say }: Speaker,
) {
  const { id, name, weightPercent, score, change, respondents } = instrument
  const whole = instruments.find((each) => each.id === id)
  const part = instruments.flatMap(({ parts }) => parts).find((each) => each.id === id)
  const standing = (whole ?? part)?.standing ?? 'notKnown'
  return {
    id: id.toUpperCase(),
    name: say(whole?.name ?? name),
    isPart: part !== undefined,
    weight: text.instruments.percent({ value: weightPercent }),
    score,
    amount: amountOf(score),
    before: scoreBefore(score, change),
    change: signed(change),
    respondents: respondents === null ? null : grouped(respondents),
    standing: { kind: standing, word: text.standings[standing] },
  }
}

export function indicatorsContent(result: AgencyResult, { text, say }: Speaker) {
  const words = text.indicators
  const rows = result.indicators.map((indicator) => ({
    rank: indicator.rank === null ? null : String(indicator.rank),
    name: words.numbered({ number: indicator.number, name: say(indicator.name) }),
    instrument: indicator.instrument.toUpperCase(),
    score: indicator.score,
    amount: amountOf(indicator.score),
    before: scoreBefore(indicator.score, indicator.change),
    change: signed(indicator.change),
    level: indicator.level && { kind: indicator.level, word: text.levels[indicator.level] },
  }))
  return {
    columns: {
      rank: words.rank,
      name: words.name,
      instrument: words.instrument,
      score: text.instruments.score,
      before: text.instruments.before({ year: result.fiscalYear - 1 }),
      change: text.instruments.change,
      level: words.level,
    },
    hasRank: rows.some(({ rank }) => rank !== null),
    hasBefore: rows.some(({ change }) => change !== null),
    hasLevel: rows.some(({ level }) => level !== null),
    rows,
  }
}

export function trendContent(trend: readonly TrendPoint[], { text, say }: Speaker) {
  const ratingOf = ({ name }: Rating, isDerived: boolean) =>
    isDerived ? text.trend.derived({ rating: say(name) }) : say(name)
  return {
    labels: {
      year: text.trend.year,

      change: text.trend.change,
      rating: text.trend.rating,
    },
    single: text.trend.single,
    points: trend.slice(-trendYears).map((point) => ({
      year: String(point.fiscalYear),
      change: signed(point.change),
      rating: point.rating && ratingOf(point.rating, point.isRatingDerived),
    })),
  }
}

/** A score as a length of 0 to 100 for its bar. */
function amountOf(score: string | null): number | null {
  return score === null ? null : Number(format(decimal(score), 2))
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
