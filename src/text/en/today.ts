/** The words of the workspace's first page and of one's own account: what to do, how far it is, and second factors. */
import { writeDay } from '../days.ts'

export const today = {
  tasks: 'What to do next',
  noTasks: 'Nothing waits for you.',
  task: {
    registerAgencies: () => 'Import the registry of agencies',
    openRound: () => 'Open a round',
    enrol: (year: number) => `Enrol agencies in the round of ${year}`,
    setDays: (year: number) => `Set the days of the round of ${year}`,
  },
  reasons: {
    registerAgencies: 'There is no agency yet',
    openRound: 'No round is open',
    enrol: 'The round is open, and no agency takes part yet',
    setDays: 'No phase has its days yet',
  },
  extension: (agency: string, until: string) => `${agency} was given until 24:00 on ${writeDay(until, 'en')}`,
  next: 'What opens next',
  progress: (year: number) => `Survey answers, ${year}`,
  progressMeans: 'Answers received beside the minimum',
  ofMinimum: (count: string, minimum: string) => `${count} of at least ${minimum}`,
  noMinimum: (count: string) => `${count} (no minimum yet)`,
  agency: 'Agency',
  allAgencies: (total: number) => `See all ${total.toLocaleString('en-GB')} agencies`,
  meanings: {
    rounds: 'the calendar, the days of each phase, and extensions',
    accounts: 'who has an account, and in which roles',
  },
  factors: {
    optional: 'Not set up. With it, your account is safe even when the password leaks.',
    held: 'Set up, and proven this time.',
    unproven:
      'Set up, but this time only one thing was proven: ways to sign in cannot be changed, nor keys made.',
    needsProof: (roles: string) =>
      `${roles}: these roles work once you have proven the second factor this time`,
    prove: 'Prove it with a code from the app',
    byPasskey: 'Sign out, then sign in with the passkey',
    codesThere: 'Codes from an app: set up',
    restart: 'Begin again from the scan',
  },
  deviceOf: (browser: string, system: string) => `${browser} on ${system}`,
}
