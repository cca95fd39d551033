/* Codes of standings read in words; what is no code stays as it is. */
import { expect, test } from 'vitest'
import { reportNumber } from './release.ts'
import { standingText } from './standing-text.ts'

const words: { readonly [code: string]: string } = { green: 'vert', blue_lapsed_green: 'bleu, vert échu', unknown: 'inconnu' }
const wordOf = (code: string) => words[code] ?? code
test.each([
  ['GREEN (6)', 'vert (6)'],
  ['GREEN (6), BLUE_LAPSED_GREEN (1), ? (2)', 'vert (6), bleu, vert échu (1), inconnu (2)'],
  ['–', '–'],
])('%s reads %s', (kept, said) => expect(standingText(kept, wordOf)).toBe(said))

test('a report and a risk do not share a series of numbers; a later version stays in the series of the first', () => {
  const parts = { year: 2026, sequence: 1, version: 1 }
  expect(reportNumber(parts)).toBe('RP-2026-0001-1')
  expect(reportNumber({ ...parts, version: 2 }, 'RP-2026-0001-1')).toBe('RP-2026-0001-2')
  expect(reportNumber({ ...parts, version: 2 }, 'R-2026-0001-1')).toBe('R-2026-0001-2')
})
