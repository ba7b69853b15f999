/** Problems that any part of the system may meet. */
import type { Values } from '../text.ts'

export const generalProblems = {
  'file.unreadable': ({ file }: Values) => `cannot open ${file}: check its name and that it may be read`,
  'file.empty': () => 'the file is empty: it holds no data row',
  'file.notUtf8': () => 'the file is not UTF-8: save it again as CSV UTF-8',
  'csv.separatedBy.semicolon': () =>
    'this file is separated by semicolons: save it as CSV separated by commas',
  'csv.separatedBy.tab': () => 'this file is separated by tabs: save it as CSV separated by commas',
  'year.invalid': ({ value }: Values) =>
    `"${value}" is not a fiscal year of the Buddhist era: give four digits, such as 2568`,
  'config.invalid': () => 'a setting is not right',
  'dataFolder.notAFolder': ({ folder }: Values) =>
    `DATA_DIR is ${folder}, which is a file: set DATA_DIR to a folder`,
  'dataFolder.notWritable': ({ folder, reason }: Values) =>
    `the data folder ${folder} cannot be written to (${reason}): mend its permissions, or set DATA_DIR to another folder`,
  'secret.unreadable': ({ file }: Values) =>
    `the secret in ${file} cannot be used: mend its permissions or bring the file back from a backup, or set SECRET to 32 characters or more (servers that share a database need the same SECRET)`,
  'secret.cannotOpen': () =>
    'sealed data does not open: it was altered, or sealed with another secret; servers that share a database need the same SECRET',
  'files.unavailable': ({ reason }: Values) =>
    `Files cannot be kept or read at the moment (${reason}): look at the space and rights of the data folder, or at FILES_URL and the keys of the store.`,
  'database.tooOld': ({ version }: Values) =>
    `PostgreSQL ${version} is too old: version 15 or later is needed`,
  'database.unavailable': () =>
    'the database cannot be reached just now; service returns by itself when it is back',
  'postgres.noBinaries': ({ platform }: Values) =>
    `there is no PostgreSQL for this machine (${platform}): set DATABASE_URL to a PostgreSQL server, 15 or later`,
  'postgres.unreachable': ({ folder }: Values) =>
    `running as root, and the account lent to PostgreSQL cannot reach ${folder}: set DATA_DIR to a folder others may pass through, or run as an account that is not root`,
  'postgres.noStart': ({ log }: Values) => `PostgreSQL did not start in time: see ${log}`,
  'server.alreadyRuns': ({ address, pid }: Values) =>
    `a server already works on this data folder at ${address} (process ${pid})`,
  'server.alreadyStarts': ({ pid }: Values) =>
    `another server is already starting on this data folder (process ${pid})`,
  'server.addressUnusable': ({ host, port, reason }: Values) =>
    `cannot listen on ${host} port ${port} (${reason}): set HOST and PORT to what this machine has`,
  'claim.waitedTooLong': ({ folder, pid }: Values) =>
    `waited too long for process ${pid}, which is busy with the database in ${folder}: let it finish or stop it, then try again`,
  'postgres.notMade': ({ folder, log }: Values) => `the database in ${folder} could not be made: see ${log}`,
  'postgres.noPassword': ({ file }: Values) =>
    `the password in ${file} does not open the database: mend its permissions or bring the file back from a backup`,
  'database.missing': ({ database, host }: Values) =>
    `there is no database ${database} at ${host}: create it, or mend DATABASE_URL`,
  'database.refusesSignIn': ({ user, host }: Values) =>
    `PostgreSQL at ${host} does not accept the user ${user}: check user and password in DATABASE_URL`,
  'database.unknownHost': ({ host }: Values) =>
    `there is no machine called ${host}: check the host in DATABASE_URL`,
  'database.notListening': ({ host }: Values) =>
    `no PostgreSQL listens at ${host}: start it, or mend DATABASE_URL`,
  'database.unreachable': ({ host }: Values) =>
    `${host} cannot be reached: check the network and the address in DATABASE_URL`,
  'database.notPermitted': ({ user, database }: Values) =>
    `the user ${user} may not create tables in the database ${database}: make it the owner of the database`,
  'database.unusable': ({ host, reason }: Values) => `PostgreSQL at ${host} cannot be used: ${reason}`,
  'demo.notRunning': ({ folder }: Values) =>
    `no demo is running on the data folder ${folder}: start it with npm run demo, or set DATA_DIR to the folder it was started on`,
  'server.portTaken': ({ port }: Values) =>
    `port ${port} is in use by another program: stop it, or set PORT to another number`,
  'request.tooLarge': ({ most }: Values) => `what was sent is too large: at most ${most} MB can be taken in`,
  'form.unreadable': () => 'what was sent is not a form: open the page again and send it from there',
  'page.notFound': () => 'there is no such page',
  'query.invalid': () => 'the request has a parameter that is not right',
  'value.missing': ({ name }: Values) => `${name} is missing`,
  'value.notNumber': ({ name }: Values) => `${name} must be a whole number, written with digits only`,
  'value.notYear': ({ name }: Values) =>
    `${name} must be a fiscal year of the Buddhist era, four digits, such as 2568`,
  'value.tooSmall': ({ name, least }: Values) => `${name} must be ${least} or more`,
  'value.tooLarge': ({ name, most }: Values) => `${name} must be ${most} or less`,
  'value.tooShort': ({ name, least }: Values) => `${name} must have ${least} characters or more`,
  'value.tooLong': ({ name, most }: Values) => `${name} must have ${most} characters or fewer`,
  'value.notOneOf': ({ name, allowed }: Values) => `${name} must be one of: ${allowed}`,
  'value.notAddress': ({ name }: Values) => `${name} is not an address (URL) that can be used`,
  'value.notHostAndPort': ({ name, entry }: Values) =>
    `${name}: “${entry}” is not a host with a port: write such as intranet.example.go.th:8080, with commas between`,
  'value.neededWith': ({ name, other }: Values) => `${name} is missing: it is needed with ${other}`,
  'value.notObject': () => 'what was sent has to be one object, with a name for each of its values',
  'value.unknown': ({ name }: Values) => `${name} is not known here: take it out, or mend its spelling`,
  'value.invalid': ({ name }: Values) => `${name} has a value that cannot be accepted`,
  'address.unreadable': () =>
    'the address holds characters that cannot be read, such as a % with no code after it: check it and try again',
  'input.unstorable': () =>
    'what was sent holds characters that cannot be stored: take out the invisible ones and send it again',
  'method.notAllowed': ({ method, allowed }: Values) =>
    `this address does not take ${method}; it takes ${allowed}`,
  'service.unavailable': () => 'the service has a passing fault; nothing was lost: please try again',
}
