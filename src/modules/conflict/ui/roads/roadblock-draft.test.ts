/* What is sent of a roadblock that somebody writes. */
import { expect, test } from 'vitest'
import { emptyRoadblock, numberIn, sentRoadblock } from './roadblock-draft.ts'

const source = { name: 'Relevé (fictif)', reliability: 'B', credibility: '2' } as const
const draft = { ...emptyRoadblock('2026-11-20'), name: ' Carrefour ', latitude: '-2,5', longitude: '21.4' }

test('a position with a comma or a point is read; words are no number', () => {
  expect(numberIn(' -2,5')).toBe(-2.5)
  expect(numberIn('2.5')).toBe(2.5)
  expect([numberIn(''), numberIn('deux'), numberIn('1e3')]).toEqual([null, null, null])
})
test('a roadblock is sent with its place; who holds it stays unnamed where nobody wrote it', () => {
  expect(sentRoadblock(draft, source)).toMatchObject({
    ...{ name: 'Carrefour', at: { latitude: -2.5, longitude: 21.4 }, road: null, km: null, amount: null },
    operators: [{ actor: null, written: null, class: 'unknown' }],
  })
})
test('without place, source or a readable amount nothing is sent', () => {
  expect(sentRoadblock({ ...draft, latitude: '' }, source)).toBeNull()
  expect(sentRoadblock(draft, null)).toBeNull()
  expect(sentRoadblock({ ...draft, amount: 'beaucoup' }, source)).toBeNull()
  expect(sentRoadblock({ ...draft, where: 'road', km: '3' }, source)).toBeNull()
})
test('an amount is sent with its currency and for what; 0 is an amount', () => {
  expect(sentRoadblock({ ...draft, amount: '0', currency: 'usd', per: 'load' }, source)?.amount).toEqual({
    ...{ value: 0, currency: 'USD', per: 'load' },
  })
})
test('minerals that are taken are sent with it', () => {
  expect(sentRoadblock({ ...draft, taxed: ['minerals'], resources: ['Sn', 'Ta'] }, source)).toMatchObject({
    taxed: ['minerals'],
    resources: ['Sn', 'Ta'],
  })
})
