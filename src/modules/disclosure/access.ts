/** Who may do what with disclosure items: the agency's own people until they are handed in, assessors from then on. */
import type { Permission } from '#base/permission.ts'

/** Official item scores, put in as a whole. */
export const canRecordScores: Permission = {
  name: 'scores.record',
  roles: ['administrator'],
}

/** An agency's board, its answers and what the checker found. */
export const canSeeItems: Permission = {
  name: 'item.see',
  roles: ['administrator', 'auditor', 'supervisor', 'executive', 'coordinator', 'reviewer', 'itemOwner'],
  reads: true,
}

export const canAssignItems: Permission = {
  name: 'item.assign',
  roles: ['coordinator'],
}

/** Also to send an answer to review, and to take it back while nobody has reviewed it. */
export const canAnswerItems: Permission = {
  name: 'item.answer',
  roles: ['coordinator', 'itemOwner'],
}

export const canCommentOnItems: Permission = {
  name: 'item.comment',
  roles: ['coordinator', 'itemOwner', 'reviewer', 'executive'],
}

export const canReviewItems: Permission = {
  name: 'item.review',
  roles: ['reviewer'],
}

/** A reviewer what is in review, an executive also what was found ready. */
export const canReturnItems: Permission = {
  name: 'item.return',
  roles: ['reviewer', 'executive'],
}

export const canApproveItems: Permission = {
  name: 'item.approve',
  roles: ['executive'],
}

export const canSubmitItems: Permission = {
  name: 'item.submit',
  roles: ['coordinator', 'executive'],
}

/** Have the links checked now. */
export const canCheckItems: Permission = {
  name: 'item.check',
  roles: ['administrator', 'coordinator', 'itemOwner', 'reviewer', 'executive'],
}

/** Whether everyone may see the state of the agency's items. */
export const canShowStatus: Permission = {
  name: 'item.showStatus',
  roles: ['coordinator', 'executive'],
}

/** What was handed in, the queues, the marks of others. */
export const canSeeAssessment: Permission = {
  name: 'assessment.see',
  roles: ['administrator', 'auditor', 'leadAssessor', 'assessor'],
  reads: true,
}

/** Claim agencies, score their items, and mark again what was explained. */
export const canAssessItems: Permission = {
  name: 'item.assess',
  roles: ['leadAssessor', 'assessor'],
}

/** Settle what two assessors marked differently. */
export const canSettleItems: Permission = {
  name: 'item.settle',
  roles: ['leadAssessor'],
}

/** Let a claim go that somebody else holds, and say that two assessors are to mark. */
export const canLeadAssessment: Permission = {
  name: 'assessment.lead',
  roles: ['administrator', 'leadAssessor'],
}

export const canSeeAgreement: Permission = {
  name: 'assessment.seeAgreement',
  roles: ['administrator', 'auditor', 'leadAssessor'],
  reads: true,
}

export const canExplainItems: Permission = {
  name: 'item.explain',
  roles: ['coordinator', 'executive'],
}

export const canConfirmItems: Permission = {
  name: 'item.confirm',
  roles: ['administrator', 'leadAssessor'],
}

/** Run over all links that are watched. */
export const canWatchItems: Permission = {
  name: 'item.watch',
  roles: ['administrator'],
}
