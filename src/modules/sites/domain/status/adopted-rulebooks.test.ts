import { expect, test } from 'vitest'
import { type Adoption, type RulebookCommand, adoptionOn, bookOf, rulebookDecider } from './adopted-rulebooks.ts'
import { CD_0677_2021, RCM2_2019 } from './rulebooks.ts'

const adopt = (more: Partial<RulebookCommand> = {}): RulebookCommand => ({
  ...{ say: 'adopt', country: 'CD', rulebook: 'CD_0677_2021', from: '2026-01-01', periods: [], reason: 'circulaire 3/2026' },
  ...more,
})
const codeOf = (command: RulebookCommand): string => {
  const outcome = rulebookDecider.decide(rulebookDecider.initial, command, {})
  return outcome.ok ? 'adopted' : outcome.refusal.code
}

test.each<[string, Partial<RulebookCommand>, string]>([
  ['an uncertain value may be set', { periods: [{ name: 'blueAfterGreenCountsFrom', value: 'green' }] }, 'adopted'],
  ['a value read in the source may not', { periods: [{ name: 'yellowMonths', value: 3 }] }, 'period-is-read-in-the-source'],
  [
    'an unverified period of Rwanda may be set',
    { country: 'RW', rulebook: 'RW_002_2012', periods: [{ name: 'greenMonths', value: 6 }] },
    'adopted',
  ],
  ['months are no starting point', { periods: [{ name: 'blueAfterGreenCountsFrom', value: 6 }] }, 'period-not-valid'],
  [
    'a period that no calendar holds',
    { country: 'RW', rulebook: 'RW_002_2012', periods: [{ name: 'greenMonths', value: 1_000_000 }] },
    'period-not-valid',
  ],
  ['the text of another country', { country: 'RW' }, 'rulebook-of-another-country'],
  ['a country that is none', { country: 'cd', rulebook: 'RCM2_2019' }, 'country-not-a-member'],
  ['the regional manual suits any', { rulebook: 'RCM2_2019' }, 'adopted'],
  ['a text that nobody knows', { rulebook: 'XX' }, 'unknown-rulebook'],
  ['before the text began', { from: '2020-01-01' }, 'rulebook-not-yet-in-force'],
])('%s', (_name, more, code) => {
  expect(codeOf(adopt(more))).toBe(code)
})

const choice = (more: Partial<Adoption> = {}): Adoption => {
  const { say: _say, ...rest } = adopt()
  return { ...rest, id: 'a', recordedAt: '2026-02-01T00:00:00.000Z', ...more }
}

test('a choice speaks from its day, for its country, once it is known; the later of two counts', () => {
  const all = [choice(), choice({ id: 'b', from: '2026-06-01' }), choice({ id: 'c', recordedAt: '2026-03-01T00:00:00.000Z' })]
  const on = (day: string, knownAt: string, country = 'CD') => adoptionOn(all, { country, day, knownAt })?.id ?? null
  expect(on('2025-12-31', '2027-01-01')).toBe(null)
  expect(on('2026-01-01', '2026-01-15')).toBe(null)
  expect(on('2026-01-01', '2026-02-15')).toBe('a')
  expect(on('2026-01-01', '2026-03-15')).toBe('c')
  expect(on('2026-07-01', '2026-03-15')).toBe('b')
  expect(on('2026-07-01', '2026-03-15', 'RW')).toBe(null)
})

test('a value that is set bears its reason as its source and the mark D; the text itself is untouched', () => {
  const book = bookOf(choice({ periods: [{ name: 'blueAfterGreenCountsFrom', value: 'green' }] }))
  expect(book).toMatchObject({
    id: 'CD_0677_2021@2026-01-01',
    from: CD_0677_2021.from,
    values: { blueAfterGreenCountsFrom: { value: 'green', evidence: 'D', source: 'circulaire 3/2026' }, yellowMonths: { value: 6 } },
  })
  expect(CD_0677_2021.values.blueAfterGreenCountsFrom.value).toBe('lapse')
  expect(bookOf(choice())).toBe(CD_0677_2021)
  expect(bookOf(choice({ rulebook: 'RCM2_2019' })).from, 'a text that was not in force begins with the choice').toBe('2026-01-01')
  expect(RCM2_2019.from).toBe('2020-01-01')
})
