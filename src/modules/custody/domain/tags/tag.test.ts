import { expect, test } from 'vitest'
import { type TagPrint, checkDigitOf, normaliseTag, numberIn, splitTag, tagText } from './tag.ts'
import { type TagState, mayBecome, tagSteps } from './tag-state.ts'

const plain: TagPrint = { series: 'ITSCI-', digits: 7, from: 1_234_000, to: 1_234_999, checkDigit: 'none' }
const checked: TagPrint = { ...plain, checkDigit: 'luhn' }

test('a number never returns to an earlier state', () => {
  const states = Object.keys(tagSteps).filter((state): state is TagState => state in tagSteps)
  const reachable = (from: TagState): Set<TagState> => {
    const seen = new Set<TagState>()
    const waiting = [...tagSteps[from]]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (!seen.has(next)) waiting.push(...tagSteps[seen.add(next) && next])
    }
    return seen
  }
  for (const state of states) expect(reachable(state).has(state), state).toBe(false)
})

test.each<[TagState, TagState, boolean]>([
  ['in-stock', 'allocated', true],
  ['allocated', 'used', true],
  ['used', 'allocated', false],
  ['lost', 'used', false],
  ['used', 'lost', false],
  ['void', 'in-stock', false],
])('from %s to %s: %s', (from, to, may) => {
  expect(mayBecome(from, to)).toBe(may)
})

test.each([
  ['ITSCI-1234567', 'ITSCI-', '1234567'],
  ['1234567', '', '1234567'],
  ['CD/12 A', null, null],
])('the tag %s is read as series and number', (tag, series, run) => {
  expect(splitTag(tag)).toEqual(series === null ? null : { series, run })
})

test('what a person types and what a scanner reads are one text', () => {
  expect(normaliseTag(' itsci- 123 4567')).toBe('ITSCI-1234567')
})

test('a tag of the batch gives its number back, with and without a check digit', () => {
  for (const print of [plain, checked]) {
    for (const number of [print.from, 1_234_567, print.to]) expect(numberIn(print, tagText(print, number))).toEqual({ number })
    expect(numberIn(print, tagText(print, print.to + 1))).toBe('not-in-batch')
  }
})

test('every single wrong digit of a checked tag is found', () => {
  const tag = tagText(checked, 1_234_567)
  for (let place = 6; place < tag.length; place++) {
    for (let digit = 0; digit < 10; digit++) {
      const altered = `${tag.slice(0, place)}${digit}${tag.slice(place + 1)}`
      if (altered !== tag) expect(typeof numberIn(checked, altered)).toBe('string')
    }
  }
})

test('the check digit is that of Luhn', () => {
  expect(checkDigitOf('7992739871')).toBe('3')
})
