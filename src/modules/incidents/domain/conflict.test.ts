import { expect, test } from 'vitest'
import { type Body, type Concerned, isParty, sees, viewOf, worksIn } from './conflict.ts'

const body = (kind: Body['kind'], area: string | null, id = 'x'): Body => ({ id, kind, area })
const about = (more: Partial<Concerned> = {}): Concerned => ({
  parties: [],
  classes: [],
  provinceCode: 'CD61',
  territoireCode: 'CD6103',
  ...more,
})

test.each([
  ['a national body works everywhere', null, 'CD61', 'CD6103', true],
  ['its own province', 'CD61', 'CD61', 'CD6103', true],
  ['its own territoire', 'CD6103', 'CD61', 'CD6103', true],
  ['the territoire beside, whose office is of the same province', 'CD6104', 'CD61', 'CD6103', true],
  ['an area below the territoire', 'CD610302', 'CD61', 'CD6103', true],
  ['another province', 'CD62', 'CD61', 'CD6103', false],
  ['a territoire of the province, where the territoire is not known', 'CD6104', 'CD61', null, true],
  ['nobody knows where', 'CD62', null, null, true],
] as const)('%s', (_what, area, provinceCode, territoireCode, works) => expect(worksIn(area, { provinceCode, territoireCode })).toBe(works))

test('a class of a state body makes parties of all its bodies in the area; traders are many, and parties by name only', () => {
  expect(isParty(body('mines-police', 'CD61'), about({ classes: ['mines-police'] }))).toBe(true)
  expect(isParty(body('mines-police', 'CD62'), about({ classes: ['mines-police'] }))).toBe(false)
  expect(isParty(body('saemape', null), about({ classes: ['saemape'] }))).toBe(true)
  expect(isParty(body('civil-society', 'CD61'), about({ classes: ['civil-society'] }))).toBe(true)
  expect(isParty(body('un', null), about({ classes: ['un'] }))).toBe(true)
  expect(isParty(body('trader', 'CD61'), about({ classes: ['trader'] }))).toBe(false)
  expect(isParty(body('trader', 'CD61'), about({ parties: ['x'] }))).toBe(true)
  expect(isParty(null, about({ parties: ['x'], classes: ['ministry'] }))).toBe(true)
  expect(viewOf(null, { ...about(), confidentiality: 'members' }, { read: true, handle: true, protect: true })).toBe('nothing')
})

test('who reads what: restricted for those who handle, protection for those who protect, whatever else they hold', () => {
  const reader = { read: true, handle: false, protect: false }
  const handler = { read: true, handle: true, protect: false }
  const protector = { read: true, handle: false, protect: true }
  expect([reader, handler, protector].map((one) => sees('members', one))).toEqual([true, true, true])
  expect([reader, handler, protector].map((one) => sees('restricted', one))).toEqual([false, true, false])
  expect([reader, handler, protector].map((one) => sees('protection', one))).toEqual([false, false, true])
})
