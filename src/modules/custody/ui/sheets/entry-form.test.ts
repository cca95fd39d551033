import { expect, test } from 'vitest'
import { type EntryTexts, emptyEntry, emptyLine, keptName, readEntry, textsOf } from './entry-form.ts'
import { keptIn } from '../../../../app/kit/kept-form.ts'
import { runsText } from './runs-text.ts'

const holder = '01900000-0000-7000-8000-000000000009'
const typed: EntryTexts = {
  ...emptyEntry(25, holder),
  ...{ day: '2026-11-20', mineral: 'Sn', carried: '100', total: '182,5' },
  lines: emptyEntry(25, holder)
    .lines.with(0, { ...emptyLine, tag: 'LK-1', mass: '41', pit: 'P3' })
    .with(4, { ...emptyLine, mass: '41,5' }),
}
test('what is typed in kilograms becomes grams, empty rows are left out, and comes back as it was typed', () => {
  const read = readEntry(typed)
  if (!read.ok) throw new Error('not read')
  expect(read.content).toMatchObject({
    ...{ carriedGrams: 100_000, totalGrams: 182_500 },
    lines: [
      { line: 1, tag: 'LK-1', massGrams: 41_000, pit: 'P3' },
      { line: 5, tag: null, massGrams: 41_500 },
    ],
  })
  expect(textsOf(read.content, 25, 'fr')).toEqual(typed)
})
test.each<[object, object]>([
  [{ day: '' }, { at: 'day' }],
  [{ total: '' }, { at: 'head' }],
  [{ carried: 'x' }, { at: 'head' }],
  [{ lines: typed.lines.with(2, { ...emptyLine, tag: 'LK-9' }) }, { at: 'mass', line: 3 }],
  [{ lines: typed.lines.with(2, { ...emptyLine, mass: '4O' }) }, { at: 'mass', line: 3 }],
])('%o', (change, fault) => expect(readEntry({ ...typed, ...change })).toEqual({ ok: false, fault }))
test('missing numbers are shown as runs', () => expect(runsText([3, 4, 9])).toBe('3–4, 9'))

test('a half-typed page is kept as it stands, each reading of each sheet by itself', () => {
  const half = { ...typed, day: '', total: '' }
  expect(keptIn(JSON.stringify(half), emptyEntry(25, ''))).toEqual(half)
  const names = [keptName('a', 'first'), keptName('a', 'second'), keptName('b', 'first')]
  expect(new Set(names).size).toBe(3)
})
