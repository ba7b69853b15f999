/** What is said of accounts: letters, the command line, and the problems on the way in. */
import { writeDay } from '../days.ts'
import type { Values } from '../text.ts'

const day = (value: string | number | undefined): string => writeDay(String(value), 'en')

export const accounts = {
  letters: {
    invitationSubject: 'You are invited to Prongsai',
    invitation: ({ name, role, agency, link, lastDay }: Values) =>
      `Dear ${name},\n\nyou are invited to Prongsai as ${role}${agency ? ` of ${agency}` : ''}.\nOpen this address to choose a password:\n${link}\n\nIt can be used once, until ${day(lastDay)}. If you did not expect this letter, do nothing.`,
    resetSubject: 'A new password for Prongsai',
    reset: ({ name, link }: Values) =>
      `Dear ${name},\n\na new password was asked for. Open this address to choose one:\n${link}\n\nIt can be used once, within an hour. If it was not you, do nothing: your password stays as it is.`,
  },
  /** What a new instance says on the terminal. */
  startAt: ({ address, code }: Values) =>
    `There is no administrator yet: create one at ${address} with the set-up code ${code}`,
  setUpCodeIs: ({ code }: Values) => `set-up code: ${code}`,
  signInAs: ({ password }: Values) => `sign in at /sign-in with any of these and the password ${password}`,
  invited: ({ id, link }: Values) => `invited (${id})\n${link}`,
  granted: ({ id }: Values) => `granted (${id})`,
  grantEnded: 'the role has ended',
  disabled: 'the account is disabled',
  isDisabled: 'disabled',
  none: 'nobody is as asked',
  page: ({ page, pages, total }: Values) => `page ${page} of ${pages}, ${total} people`,
}

export const accountProblems = {
  'account.emailInvalid': () => 'This is not an e-mail address: check how it is spelt',
  'account.nameInvalid': ({ most }: Values) => `Give a name of 1 to ${most} characters`,
  'account.passwordTooShort': ({ least }: Values) =>
    `The password is too short: give at least ${least} characters. A few words in a row are easy to remember`,
  'account.passwordTooLong': ({ most }: Values) =>
    `The password is too long: give at most ${most} characters`,
  'account.emailTaken': () => 'There is an account with this e-mail already: give it the role instead',
  'account.notFound': () => 'There is no such account',
  'account.isDisabled': () => 'This account is disabled: ask the administrator to enable it',
  'account.isEnabled': () => 'This account is not disabled',
  'account.signInWrong': () => 'E-mail or password is not right',
  'account.locked': ({ minutes }: Values) =>
    `Too many wrong tries: please try again in ${minutes} ${Number(minutes) === 1 ? 'minute' : 'minutes'}`,
  'account.codeWrong': () =>
    'The code is not right: check the clock of your device, or use another backup code',
  'account.signInAgain': () => 'That took too long or too many tries: please sign in again',
  'account.proveFirst': () =>
    'This account has a second factor, and this time only one was proven: prove the code or the passkey first',
  'account.noSecondFactor': () => 'No second factor has been set up yet',
  'account.secondFactorThere': () => 'A second factor is set up already',
  'account.passwordWrong': () => 'The password is not right',
  'account.resetInvalid': () => 'This link was used already, or is older than an hour: ask for a new one',
  'account.signedOut': () => 'You are not signed in any more: please sign in again',
  'account.personOnly': () => 'Only a person who has signed in can do this',
  'account.sessionNotFound': () => 'That device is signed out already',
  'account.passkeyNotFound': () => 'There is no such passkey',
  'account.passkeyRefused': () => 'The passkey was not accepted: try again, or sign in with your password',
  'account.keyInvalid': () => 'The access key is unknown, revoked or expired',
  'account.noProvider': () => 'No identity provider is set for this service',
  'account.providerUnreachable': () =>
    'The identity provider cannot be reached just now: try again later, or sign in with your password',
  'account.providerStranger': () =>
    'The identity provider knows you, but no account here has your verified e-mail: ask for an invitation',
  'account.providerFailed': () => 'Signing in with the identity provider did not succeed: please try again',
  'accessKey.notFound': () => 'There is no such access key',
  'accessKey.revoked': () => 'This access key is revoked already',
  'accessKey.scopeMissing': () => 'Choose at least one thing the key may do',
  'accessKey.scopeUnknown': ({ scope }: Values) => `A key cannot be given "${scope}"`,
  'accessKey.expiryInvalid': () => 'A key must expire, on a day within one year from now',
  'grant.notFound': () => 'There is no such role grant',
  'grant.ended': () => 'This role has ended already',
  'grant.alreadyHeld': () => 'This person has this role there already',
  'grant.lastAdministrator': () => 'This is the last administrator: make somebody else administrator first',
  'grant.reasonMissing': () => 'Say why the role ends',
  'grant.roleUnknown': ({ value }: Values) => `There is no role "${value}"`,
  'grant.scopeNotForRole': () => 'This role cannot be given at this level',
  'grant.groupMissing': () => 'Choose a type, a ministry or a province',
  'grant.groupUnknown': ({ code }: Values) => `There is no type, ministry or province "${code}"`,
  'grant.agencyUnknown': () => 'There is no such agency',
  'grant.unitUnknown': () => 'The agency has no such unit',
  'invitation.notFound': () => 'There is no such invitation',
  'invitation.tokenWrong': () => 'This invitation link is not whole: copy all of it from the letter',
  'invitation.accepted': () => 'This invitation was accepted already: please sign in',
  'invitation.withdrawn': () => 'This invitation was withdrawn: ask whoever invited you',
  'invitation.expired': () => 'This invitation has expired: ask whoever invited you for a new one',
  'invitation.alreadyOpen': () => 'An invitation to this e-mail is open already: withdraw it first',
  'instance.codeWrong': () =>
    'The set-up code is not right: read it in the terminal, or by prongsai accounts set-up-code',
  'instance.alreadyStarted': () => 'This instance has its first administrator already',
  'instance.agencyMissing': () => 'Say which agency this instance is for',
  'instance.agencyUnknown': ({ code }: Values) =>
    `No agency ${code} is registered yet: give its name and type as well, to register it`,
}
