/** Words beside a figure: published unlike computed, computed from what was published, withheld, and whose places. */
import type { published as thai } from '../th/published.ts'

const english = new Intl.NumberFormat('en-GB')
const many = (count: number) => english.format(count)

export const published: typeof thai = {
  differs: (published, computed) => `published ${published} · computed ${computed} · they differ`,
  differsNamed: (figure, published, computed) =>
    `${figure}: published as ${published}, computed as ${computed}`,
  differsTitle: 'The published figure differs from the computed one',
  differsAdvice: 'Both are shown; the published figure was not changed',
  differsCount: (count) =>
    count === 1
      ? 'One published figure differs from the computed one'
      : `${many(count)} published figures differ from the computed ones`,
  importedDiffers: (count) =>
    `This year was imported as published; ${count === 1 ? 'one figure differs' : `${many(count)} figures differ`} from what the published parts give. Both are shown`,
  totalInstead: (total) =>
    `The published total follows from the published instruments. From the published indicators it would be ${total}. Both are shown`,
  computedFrom: 'computed from its parts',
  derived: 'computed',
  derivedFrom: 'computed from published figures',
  ratingByTotal: 'The total is held against the line of each level, the highest first',
  derivedRating:
    'Computed from the published total by the rules of the year, because the source prints no rating',
  noRatingNoFramework: (year) =>
    `The source prints no rating, and no framework of ${year} ships with this system, so none is given`,
  noRatingParts:
    'The source prints no rating, and the scores of the instruments that the rules of this year need are not known',
  standings: { passed: 'published as 85 or more', below: 'published as below 85' },
  standingsNote: 'The source says only whether an instrument reached 85; it prints no scores',
  withheld: 'Withheld: fewer than 5 people answered a survey',
  withheldTitle: 'Some figures are withheld',
  withheldWhy:
    'Fewer than 5 people answered one of the surveys. Its answers and scores are not shown, nor the figures they could be worked out from. The total and the rating are shown as they are',
  underMinimum: (count, minimum) => `${many(count)} answered, under the minimum of ${many(minimum)}`,
  underMinimumOnly: 'Fewer answered than the minimum',
  underMinimumParts: (parts) => `Fewer answered than the minimum: ${parts}`,
  minimumRule: 'See how many must answer this year. The numbers stand as they were when the survey closed',
  asPublished: 'as published',
  ranksComputed: 'in this system',
  rankAlone: 'This system has no other real agency to be placed with, and imaginary ones are not compared',
  ranksOfReal: 'Places in this system count the real agencies that have results here, never imaginary ones',
  ranksOfImaginary: 'These places are among imaginary agencies only, apart from real ones',
  ranksSource: (source) => `Published places: ${source}`,
  mixed:
    'This table holds real and imaginary agencies. Their places are counted apart; an imaginary agency never counts in the place of a real one',
  overviewImaginary: (year) => `Imaginary agencies, fiscal year ${year}`,
  overviewApart: 'Counted apart from real agencies, in no mean and no place of theirs',
  passedOfKnown: (passed, known) => `${many(passed)} of ${many(known)} agencies that have a total`,
  withoutTotal: (count) =>
    count === 1 ? 'one more agency has no total' : `${many(count)} more agencies have no total`,
  csv: {
    disagreements: 'Published unlike computed',
    derived: 'Computed from published figures',
    withheld: 'Withheld, fewer than 5 people answered a survey',
    publishedRanks: 'Published places',
    source: 'Source of what was published',
  },
}
