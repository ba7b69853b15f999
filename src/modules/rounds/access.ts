/** Who may open a round, enrol agencies, set and extend its phases, and close it. */
import type { Permission } from '#base/permission.ts'

export const canOpenRound: Permission = {
  name: 'round.open',
  roles: ['administrator'],
}

export const canEnrolAgencies: Permission = {
  name: 'round.enrol',
  roles: ['administrator'],
}

export const canSchedulePhase: Permission = {
  name: 'round.schedule',
  roles: ['administrator'],
}

export const canExtendPhase: Permission = {
  name: 'round.extend',
  roles: ['administrator'],
}

export const canCloseRound: Permission = {
  name: 'round.close',
  roles: ['administrator'],
}

/** Rounds and their calendars are public; the workspace shows the same with what one may change. */
export const canSeeRounds: Permission = { name: 'round.see', roles: [], openTo: 'people', reads: true }

export const canRemindAgencies: Permission = {
  name: 'round.remind',
  roles: ['administrator'],
}
