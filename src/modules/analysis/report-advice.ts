/** The recommendations and the question table of the result report, as the template sets them. Pure. */
import { compare, decimal } from '#base/decimal.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { indicatorsOf } from '#modules/frameworks/lookup.ts'
import type { AgencyResult } from '#modules/results/result.ts'
import type {
  IndicatorFigure,
  InstrumentRecommendation,
  QuestionFinding,
  Recommendations,
} from './recommendation.ts'
import type { Speaker } from './report-words.ts'

export function recommendationsContent(
  result: AgencyResult,
  recommendations: Recommendations,
  speaker: Speaker,
) {
  return {
    intro: introOf(result, recommendations, speaker),
    instruments: recommendations.instruments.filter(tellsSomething).map((instrument) => ({
      ...instrumentContent(instrument, recommendations.target, speaker),
      lost: instrument.id === 'oit' ? lostContent(result, recommendations, speaker) : null,
    })),
  }
}

function tellsSomething({ standing, highest, questions }: InstrumentRecommendation): boolean {
  return standing !== 'notKnown' || highest !== null || questions.length > 0
}

/** Which instruments reach the target and which do not, in one paragraph. */
function introOf(
  result: AgencyResult,
  { target, total, instruments }: Recommendations,
  { text }: Speaker,
): string[] {
  const words = text.recommendations
  const named = (standing: InstrumentRecommendation['standing']) =>
    instruments.filter((instrument) => instrument.standing === standing).map(({ id }) => id.toUpperCase())
  const sentence = (key: InstrumentRecommendation['standing']) => {
    const list = named(key)
    return list.length > 0 ? [words.instruments[key]({ list: list.join(', ') })] : []
  }
  const first = total === 'partBelow' ? 'notKnown' : total
  return [
    words.total[first]({ score: result.total ?? '', target }),
    ...sentence('passed'),
    ...sentence('partBelow'),
    ...sentence('below'),
    ...sentence('notKnown'),
  ]
}

function instrumentContent(instrument: InstrumentRecommendation, target: string, speaker: Speaker) {
  const { text, say } = speaker
  const words = text.recommendations
  const { standing } = instrument
  return {
    title: words.instrument({ id: instrument.id.toUpperCase(), name: say(instrument.name) }),
    score: instrument.score,
    standing: { kind: standing, word: text.standings[standing] },
    words: instrument.words && say(instrument.words),
    belowParts: standing === 'partBelow' ? belowParts(instrument, target, speaker) : null,
    advice: instrument.advice.map(({ number, name, score, advice }) => ({
      title: words.indicator({ number, name: say(name) }),
      score,
      text: say(advice),
    })),
    extremes: extremesOf(instrument, target, speaker),
    questionsTitle: words.questions,
    questions: instrument.questions.map((question) => questionContent(question, instrument, speaker)),
  }
}

function belowParts({ parts }: InstrumentRecommendation, target: string, { text, say }: Speaker): string {
  const list = parts
    .filter(({ standing }) => standing === 'below')
    .map(({ name, score }) => text.summary.decider({ name: say(name), score: score ?? '' }))
  return text.recommendations.belowParts({ list: list.join(text.summary.and), target })
}

/** Only a highest indicator that reaches the target is one to keep. */
function extremesOf(
  { highest, lowest }: InstrumentRecommendation,
  target: string,
  { text, say }: Speaker,
): string | null {
  if (!highest || !lowest) return null
  const words = text.recommendations
  const named = ({ number, name }: IndicatorFigure) => words.indicator({ number, name: say(name) })
  const sentence =
    compare(decimal(highest.score), decimal(target)) >= 0 ? words.extremes : words.extremesBelow
  return sentence({
    highest: named(highest),
    highestScore: highest.score,
    lowest: named(lowest),
    lowestScore: lowest.score,
  })
}

function questionContent(
  question: QuestionFinding,
  { parts }: InstrumentRecommendation,
  { text, say }: Speaker,
) {
  const words = text.recommendations
  const scores = question.scores.map(({ part, score }) => ({ label: partLabel(part, parts, text), score }))
  const references = question.references.map(({ code, title }) =>
    words.reference({ code, title: say(title) }),
  )
  return {
    id: words.question({ id: question.id }) + (question.isUnverified ? '†' : ''),
    scores: scores.map(({ label, score }) => (label ? `${label} ${score}` : score)).join(' · '),
    level: { kind: question.level, word: text.levels[question.level] },
    text: words.findingAndAdvice({ finding: say(question.finding), advice: say(question.advice) }),
    references: references.length > 0 ? words.references({ list: references.join(' · ') }) : null,
  }
}

type PartIds = readonly { readonly id: string }[]

/** "ส่วนที่ 2" for a part of several, and nothing for the only one. */
function partLabel(part: string, parts: PartIds, text: Speaker['text']): string | null {
  if (parts.length === 0) return null
  const place = parts.findIndex(({ id }) => id === part)
  return place < 0 ? text.recommendations.pooled : text.recommendations.partShort({ number: place + 1 })
}

function lostContent(result: AgencyResult, { lostItems }: Recommendations, { text, say }: Speaker) {
  const of = result.items.filter(({ score }) => score !== null).length
  if (of === 0) return null
  const words = text.recommendations
  if (lostItems.length === 0) return { title: words.noLostItems({ of }), advice: null, items: [] }
  return {
    title: words.lostItems({ count: lostItems.length, of }),
    advice: words.lostItemsAdvice,
    items: lostItems.map(({ code, title, subIndicator }) => ({
      code,
      title: words.lostItem({ title: say(title), subIndicator }),
    })),
  }
}

/** One table an instrument, its questions by number with a column for each part that was answered. */
export function questionsContent(framework: Framework, result: AgencyResult, { text, say }: Speaker) {
  const words = text.questions
  const tables = framework.instruments.flatMap((instrument) => {
    const numbers = new Set(indicatorsOf(framework, instrument.id).map(({ number }) => number))
    const questions = result.questions.filter(({ indicator }) => numbers.has(indicator))
    if (questions.length === 0) return []
    const several = instrument.parts.length > 1 ? instrument.parts : []
    const parts = [...instrument.parts, ...(instrument.pooledPart ? [instrument.pooledPart] : [])].filter(
      ({ id }) => questions.some(({ scores }) => scores[id] !== undefined),
    )
    return [
      {
        title: text.recommendations.instrument({
          id: instrument.id.toUpperCase(),
          name: say(instrument.name),
        }),
        parts: parts.map(({ id }) => partLabel(id, several, text) ?? words.score),
        rows: questions.map((question) => ({
          id: question.id,
          text: say(question.text) + (question.isUnverified ? ' ‡' : ''),
          scores: parts.map(({ id }) => question.scores[id] ?? null),
          level: question.level && { kind: question.level, word: text.levels[question.level] },
        })),
      },
    ]
  })
  return { columns: { id: words.id, text: words.text, level: words.level }, tables }
}
