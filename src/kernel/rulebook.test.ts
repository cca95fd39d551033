import { expect, test } from 'vitest'
import { rulebookOn, rulebookText } from './rulebook.ts'

const old = { id: 'A', from: '2011-11-30', title: 'old', values: { months: 12 } }
const young = { id: 'B', from: '2021-11-12', title: 'young', values: { months: 6 } }

test.each([
  ['2011-01-01', 'A'],
  ['2021-11-11', 'A'],
  ['2021-11-12', 'B'],
  ['2026-01-01', 'B'],
])('on %s rulebook %s applies', (day, expected) => {
  expect(rulebookOn([old, young], day).id).toBe(expected)
  expect(rulebookOn([young, old], day).id).toBe(expected)
})

test('the text of a rulebook does not depend on the order in which it was typed', () => {
  expect(rulebookText({ values: { months: 12 }, title: 'old', from: '2011-11-30', id: 'A' })).toBe(rulebookText(old))
})
