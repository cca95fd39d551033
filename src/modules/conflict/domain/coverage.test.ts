import { expect, test } from 'vitest'
import { coversAll, countryOfArea } from './coverage.ts'

const file = (coversFrom: string, coversUntil: string, country = 'CD') => ({ country, coversFrom, coversUntil })
const year = { from: '2024-01-01', until: '2024-12-31' }

test.each([
  ['nothing', [], false],
  ['the very year', [file('2024-01-01', '2024-12-31')], true],
  ['one day less', [file('2024-01-01', '2024-12-30')], false],
  ['one day late', [file('2024-01-02', '2024-12-31')], false],
  ['two halves', [file('2024-07-01', '2025-06-30'), file('2023-07-01', '2024-06-30')], true],
  ['two halves and a day between', [file('2024-07-02', '2025-06-30'), file('2023-07-01', '2024-06-30')], false],
  ['a short one inside a long one', [file('2023-01-01', '2025-12-31'), file('2024-03-01', '2024-03-31')], true],
  ['another country', [file('2023-01-01', '2025-12-31', 'MN')], false],
])('%s', (_what, files, expected) => expect(coversAll(files, 'CD', year)).toBe(expected))

test('the country of an area stands in its code', () => expect(countryOfArea('CD7401')).toBe('CD'))
