import { expect, test } from 'vitest'
import { statusRulebookOn, statusRulebooks } from './rulebooks.ts'

test.each([
  ['CD', '2010-01-01', 'RCM1_2011'],
  ['CD', '2012-02-29', 'CD_0058_2012'],
  ['CD', '2021-11-11', 'CD_0058_2012'],
  ['CD', '2021-11-12', 'CD_0677_2021'],
  ['RW', '2024-01-01', 'RW_002_2012'],
  ['BI', '2019-12-31', 'RCM1_2011'],
  ['BI', '2020-01-01', 'RCM2_2019'],
])('in %s on %s the rulebook is %s', (country, day, id) => {
  expect(statusRulebookOn(country, day).id).toBe(id)
})

test('every value of every rulebook says where it stands and how far it may be trusted', () => {
  for (const book of statusRulebooks) {
    for (const cited of Object.values(book.values)) {
      if (typeof cited === 'string') continue
      expect(cited.source.length).toBeGreaterThan(3)
      expect(['V', 'S', 'U', 'D']).toContain(cited.evidence)
    }
  }
})
