/** Interviews of EIT part 2: the pages that assign them, the enumerator's app, and what may go wrong. */
import { writeDay } from '../days.ts'
import type { Values } from '../text.ts'

const day = (iso: string) => writeDay(iso, 'en')

export const interviews = {
  title: 'EIT part 2 interviews',
  open: 'Open the interview app',
  install:
    'The app opens without a network too. Open it once while there is one, then choose “Install” or “Add to home screen” in the browser’s menu.',
  kept: 'Interviews that have not been sent stay on the device until they are, even when you sign out. Do not clear site data before all are sent.',
  noneAssigned: 'No interviews are assigned to you yet. Ask the supervising body.',
  agency: 'Agency',
  year: 'Fiscal year',
  received: 'Received',
  quota: 'Quota',
  closes: 'Closes',
  sentBack: 'Sent back',
  until: (closesOn: string | null) => (closesOn ? day(closesOn) : '–'),
  progress: {
    title: 'Progress of interviews',
    nothingFound: 'No agency with interviews matches the search.',
    noRound: 'There is no round yet.',
    empty: 'No interviews are assigned in this round yet. Begin with the form below.',
    enumerator: 'Enumerator',
    overQuota: (count: number) => `${count} over quota`,
    calls: 'Reached on the call list',
    callsOf: (reached: number, all: number) => (all === 0 ? '–' : `${reached} of ${all}`),
    state: 'State',
    active: 'Under way',
    ended: 'Ended',
    closed: 'Closed',
    total: 'All together',
    held: (agency: string, enumerator: string) => `Held for review: ${agency} · ${enumerator}`,
    heldMeans: (hours: number) =>
      `Each interview is held for at least ${hours} hours after it came; until then you may send it back to be done again. After that its answers are mixed with others, and nobody can send it back or tell which are its own. Nobody sees the answers.`,
    nothingHeld: 'Nothing is held.',
    reference: 'Reference',
    at: 'Received at',
    took: 'Took',
    minutes: (seconds: number | null) =>
      seconds === null ? '–' : `${Math.max(1, Math.round(seconds / 60))} min`,
    over: 'over quota',
    sendBack: 'Send it back',
    sendBackAsk: (reference: string) => `Send ${reference} back …`,
    sendBackMeans: 'Its answers are deleted, unread, and the enumerator sees the reason you write.',
    reason: 'Reason',
    assign: 'Assign interviews',
    assignMeans:
      'Where there is an assignment already, it takes the new quota, and names are added to its list.',
    noEnumerators: 'Nobody has the role of enumerator yet. Invite one under users and roles.',
    quotaHint: 'How many people to interview',
    callList: 'Whom to call (if you have a list)',
    callListHint:
      'A line a person: name, telephone. The list is encrypted, and deleted when the part closes or the assignment ends.',
    end: 'End the assignment',
    endAsk: 'End …',
    endMeans:
      'Interviews received stay. Those not yet sent from the tablet are refused, and the call list is deleted.',
  },
  app: {
    title: 'EIT interviews',
    brand: 'Prongsai',
    other: 'ไทย',
    needsScript: 'The app needs JavaScript to keep interviews on the device while there is no network.',
    online: 'Online',
    offline: 'No network: interviews are kept on this device and sent when it is back',
    signInFirst: 'Sign in to begin',
    signInWhy: 'Signing in needs the network. After that the app works without it.',
    signIn: 'Sign in',
    notEnumerator: 'This account does not have the role of enumerator.',
    othersWaiting: (count: number) =>
      count === 1
        ? '1 interview waits on this device for its owner. It is sent when they sign in here.'
        : `${count} interviews wait on this device for their owners. They are sent when these sign in here.`,
    handOver: 'Hand the device over',
    handOverMeans:
      'Signs you out at once; the next person sees nothing of your work. What was not sent stays on the device until you sign in here again.',
    handOverNow: 'Sign out and hand over',
    queue: 'Kept on this device',
    waiting: (count: number) => `${count} waiting`,
    sent: (count: number) => `${count} sent`,
    sentBackCount: (count: number) => `${count} sent back`,
    sentOnes: (count: number) => `Those sent (${count})`,
    sendNow: 'Send now',
    sending: 'Sending …',
    notSent: 'Not sent yet. Nothing is lost; it will be tried again.',
    queueEmpty: 'No interviews on this device yet',
    finishedAt: (time: string) => `finished ${time}`,
    states: {
      draft: 'not finished',
      queued: 'waiting',
      sent: 'sent',
      sentBack: 'sent back',
      replaced: 'done again',
    },
    overQuota: 'over quota',
    assignments: 'Your assignments',
    noAssignments: 'Nothing is assigned to you yet',
    countOf: (count: number, quota: number) => `${count} of ${quota} received`,
    start: 'Start an interview',
    startAt: (agency: string) => `Start an interview about ${agency}`,
    continue: 'Continue where it was left',
    upcoming: (opens: string) => `Opens on ${day(opens)}`,
    closed: 'Closed',
    closesOn: (closes: string) => `Open until ${day(closes)}`,
    callList: (count: number) => `Whom to call (${count})`,
    callState: (name: string) => `How calling ${name} went`,
    callStates: { toCall: 'to call', noAnswer: 'no answer', refused: 'refused', done: 'interviewed' },
    sentBack: 'Sent back, to be done again',
    reason: (reason: string) => `Reason: ${reason}`,
    again: 'Interview again',
    interviewAbout: (agency: string) => `Interview about ${agency}`,
    promise:
      'Read out: your answers are mixed with those of others, without your name or number. The agency will not know who answered what, and you may stop at any time.',
    number: (place: number, count: number) => `Question ${place} of ${count}`,
    unverified: 'Some of the wording has not been compared with this year’s official survey yet (marked ?)',
    allUnverified: 'The wording has not been compared with this year’s official survey yet.',
    unverifiedMark: 'not confirmed',
    saved: (answered: number, count: number) => `${answered} of ${count} answered, kept on this device`,
    finish: 'Finish the interview',
    missingTitle: 'Not finished: some questions have no answer',
    missingAt: (place: number) => `Question ${place} has no answer`,
    later: 'Leave it for later',
    stop: 'The respondent wants to stop …',
    stopMeans: 'This person’s answers are deleted from the device and not sent.',
    stopNow: 'Stop and delete the answers',
    doneTitle: 'The interview is kept',
    doneMeans: 'Its answers are not shown on this device again, and are deleted from it once they are sent.',
    next: 'Next person',
    home: 'Back to your work',
    keptHere:
      'Kept on this device: assignments and call lists, answers not sent yet, and the references of those sent.',
    formGone: 'The questions of this interview are not on the device. Open the app while there is a network.',
  },
}

