import { defineConfig } from 'vitest/config'
export default defineConfig({ test: { root: '/work/main', include: ['test/scratch-exchange/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 200_000, maxWorkers: 1 } })
