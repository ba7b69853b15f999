/** Writes a score as lines for a terminal: figures first, names last, so that Thai marks upset no column. */
import type { Framework } from '#modules/frameworks/framework.ts'
import { ratingWords } from '#modules/scoring/rating-reason.ts'
import type { Score } from '#modules/scoring/score.ts'
import type { ScoreSheet } from '#modules/scoring/sheet.ts'
import { nodeName } from '#modules/scoring/words.ts'
import type { Text } from '#text/text.ts'

export interface ToShow {
  readonly framework: Framework
  readonly score: Score
  readonly sheet: ScoreSheet
}

export function scoreLines(shown: ToShow, text: Text): string[] {
  const { framework, score, sheet } = shown
  const { command } = text.scoring
  const why = ratingWords(framework, score)[text.language]
  return [
    command.title({ year: framework.fiscalYear }),
    `${text.scoring.names.rating} — ${why}`,
    ...section(command.instruments, instrumentLines(shown, text)),
    ...section(command.indicators, indicatorLines(shown, text)),
    ...Object.entries(sheet.questions).flatMap(([part, questions]) =>
      section(command.questions({ part: nameOf(shown, `part:${part}`, text) }), questionLines(questions)),
    ),
    ...section(command.measureLevels, levelLines(shown, text)),
    ...section(command.respondents, respondentLines(shown, text)),
    ...section(command.disagreements, disagreementLines(shown, text)),
  ]
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines] : []
}

function nameOf({ framework }: ToShow, id: string, { language }: Text): string {
  return nodeName(framework, id)[language]
}

function figure(score: string | null | undefined): string {
  return (score ?? '–').padStart(8)
}

/** A figure's line, with the reason where there is no figure. */
function line(
  shown: ToShow,
  id: string,
  { text, score }: { text: Text; score: string | null | undefined },
): string {
  const reason = shown.sheet.reasons[id]
  const name = nameOf(shown, id, text)
  return `${figure(score)}  ${name}${reason ? ` — ${reason[text.language]}` : ''}`
}

function instrumentLines(shown: ToShow, text: Text): string[] {
  const { sheet } = shown
  const lines = Object.entries(sheet.instruments).map(([id, score]) => {
    const node = sheet.derivation[`part:${id}`] ? `part:${id}` : `instrument:${id}`
    return line(shown, node, { text, score })
  })
  return [...lines, line(shown, 'total', { text, score: sheet.total })]
}

function indicatorLines(shown: ToShow, text: Text): string[] {
  const { framework, sheet, score } = shown
  return framework.indicators.map(({ number, name }) => {
    const id = String(number)
    const place = sheet.indicatorRanks?.[id]
    const rank = place === undefined ? '' : text.scoring.command.rank({ place })
    const level = bandName(framework, score.indicatorMeasureLevels[id], text)
    const reason = sheet.reasons[`indicator:${id}`]?.[text.language]
    const notes = [rank, level, reason].filter((note) => note).join(' · ')
    return `${figure(sheet.indicators[id])}  ${id.padStart(2)} ${name[text.language]}${notes && ` — ${notes}`}`
  })
}

function bandName(framework: Framework, band: string | undefined, { language }: Text): string | undefined {
  return framework.measureBands.find(({ id }) => id === band)?.name[language]
}

const questionsALine = 5

function questionLines(questions: Readonly<Record<string, string | null>>): string[] {
  const cells = Object.entries(questions).map(
    ([id, score]) => `${id.padStart(6)} ${(score ?? '–').padStart(6)}`,
  )
  return Array.from({ length: Math.ceil(cells.length / questionsALine) }, (_, row) =>
    cells.slice(row * questionsALine, (row + 1) * questionsALine).join(' '),
  )
}

function levelLines({ framework, sheet }: ToShow, { language }: Text): string[] {
  return framework.measureBands.flatMap(({ name }) => {
    const list = sheet.measureLevels[name.th]
    return list ? [`  ${name[language]}: ${list.join(' ')}`] : []
  })
}

function respondentLines(shown: ToShow, text: Text): string[] {
  return Object.entries(shown.sheet.respondents).map(
    ([part, count]) => `${String(count).padStart(8)}  ${nameOf(shown, `part:${part}`, text)}`,
  )
}

function disagreementLines(shown: ToShow, text: Text): string[] {
  return shown.sheet.disagreements.map(({ node, published, computed }) => {
    const name = nameOf(shown, node, text)
    return `  ${text.scoring.command.disagreement({ name, published, computed })}`
  })
}
