/** Makes up survey answers for imaginary agencies: the same seed gives the same answers on every machine. */

export interface Cohort {
  readonly seed: number
  readonly respondents: number
  /** The mean score that the answers come near to, 0 to 100. */
  readonly aim: number
}

/** For each respondent the place of the chosen option in each column; `columns` holds the scores of the options. */
export function generateAnswers(columns: readonly (readonly number[])[], cohort: Cohort): Uint8Array[] {
  const random = randomNumbers(cohort.seed)
  const spread = Math.min(14, (100 - cohort.aim) * 1.1)
  const around = (width: number) => (random() * 2 - 1) * width
  const easeOfColumn = columns.map(() => around(spread / 3))
  return Array.from({ length: cohort.respondents }, () => {
    const mood = around(spread / 2)
    return Uint8Array.from(columns, (scores, column) => {
      const wanted = cohort.aim + mood + (easeOfColumn[column] ?? 0) + around(spread / 3)
      return chooseOption(scores, Math.min(100, Math.max(0, wanted)), random())
    })
  })
}

/** One of the two options next to the wanted score, the nearer one more often. */
function chooseOption(scores: readonly number[], wanted: number, chance: number): number {
  const places = [...scores.keys()].sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
  const upperAt = places.findIndex((place) => (scores[place] ?? 0) >= wanted)
  const upper = places[upperAt] ?? places.at(-1) ?? 0
  const lower = places[upperAt - 1] ?? upper
  const [low, high] = [scores[lower] ?? 0, scores[upper] ?? 0]
  const share = high === low ? 1 : (wanted - low) / (high - low)
  return chance < share ? upper : lower
}

/** Mulberry32. */
function randomNumbers(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
