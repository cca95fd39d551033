import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Caused, causalOrder, headsOf, nextToGo, withPredecessors } from './causal.ts'

/** Any history without rings: each item sees some of those before it. */
const histories = fc
  .array(fc.record({ sees: fc.array(fc.nat(), { maxLength: 4 }), key: fc.nat(99_999) }), { maxLength: 40 })
  .map((items) => {
    const ids = items.map(({ key }, at) => `${String(key).padStart(5, '0')}-${at}`)
    return items.map(({ sees }, at): Caused & { readonly bytes: number } => ({
      id: ids[at] ?? '',
      after: at === 0 ? [] : [...new Set(sees.map((index) => ids[index % at] ?? ''))],
      bytes: 1 + (sees.length % 3),
    }))
  })
const shuffledPair = histories.chain((items) =>
  fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length, maxLength: items.length })),
)
const ids = (items: readonly Caused[]): readonly string[] => items.map((one) => one.id)
const isInOrder = (order: readonly Caused[]): boolean => {
  const all = new Set(ids(order))
  const seen = new Set<string>()
  return order.every((one) => {
    const fits = one.after.every((id) => !all.has(id) || seen.has(id))
    seen.add(one.id)
    return fits
  })
}

describe('the order of what knows of each other', () => {
  test('every predecessor first, nothing left out, the same whatever the order of arrival', () => {
    fc.assert(
      fc.property(shuffledPair, ([items, shuffled]) => {
        const order = causalOrder(shuffled)
        expect(isInOrder(order)).toBe(true)
        expect(ids(order)).toEqual(ids(causalOrder(items)))
        expect(ids(order).toSorted()).toEqual(ids(items).toSorted())
      }),
    )
  })
  test('a ring, which only a forger makes, loses nothing', () => {
    const ring = [
      { id: 'a', after: ['b'] },
      { id: 'b', after: ['a'] },
      { id: 'c', after: [] },
      { id: 'd', after: ['d', 'nowhere'] },
    ]
    expect(ids(causalOrder(ring))).toEqual(['c', 'd', 'a', 'b'])
  })
  test('heads are those that nobody has seen; a new one that names them is the only head', () => {
    fc.assert(
      fc.property(histories, (items) => {
        const heads = headsOf(items)
        for (const one of items) expect(heads.includes(one.id)).toBe(!items.some((other) => other.after.includes(one.id)))
        expect(headsOf([...items, { id: 'new', after: heads }])).toEqual(['new'])
      }),
    )
  })
  test('one that is tapped goes with all that it has seen, and with nothing else', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (items, at) => {
        const tapped = items[at % Math.max(1, items.length)]
        if (tapped === undefined) return
        const going = withPredecessors(items, [tapped.id])
        expect(isInOrder(going)).toBe(true)
        const set = new Set(ids(going))
        for (const one of going) for (const before of one.after) expect(set.has(before)).toBe(true)
        for (const one of going) expect(one.id === tapped.id || going.some((other) => other.after.includes(one.id))).toBe(true)
      }),
    )
  })
  test('two requests at once never depend on each other, and all of it goes', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 7 }), fc.infiniteStream(fc.nat(2)), (items, mostItems, which) => {
        const order = causalOrder(items)
        const flying: (readonly (typeof items)[number][])[] = []
        const done: string[] = []
        for (let turn = 0; done.length < items.length; turn++) {
          if (turn > 1000) throw new Error('it stands still')
          const air = flying.flatMap(ids)
          const batch = nextToGo(order, {
            isFlying: (id) => air.includes(id),
            isDone: (id) => air.includes(id) || done.includes(id),
            mostItems,
            mostBytes: 6,
          })
          for (const one of batch) {
            expect(one.after.every((id) => done.includes(id) || ids(batch).indexOf(id) < ids(batch).indexOf(one.id))).toBe(true)
            expect(one.after.some((id) => air.includes(id))).toBe(false)
          }
          if (batch.length > 0) flying.push(batch)
          if (flying.length >= 2 || batch.length === 0)
            done.push(...ids(flying.splice((which.next().value ?? 0) % flying.length, 1)[0] ?? []))
        }
        expect(done.toSorted()).toEqual(ids(items).toSorted())
      }),
    )
  })
  test('a thousand in one chain are ordered at once', () => {
    const chain = Array.from({ length: 1000 }, (_, at) => ({ id: String(9999 - at), after: at === 0 ? [] : [String(10_000 - at)] }))
    expect(ids(causalOrder(chain.toReversed()))).toEqual(ids(chain))
  })
})
