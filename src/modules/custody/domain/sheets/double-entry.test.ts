import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { SheetContent } from '../../contract-sheets.ts'
import { compareEntries, missingNumbers, repeatedTags, sheetState, sheetSums } from './double-entry.ts'
import { type BookContext, bookDecider } from './sheet-events.ts'

const holder = asId('organisation', '01900000-0000-7000-8000-000000000009')
const content: SheetContent = {
  ...{ day: '2026-11-20', mineral: 'Sn', holder, carriedGrams: 100_000, totalGrams: 182_500 },
  lines: [
    { line: 1, tag: 'LK-000001', massGrams: 41_000, pit: 'P3' },
    { line: 2, tag: 'LK-000002', massGrams: 41_500 },
  ],
}
const line = (at: number, change: object): SheetContent => ({
  ...content,
  lines: content.lines.map((one, index) => (index === at ? { ...one, ...change } : one)),
})

test('two entries agree when every cell does; blanks, small letters and remarks are no difference', () => {
  expect(compareEntries(content, line(0, { tag: ' lk- 000001', remark: 'mouillé' }))).toEqual([])
})
test.each<[string, SheetContent, object]>([
  ['a digit of a mass', line(1, { massGrams: 45_100 }), { line: 2, field: 'massGrams', first: '41500', second: '45100' }],
  ['a tag', line(0, { tag: 'LK-000007' }), { line: 1, field: 'tag', first: 'LK-000001', second: 'LK-000007' }],
  ['a pit that one did not see', line(0, { pit: undefined }), { line: 1, field: 'pit', first: 'P3', second: null }],
  ['the carried total', { ...content, carriedGrams: 10_000 }, { line: null, field: 'carriedGrams', first: '100000', second: '10000' }],
])('%s', (_name, other, difference) => expect(compareEntries(content, other)).toEqual([difference]))
test('a line that only one typed differs in each of its cells', () => {
  const more = { ...content, lines: [...content.lines, { line: 3, tag: 'LK-000003', massGrams: 40_000 }] }
  expect(compareEntries(content, more).map((one) => [one.line, one.field])).toEqual([
    [3, 'tag'],
    [3, 'massGrams'],
  ])
})

test('a sheet goes from draft to agreed, and back to differing when an entry is changed', () => {
  const at = (first: SheetContent | null, second: SheetContent | null, posted = false) => sheetState({ first, second, posted })
  expect([
    at(null, null),
    at(content, null),
    at(content, line(0, { massGrams: 1 })),
    at(content, content),
    at(content, content, true),
  ]).toEqual(['draft', 'entered-once', 'entered-twice', 'agreed', 'posted'])
})

test('the sums of the paper are checked to the gram', () => {
  expect(sheetSums(content, 100_000)).toEqual([])
  expect(sheetSums(content, null)).toEqual([])
  expect(sheetSums({ ...content, totalGrams: 182_501 }, 100_000)).toMatchObject([{ rule: 'S02', facts: { differenceGrams: 1 } }])
  expect(sheetSums(content, 99_999)).toMatchObject([{ rule: 'S03', facts: { differenceGrams: 1, beforeGrams: 99_999 } }])
})
test('a tag that stands twice on one sheet is named with both lines', () => {
  expect(repeatedTags(line(1, { tag: 'lk-000001' }))).toMatchObject([{ rule: 'S05', facts: { tag: 'LK-000001', line: 2, otherLine: 1 } }])
})
test('F20: numbers below the highest that nobody handed in', () => {
  expect(missingNumbers({ from: 10 }, [10, 12, 15])).toEqual([11, 13, 14])
  expect(missingNumbers({ from: 10 }, [])).toEqual([])
})

const facts: BookContext = { happenedOn: '2026-11-20', overlap: null, knownSite: true, insideTerritory: true }
const book = {
  type: 'print-book',
  kind: 'mine',
  prefix: 'mw-',
  from: 1,
  to: 50,
  rowsPerSheet: 25,
  site: asId('site', '01900000-0000-7000-8000-000000000001'),
  holder: null,
} as const
test('a book is printed with its numbers, once', () => {
  expect(bookDecider.decide(null, book, facts)).toMatchObject({
    ok: true,
    value: [{ payload: { prefix: 'MW-', printedOn: '2026-11-20' } }],
  })
})
test.each<[string, Parameters<typeof bookDecider.decide>[1], Partial<BookContext>]>([
  ['sheet-range-not-valid', { ...book, to: 0 }, {}],
  ['sheet-range-not-valid', { ...book, to: 9_000 }, {}],
  ['sheet-book-whose', { ...book, site: null }, {}],
  ['sheet-book-whose', { ...book, kind: 'trader' }, {}],
  ['unknown-site', book, { knownSite: false }],
  ['outside-your-territory', book, { insideTerritory: false }],
  ['sheet-numbers-taken', book, { overlap: 'MW-00012' }],
])('%s', (code, command, more) => {
  const outcome = bookDecider.decide(null, command, { ...facts, ...more })
  expect(outcome.ok ? 'accepted' : outcome.refusal.code).toBe(code)
})