export const interviewProblems = {
  'interview.quotaInvalid': ({ most }: Values) => `The quota is a whole number from 1 to ${most}.`,
  'interview.notEnumerator': ({ email, agency }: Values) =>
    `${email || 'Whoever was chosen'} is not an enumerator of agency ${agency}. Give them the role first, under users and roles.`,
  'interview.assignmentUnknown': () => 'There is no such assignment among yours.',
  'interview.assignmentEnded': () =>
    'The assignment has ended. The interview stays on the device and can be sent when you are assigned again.',
  'interview.callListInvalid': ({ most }: Values) =>
    `Not all of the list can be read. At most ${most} people, a line each: name, telephone.`,
  'interview.callLineInvalid': ({ line }: Values) =>
    `Line ${line} needs a name, a comma and a telephone number.`,
  'interview.callUnknown': () =>
    'There is no such person on your lists. They may have been deleted at the close.',
  'interview.unknown': () => 'There is no such interview.',
  'interview.reasonInvalid': ({ most }: Values) =>
    `Tell the enumerator a reason, of at most ${most} characters.`,
  'interview.notHeld': () =>
    'It cannot be sent back any more: its answers were mixed with others, or it was sent back before.',
  'interview.notSentBack': () => 'The interview to be replaced was not sent back, or was done again already.',
}
