/** Who may put answers in as a whole, hand out links and codes, state headcounts, close parts, follow the counts, and interview. */
import type { Permission } from '#base/permission.ts'

export const canRecordAnswers: Permission = {
  name: 'answers.record',
  roles: ['administrator'],
}

export const canManageLinks: Permission = {
  name: 'survey.manageLinks',
  roles: ['administrator', 'coordinator'],
}

export const canMakeCodes: Permission = {
  name: 'survey.makeCodes',
  roles: ['administrator', 'coordinator'],
}

export const canStateHeadcount: Permission = {
  name: 'survey.stateHeadcount',
  roles: ['administrator', 'coordinator'],
}

export const canClosePart: Permission = {
  name: 'survey.closePart',
  roles: ['administrator'],
}

/** Counts tell how many answered, and nothing of what. */
export const canSeeProgress: Permission = {
  name: 'survey.seeProgress',
  roles: ['administrator', 'supervisor', 'coordinator', 'executive', 'enumerator'],
  openTo: 'anyone',
  reads: true,
}

export const canRecordInterviews: Permission = {
  name: 'interview.record',
  roles: ['enumerator'],
}

/** And follow how far the interviews have come. */
export const canAssignInterviews: Permission = {
  name: 'interview.assign',
  roles: ['administrator', 'supervisor'],
}

export const canSendBackInterviews: Permission = {
  name: 'interview.sendBack',
  roles: ['administrator', 'supervisor'],
}

/** Links, counts and headcounts of an agency on one page, in the workspace. */
export const canFollowSurveys: Permission = {
  name: 'survey.follow',
  roles: ['administrator', 'supervisor', 'coordinator', 'executive'],
  reads: true,
}

export const canRemindOfPace: Permission = {
  name: 'survey.remind',
  roles: ['administrator'],
}

/** Statistics that tell of answers given without care, or not by those who were asked: for those who assess. */
export const canSeeSignals: Permission = {
  name: 'signals.see',
  roles: ['administrator', 'leadAssessor', 'assessor'],
  reads: true,
}

export const canExportCounts: Permission = {
  name: 'survey.exportCounts',
  roles: ['administrator', 'supervisor', 'coordinator'],
}

export const canExportAnswers: Permission = {
  name: 'survey.exportAnswers',
  roles: ['administrator'],
}
