/** How often each option was chosen: all that scoring needs of the answers, and all that is ever shown of them. */

/** One survey part of one agency, counted. */
export interface PartTally {
  readonly respondents: number
  /**
   * By answer column (a question's id, or a sub-question's such as `i1.2`): the number of respondents who chose
   * each option, in the order of the column's option set.
   */
  readonly counts: Readonly<Record<string, readonly number[]>>
}

/** The tallies of an agency by part id: iit, eitPublic, eitSurvey, or eit where it is one. */
export type Tallies = Readonly<Record<string, PartTally>>
