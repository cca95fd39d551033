import { defineConfig } from 'vitest/config'

// Two workers: the machines that check us have two cores, and each file with a database makes its own.
const shared = {
  globalSetup: ['test/start-postgres.ts'],
  maxWorkers: 2,
  testTimeout: 150_000,
  hookTimeout: 120_000,
  teardownTimeout: 20_000,
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: [
            'src/kernel/**/*.test.ts',
            'src/modules/*/domain/**/*.test.ts',
            'src/modules/*/{ui,page,words}/**/*.test.{ts,tsx}',
            'src/app/**/*.test.{ts,tsx}',
            'tools/**/*.test.ts',
          ],
          globalSetup: [],
        },
      },
      {
        test: {
          ...shared,
          name: 'database',
          include: [
            'src/{platform,bin,exchange}/**/*.test.ts',
            'src/modules/*/server/**/*.test.ts',
            'src/modules/*/*.test.ts',
            'test/{gates,stories,frozen}/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/start-server.ts'],
          testTimeout: 180_000,
        },
      },
    ],
  },
})
