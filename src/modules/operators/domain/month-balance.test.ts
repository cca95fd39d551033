/* The columns of a trader's month close to the gram and the milligram, whatever happened to its lots. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asId } from '../../../kernel/schema.ts'
import type { HeldAmount, HeldLot } from '../../custody/contract-trades.ts'
import { movementOf } from './month-balance.ts'

const idOf = (n: number): string => `01900000-0000-7000-8000-00000000000${n}`
const none: HeldAmount = { grams: 0, milligrams: null }
const kilograms = (grams: number): HeldAmount => ({ grams, milligrams: null })
const lotOf = (n: number, part: Partial<HeldLot> = {}): HeldLot => ({
  ...{ lot: asId('lot', idOf(n)), mineral: 'Sn', heldBefore: false, heldAfter: false, madeHere: false },
  ...{ opening: none, closing: none, formed: none, drawn: none },
  ...part,
})
const entryOf = (n: number, direction: 'in' | 'out', massGrams: number) =>
  ({ lot: idOf(n), direction, mineral: 'Sn', massGrams, massMilligrams: null }) as const
const silent = { openingGrams: 0, otherInGrams: 0, otherOutGrams: 0, differenceGrams: 0 }

test('a bag weighed again on arrival is a weighing difference; one that was bought and not yet received is another exit', () => {
  const arrived = lotOf(1, { heldAfter: true, closing: kilograms(39_000) })
  expect(movementOf([arrived], [entryOf(1, 'in', 42_100)])).toMatchObject({
    ...silent,
    differenceGrams: -3_100,
    closing: { grams: 39_000 },
  })
  expect(movementOf([lotOf(2)], [entryOf(2, 'in', 42_500)])).toMatchObject({ ...silent, otherOutGrams: 42_500, closing: { grams: 0 } })
  const bought = lotOf(3, { heldAfter: true, closing: kilograms(42_000) })
  expect(movementOf([bought], [])).toMatchObject({ ...silent, otherInGrams: 42_000 })
})
test('combining moves nothing in or out; what processing loses is another exit', () => {
  const inputs = [1, 2].map((n) => lotOf(n, { heldBefore: true, heldAfter: true, opening: kilograms(40_000), drawn: kilograms(40_000) }))
  const made = (grams: number) => lotOf(3, { heldAfter: true, madeHere: true, formed: kilograms(grams), closing: kilograms(grams) })
  expect(movementOf([...inputs, made(80_000)], [])).toMatchObject({ ...silent, openingGrams: 80_000, closing: { grams: 80_000 } })
  expect(movementOf([...inputs, made(77_000)], [])).toMatchObject({ ...silent, openingGrams: 80_000, otherOutGrams: 3_000 })
})
test('what went in at one weight and out at another leaves its difference and nothing else', () => {
  const sold = lotOf(1, { heldBefore: true, opening: kilograms(48_100) })
  expect(movementOf([sold], [entryOf(1, 'out', 48_400)])).toMatchObject({ ...silent, openingGrams: 48_100, differenceGrams: 300 })
})

const mass = fc.integer({ min: 0, max: 90_000_000 })
const amount = (fine: boolean) => mass.map((milligrams) => ({ grams: Math.round(milligrams / 1000), milligrams: fine ? milligrams : null }))
const world = fc.boolean().chain((fine) =>
  fc.record({
    lots: fc.uniqueArray(
      fc.record({
        n: fc.integer({ min: 0, max: 7 }),
        ...{ heldBefore: fc.boolean(), heldAfter: fc.boolean(), madeHere: fc.boolean() },
        ...{ opening: amount(fine), closing: amount(fine), formed: amount(fine), drawn: amount(fine) },
      }),
      { selector: (one) => one.n, maxLength: 8 },
    ),
    entries: fc.array(fc.record({ n: fc.integer({ min: 0, max: 9 }), direction: fc.constantFrom('in', 'out'), of: amount(fine) }), {
      maxLength: 20,
    }),
  }),
)
test('opening + bought + other entries − sold − other exits + differences = closing, exactly, in grams and in milligrams', () => {
  fc.assert(
    fc.property(world, ({ lots, entries }) => {
      const held = lots.map(({ n, ...one }) =>
        lotOf(n, { ...one, opening: one.heldBefore ? one.opening : none, closing: one.heldAfter ? one.closing : none }),
      )
      const moved = entries.map(({ n, direction, of }) => ({ ...entryOf(n, direction, of.grams), massMilligrams: of.milligrams }))
      const flow = (unit: (one: (typeof moved)[number]) => number): number =>
        moved.reduce((total, one) => total + (one.direction === 'in' ? unit(one) : -unit(one)), 0)
      const found = movementOf(held, moved)
      expect(found.openingGrams + flow((one) => one.massGrams) + found.otherInGrams - found.otherOutGrams + found.differenceGrams).toBe(
        found.closing.grams,
      )
      expect(Math.min(found.otherInGrams, found.otherOutGrams)).toBeGreaterThanOrEqual(0)
      if (found.openingMilligrams === null) return
      const { otherInMilligrams, otherOutMilligrams, differenceMilligrams } = found
      const fine = flow((one) => one.massMilligrams ?? 0)
      expect(found.openingMilligrams + fine + (otherInMilligrams ?? 0) - (otherOutMilligrams ?? 0) + (differenceMilligrams ?? 0)).toBe(
        found.closing.milligrams,
      )
    }),
    { numRuns: 300 },
  )
})
