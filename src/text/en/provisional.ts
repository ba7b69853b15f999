/** Scores of closed parts before they are published, and how far computing has come. */
import type { Values } from '../text.ts'

const many = (count: number) => count.toLocaleString('en')

export const provisional = {
  reasons: {
    open: ({ list }: Values) => `not closed yet: ${list}`,
    nobody: ({ list }: Values) => `${list} closed without an answer`,
    openItself: () => 'not closed yet',
    nobodyItself: () => 'closed without an answer',
    withheld: () =>
      'not shown: fewer than 5 people answered a part, and its score could be worked out from this',
  },
  title: 'Provisional score',
  titleOf: ({ agency, year }: Values) => `Provisional score of ${agency}, ${year}`,
  means:
    'Made of closed parts and of the OIT scores recorded so far. It is no result until it is published, and may still change.',
  isPublished:
    'The results of this round are published; this score is made of the same data as the published one.',
  sealed: 'Nobody sees the score of a part before it is closed',
  score: (score: string) => `Provisional score ${score}`,
  scorePublished: (score: string) => `Score ${score}`,
  noScore: (reason: string) => `No score: ${reason}`,
  points: 'Score',
  rating: 'Rating',
  respondents: (count: number) => `${many(count)} answered`,
  underMinimum: 'under the minimum',
  cli: {
    part: ({ name, score }: Values) => `provisional score of ${name}: ${score} (not published)`,
    noPart: ({ name, reason }: Values) => `provisional score of ${name}: none — ${reason}`,
  },
  computing: ({ written, total }: Values) => `${written} of ${total} agencies computed`,
}
