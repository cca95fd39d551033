import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../', import.meta.url)
const screens = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))

test('every field of words about a person tells the browser to keep, correct and send away nothing: `<LongTextField sealed`', () => {
  const fields = screens.flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/<LongTextField\b([\s\S]*?)\/>/g)].map(
      (found) => [name, found[1] ?? ''] as const,
    ),
  )
  expect(fields.length).toBeGreaterThan(5)
  expect(fields.filter(([, given]) => !/\bsealed\b/.test(given)).map(([name]) => name)).toEqual([])
})
