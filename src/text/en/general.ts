/** Problems that any part of the system may meet. */
import type { Values } from '../text.ts'

export const generalProblems = {
  'file.unreadable': ({ file }: Values) => `cannot open ${file}: check its name and that it may be read`,
  'file.empty': () => 'the file is empty: it holds no data row',
  'file.notUtf8': () => 'the file is not UTF-8: save it again as CSV UTF-8',
  'year.invalid': ({ value }: Values) =>
    `"${value}" is not a fiscal year of the Buddhist era: give four digits, such as 2568`,
  'config.invalid': () => 'a setting is not right',
  'config.setting': ({ name, reason }: Values) => `variable ${name}: ${reason}`,
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
  'server.portTaken': ({ port }: Values) =>
    `port ${port} is in use by another program: stop it, or set PORT to another number`,
  'page.notFound': () => 'there is no such page',
  'query.invalid': () => 'the request has a parameter that is not right',
  'query.parameter': ({ name, reason }: Values) => `parameter ${name}: ${reason}`,
  'service.unavailable': () => 'the service has a passing fault; nothing was lost: please try again',
}
