import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type HistoryNode, ancestorsOf, followsFrom, headsOf, isParted, meet, nearestCommon } from './draft-history.ts'

const at = (revision: string, ...parents: string[]): HistoryNode => ({ revision, parents })
const forked = [at('a'), at('b', 'a'), at('c', 'a'), at('d', 'c')]

/** Any history: each revision goes on from some of those before it. */
const histories = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 25 }).map((rows) =>
  rows.map((seen, place): HistoryNode => {
    const parents = place === 0 ? [] : [...new Set(seen.map((one) => `r${String(one % place).padStart(2, '0')}`))]
    return { revision: `r${String(place).padStart(2, '0')}`, parents }
  }),
)

test('the heads are what nobody went on from, whatever the order of arrival', () => {
  expect(headsOf(forked).map((one) => one.revision)).toEqual(['b', 'd'])
  fc.assert(
    fc.property(histories, fc.infiniteStream(fc.nat()), (nodes, numbers) => {
      const shuffled = nodes.map((node) => ({ node, key: numbers.next().value ?? 0 })).toSorted((a, b) => a.key - b.key)
      expect(headsOf(shuffled.map((one) => one.node))).toEqual(headsOf(nodes))
    }),
  )
})
test('every revision is reached from some head, and no head follows from another', () =>
  fc.assert(
    fc.property(histories, (nodes) => {
      const heads = headsOf(nodes)
      const reached = new Set(heads.flatMap((head) => [...ancestorsOf(nodes, head.revision)]))
      for (const { revision } of nodes) expect(reached.has(revision)).toBe(true)
      for (const one of heads)
        for (const other of heads) if (one !== other) expect(meet(nodes, one.revision, other.revision)).toBe('parted')
    }),
  ))
test('a merge with all heads as parents leaves one head, and loses no revision', () =>
  fc.assert(
    fc.property(histories, (nodes) => {
      const merged = { revision: 'z', parents: headsOf(nodes).map((one) => one.revision) }
      const after = [...nodes, merged]
      expect(headsOf(after)).toEqual([merged])
      for (const { revision } of nodes) expect(followsFrom(after, 'z', revision)).toBe(true)
    }),
  ))
test('where two parted is known to both, and nothing newer is', () =>
  fc.assert(
    fc.property(histories, fc.nat(), fc.nat(), (nodes, first, second) => {
      const [one, other] = [nodes[first % nodes.length]?.revision ?? '', nodes[second % nodes.length]?.revision ?? '']
      const base = nearestCommon(nodes, one, other)
      const both = [...ancestorsOf(nodes, one)].filter((revision) => ancestorsOf(nodes, other).has(revision))
      if (base === null) expect(both).toEqual([])
      else {
        expect(both).toContain(base)
        for (const revision of both) if (revision !== base) expect(followsFrom(nodes, revision, base)).toBe(false)
      }
      expect(nearestCommon(nodes, other, one)).toBe(base)
    }),
  ))
test('a parent that never came is only a name', () => {
  const nodes = [at('b', 'lost'), at('c', 'lost')]
  expect(headsOf(nodes).map((one) => one.revision)).toEqual(['b', 'c'])
  expect(nearestCommon(nodes, 'b', 'c')).toBeNull()
  expect(meet([at('b', 'lost')], 'lost', 'b')).toBe('behind')
})
test('a circle ends the walk', () => expect(ancestorsOf([at('a', 'b'), at('b', 'a')], 'a')).toEqual(new Set(['a', 'b'])))
test('who is ahead and who is behind', () => {
  expect(meet(forked, 'a', 'd')).toBe('behind')
  expect(meet(forked, 'd', 'a')).toBe('ahead')
  expect(meet(forked, 'b', 'b')).toBe('same')
})
test('two that are over are not looked at; one that is open is', () => {
  const head = (revision: string, state: 'open' | 'finished') => ({ ...at(revision), state })
  expect(isParted([head('a', 'finished'), head('b', 'finished')])).toBe(false)
  expect(isParted([head('a', 'finished'), head('b', 'open')])).toBe(true)
  expect(isParted([head('a', 'open')])).toBe(false)
})
