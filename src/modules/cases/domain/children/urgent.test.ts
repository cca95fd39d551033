/* What must not know of what, held by looking at who imports whom. */
import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

const importsOf = (area: string): string => {
  const folder = new URL(`../${area}/`, import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  expect(files.length).toBeGreaterThan(0)
  return files
    .flatMap((name) =>
      readFileSync(new URL(name, folder), 'utf8')
        .split('\n')
        .filter((line) => / from '/.test(line)),
    )
    .join('\n')
}

test.each(['referral', 'shelter', 'consent', 'clocks', 'witness'])(
  'a pending determination blocks no urgent protection: %s does not know of it',
  (area) => {
    expect(importsOf(area)).not.toContain('/children/')
  },
)
test('who is offered a service, and who gets a bed, is decided without knowing consent', () => {
  expect(readFileSync(new URL('../referral/service-point.ts', import.meta.url), 'utf8')).not.toContain("from '../consent/")
  expect(importsOf('shelter')).not.toContain('/consent/')
})
test('no rule about help knows what a body found about the person, or whether there is a complaint', () => {
  for (const area of ['referral', 'shelter', 'livelihood', 'clocks']) {
    expect(importsOf(area)).not.toContain('/justice/')
    expect(importsOf(area)).not.toContain('/identification/')
  }
})
