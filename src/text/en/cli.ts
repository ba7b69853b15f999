/** What the commands and the server tell the operator. */
import type { Values } from '../text.ts'

export const cli = {
  frameworkHolds: ({ year, hash }: Values) => `framework ${year} holds together (${hash})`,
  recorded: ({ year, agency, files }: Values) =>
    `${files} file${files === 1 ? '' : 's'} of ${agency} recorded in the round of ${year}`,
  resultsDone: {
    compute: ({ year, agencies }: Values) => `computed the results of ${year} for ${agencies} agencies`,
    freeze: ({ year, agencies }: Values) => `froze the results of ${year} for ${agencies} agencies`,
    publish: ({ year, agencies }: Values) => `published the results of ${year} for ${agencies} agencies`,
  },
  demoAt: ({ address }: Values) => `the demo is at ${address}`,
  greeting: ({ address, year }: Values) =>
    year
      ? `Prongsai is ready at ${address}\n  overview        ${address}/en/\n  ranking         ${address}/en/results?year=${year}\n  API             ${address}/api/v1/results?year=${year}\nCtrl-C stops it`
      : `Prongsai is ready at ${address}\nNo results are published yet. Ctrl-C stops it`,
}
