/**
 * Where each signal begins, and why there. They are our own choice, made so that ordinary answers stay silent: no
 * official document sets them, and none of them changes a score.
 */

/** Statistics of fewer answers say little, and what they show could point at people. */
export const fewestAnswers = 10

/** Fewer agencies of a type make no company to compare with. */
export const fewestPeers = 5

/** Fewer questions with the same options are answered alike by chance or by habit. */
export const fewestQuestions = 6

export const thresholds = {
  straightLining: {
    /** Where half choose one option throughout, the part no longer tells questions apart. */
    share: 0.5,
    /** And where peers do so too, it is the way of the type, not of the agency. */
    abovePeers: 0.3,
    /** Standard errors by which the share must lie above that of peers: with 30 respondents 50 % may be chance. */
    errors: 3,
  },
  identicalVectors: {
    /** One in a million for the largest group of a part; of 25,000 parts in a year about one in forty years is chance. */
    log10Chance: -6,
  },
  bursts: {
    /** Ten times the part's own daily rate: announcements and meetings double or triple it. */
    timesRate: 10,
    /** A day of fewer answers is a meeting of one unit. */
    answers: 20,
    /** One in a million by the Poisson distribution. */
    log10Chance: -6,
  },
  crowding: {
    /** Nine tenths of all answers … */
    ofAnswers: 0.9,
    /** … within a fifteenth of the days, such as two of thirty. A straight line needs nine tenths of the days. */
    shareOfDays: 1 / 15,
    /** In a shorter phase even diligent agencies hurry. */
    days: 10,
    /** Thirty people can sit in one room. */
    answers: 40,
  },
  publicAgainstSurvey: {
    /** Points of 100: two thirds of a rating level. Who comes by a link and who is interviewed differ a little everywhere. */
    points: 10,
    /** Standard errors: one in 15,000 by chance. */
    errors: 4,
  },
  againstPeers: {
    /** Points of 100, so that types whose agencies are all alike raise nothing over tenths. */
    points: 10,
    /** Robust standard deviations, by the median and the absolute deviations from it: the usual limit of outliers. */
    deviations: 3.5,
  },
} as const
