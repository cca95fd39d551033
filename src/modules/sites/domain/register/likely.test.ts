import { expect, test } from 'vitest'
import { type Candidate, editDistance, likelyDuplicates, metresBetween, nameLikeness } from './likely.ts'

const nyabibwe = { latitude: -1.9641, longitude: 28.1234 }
const candidate = (name: string, more: Partial<Candidate> = {}): Candidate => ({
  site: '00000000-0000-7000-8000-000000000001',
  name,
  nationalId: 'cd-1',
  aliases: [],
  at: nyabibwe,
  ...more,
})
const near = (metres: number) => ({ latitude: nyabibwe.latitude + metres / 111_195, longitude: nyabibwe.longitude })

test.each([
  ['Kalimbi', 'KALIMBI'],
  ['Site de Kalimbi', 'Kalimbi'],
  ['Carré Kalimbi', 'Mgodi wa Kalimbi'],
  ['Maï-Ndombe', 'Mai Ndombe'],
  ['Kalimbi', 'Kalymbi'],
  ['Luwowo', 'Luouo'],
  ['Kalimbi Koweit', 'Koweit Kalimbi'],
  ['Zola Zola', 'Zolazola'],
  ['Nyamukubi', 'Nyamokubi'],
])('%s and %s are alike', (a, b) => {
  expect(nameLikeness(a, b)).toBeGreaterThan(0.8)
})

test.each([
  ['Kalimbi', 'Mukungwe'],
  ['Kalimbi 1', 'Kalimbi 2'],
  ['Koweit 1', 'Koweit'],
  ['Lukanda', 'Lubanda'],
])('%s and %s are told apart more', (a, b) => {
  expect(nameLikeness(a, b)).toBeLessThan(0.9)
})

test('the same name 300 m away is warned of, 60 km away it is a homonym, without a position it is asked', () => {
  const register = [candidate('Site de Kalimbi')]
  expect(likelyDuplicates({ name: 'kalimbi', at: near(300) }, register)).toMatchObject([
    { score: expect.any(Number), matched: 'Site de Kalimbi' },
  ])
  expect(likelyDuplicates({ name: 'kalimbi', at: near(300) }, register)[0]?.score).toBeGreaterThan(90)
  expect(likelyDuplicates({ name: 'kalimbi', at: near(60_000) }, register)).toEqual([])
  expect(likelyDuplicates({ name: 'kalinbo', at: null }, register)).toEqual([])
  expect(likelyDuplicates({ name: 'kalimbi', at: null }, register)).toHaveLength(1)
})

test('another name on the same pit is shown, another name 2 km away is not', () => {
  expect(likelyDuplicates({ name: 'Mukungwe', at: near(20) }, [candidate('Kalimbi')])).toEqual([])
  expect(likelyDuplicates({ name: 'Mukungwe', at: near(2000) }, [candidate('Kalimbi')])).toEqual([])
  expect(likelyDuplicates({ name: 'Kalindi', at: near(20) }, [candidate('Kalimbi')])).toHaveLength(1)
})

test('an alias counts, and a site is not its own duplicate', () => {
  const known = candidate('Mukungwe', { aliases: ['Kalimbi'] })
  expect(likelyDuplicates({ name: 'Kalimbi', at: near(100) }, [known])).toMatchObject([{ matched: 'Kalimbi', name: 'Mukungwe' }])
  expect(likelyDuplicates({ name: 'Kalimbi', at: near(100), self: known.site }, [known])).toEqual([])
})

test('a swap of neighbours is one slip; a degree of latitude is 111 km', () => {
  expect(editDistance('kalimbi', 'kailmbi')).toBe(1)
  expect(Math.round(metresBetween({ latitude: 0, longitude: 29 }, { latitude: 1, longitude: 29 }) / 1000)).toBe(111)
})
