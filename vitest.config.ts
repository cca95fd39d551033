import { dirname, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/*
Files of tests on the database share the modules of their worker: reading the whole program anew for each cost a third of the time. A bed (test/…-bed.ts) is a
world with a state, so each file that stands on one gets its own copy of it.
*/
const ownBeds: Plugin = {
  name: 'own-beds',
  enforce: 'pre',
  resolveId(id, importer) {
    if (importer === undefined || !id.endsWith('-bed.ts')) return null
    const [from = ''] = importer.split('?')
    return `${resolve(dirname(from), id)}?of=${encodeURIComponent(from)}`
  },
}

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
        plugins: [ownBeds],
        test: {
          ...shared,
          name: 'database',
          isolate: false,
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
