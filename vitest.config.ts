/** Which tests there are: those that need nothing, those that need PostgreSQL, and those that need the whole product. */
import { defineConfig } from 'vitest/config'

const databaseTests = 'src/**/*.db.test.ts'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          exclude: [databaseTests],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'database',
          include: [databaseTests],
          globalSetup: 'tests/support/global-setup.ts',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/e2e/*.spec.ts'],
          globalSetup: 'tests/support/server.ts',
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
