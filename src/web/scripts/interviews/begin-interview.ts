/** Begins an interview: its key is made with it, and it is on the tablet before the first question is asked. */
import type { WorkAssignment } from '#modules/surveys/interview-work.ts'
import type { WorkStage } from './stage.ts'

const keyBytes = 16

interface Beginning {
  readonly assignment: WorkAssignment
  /** The one that was sent back and is done again. */
  readonly replaces?: string
}

export async function beginInterview(stage: WorkStage, { assignment, replaces }: Beginning): Promise<void> {
  const { id, agency, fiscalYear, form } = assignment
  const key = newKey()
  await stage.store.put('interviews', {
    ...{ key, owner: stage.work.person.id, assignment: id, agency, fiscalYear, form },
    ...{ state: 'draft', answers: {}, startedAt: Date.now(), finishedAt: null },
    ...{ replaces: replaces ?? null, interview: null, isOverQuota: false, problem: null },
  })
  await stage.go({ kind: 'interview', key })
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(keyBytes))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
