/** What the audit command says, and the problems of the audit trail. */
import type { Values } from '../text.ts'

export const auditText = {
  whole: ({ count, hash }: Values) => `the audit trail is whole: ${count} events, last hash ${hash}`,
  broken: ({ faults, count }: Values) =>
    `the audit trail does not hold: ${faults} fault(s) in ${count} events read`,
  /** By the kinds of platform/audit-chain.ts. */
  faults: {
    changed: ({ number }: Values) => `event ${number} was changed: it is not what was recorded`,
    missing: ({ number }: Values) => `event ${number} is missing`,
    reordered: ({ number }: Values) => `event ${number} was moved: it was recorded under another number`,
    headDiffers: ({ number }: Values) =>
      `the trail ends at event ${number}, which is not the count or the last hash kept of it`,
  },
  missingRun: ({ number, through }: Values) => `events ${number} to ${through} are missing`,
  none: 'no event is as asked',
}

export const auditProblems = {
  'audit.noHead': () =>
    'the audit trail has lost its head, so nothing can be done: run prongsai audit verify, and restore from a backup',
  'audit.numberInvalid': ({ option, value, most }: Values) =>
    `${option}: "${value}" will not do, give a whole number from 1 to ${most}`,
}
