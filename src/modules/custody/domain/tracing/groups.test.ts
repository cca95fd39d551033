/* Sums of groups against bag by bag: the same answer for every site, first day and last day, also after the tail changed something. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LotFact, createBuilder, emptyDraw, emptyLot } from './build.ts'
import { createScratch } from './composition.ts'
import { FLAG, type Graph, NONE, NO_SITE, codeOf } from './graph.ts'
import { grow } from './grow.ts'
import { impactOf, startsOfSite } from './impact.ts'

const SITES = 2
const LAST = 65_535
const idOf = (n: number): string => `00000000-0000-0000-0000-${n.toString(16).padStart(12, '0')}`

interface Lot {
  readonly fact: LotFact
  readonly draws: readonly { readonly from: number; readonly drawn: number }[]
}
const fact = (n: number, fields: Partial<LotFact>): LotFact => ({ ...emptyLot(), d: n, code: codeOf(0, 1, false), position: n, ...fields })

const bag = fc.record({
  mass: fc.oneof({ arbitrary: fc.integer({ min: 1, max: 40_000 }), weight: 9 }, { arbitrary: fc.constant(6_000_000_000), weight: 1 }),
  site: fc.integer({ min: 0, max: SITES }),
  day: fc.integer({ min: 0, max: 12 }),
  mineral: fc.constantFrom(1, 1, 1, 2),
  odd: fc.constantFrom(0, 0, 0, 0, 0, 0, FLAG.voided, 1_000),
  into: fc.integer({ min: 0, max: 4 }),
  part: fc.constantFrom(1, 1, 1, 1, 1, 0.5, 2),
})
const history = fc.array(bag, { minLength: 1, maxLength: 40 }).map((bags) => {
  const lots: Lot[] = bags.map(({ mass, site, day, mineral, odd }, n) => ({
    fact: fact(n, {
      ...{ mass, least: odd === 1_000 ? Math.ceil(mass / 2) : mass, site: site === SITES ? NO_SITE : site, produced: day && day + 100 },
      ...{ formed: day + 100, code: codeOf(0, mineral, false), flags: odd === FLAG.voided ? FLAG.voided : 0 },
    }),
    draws: [],
  }))
  for (let into = 0; into < 4; into++) {
    const draws = bags.flatMap((one, n) => (one.into === into ? [{ from: n, drawn: Math.ceil(one.mass * one.part) }] : []))
    if (into === 3) lots.forEach((lot, n) => lot.draws.length > 0 && draws.push({ from: n, drawn: Math.ceil(lot.fact.mass / 3) }))
    const mass = draws.reduce((sum, one) => sum + one.drawn, 0)
    const made = { mass, least: mass, formed: 106 + 4 * into, code: codeOf(1, 1, false), flags: into === 2 ? FLAG.voided : 0 }
    if (draws.length > 0) lots.push({ fact: fact(lots.length, made), draws })
  }
  return lots
})

function graphOf(lots: readonly Lot[]): Graph {
  const builder = createBuilder({ lots: 0, draws: 0 })
  for (const lot of lots) builder.addLot(lot.fact)
  lots.forEach(({ draws }, n) => draws.forEach(({ from, drawn }) => builder.addDraw({ ...emptyDraw(), intoD: n, fromD: from, drawn })))
  return builder.finish({ sites: Array.from({ length: SITES }, (_, n) => `s${n}`), holders: ['h'] })
}
/** By sums where there are any, and bag by bag. */
function bothWays(graph: Graph): { readonly sums: unknown; readonly bags: unknown } {
  const scratch = createScratch()
  const answers = (isMeant: { readonly isMeant?: () => boolean }) =>
    [0, 1].flatMap((site) =>
      [1, 2].flatMap((mineral) =>
        [0, 101, 105, 108].flatMap((since) =>
          [LAST, 110, 107].map((day) => {
            const starts = startsOfSite(graph, site, { since, day, mineral, ...isMeant })
            const found = impactOf(graph, starts, { day, scratch })
            const plain = (list: typeof found.reached) =>
              list.map(({ node, amount, stays }) => [node, amount.toFixed(6), stays.toFixed(6)]).sort()
            return { ...found, lost: found.lost.toFixed(6), untouched: plain(found.untouched), reached: plain(found.reached) }
          }),
        ),
      ),
    )
  return { sums: answers({}), bags: answers({ isMeant: () => true }) }
}

test('sums of groups and bags one by one answer alike, amounts beyond four bytes too', () => {
  let whole = 0
  fc.assert(
    fc.property(history, (lots) => {
      const graph = graphOf(lots)
      const { sums, bags } = bothWays(graph)
      expect(sums).toEqual(bags)
      whole += graph.groupWhole.filter((sum) => sum !== NONE).length
    }),
    { numRuns: 150 },
  )
  expect(whole).toBeGreaterThan(20)
})

test('a scale, a mistake or a second draw after the layout is in the answer', () => {
  fc.assert(
    fc.property(history, fc.nat(), fc.constantFrom('scale', 'void', 'draw'), (lots, pick, what) => {
      const graph = graphOf(lots)
      const n = pick % lots.length
      const { fact: before, draws } = lots[n]!
      const known = { id: idOf(n), fact: before, draws: draws.map(({ from, drawn }) => ({ from: idOf(from), drawn })) }
      const now = Math.ceil(before.mass * 0.8)
      const mass = Math.ceil(before.mass / 4)
      const late = fact(lots.length, { mass, least: mass, formed: 109, code: codeOf(1, 1, false) })
      const told =
        what === 'scale'
          ? { ...known, fact: { ...before, mass: now, least: Math.min(now, before.least) } }
          : what === 'void'
            ? { ...known, fact: { ...before, flags: before.flags | FLAG.voided } }
            : { id: idOf(lots.length), fact: late, draws: [{ from: idOf(n), drawn: mass }] }
      if (grow(graph, [told]) === 'stale') return
      const { sums, bags } = bothWays(graph)
      expect(sums).toEqual(bags)
    }),
    { numRuns: 150 },
  )
})

test('an amount beyond four bytes is laid out with eight, to the gram', () => {
  const mass = 9_007_199_254_740_000
  const graph = graphOf([
    { fact: fact(0, { mass, least: mass, site: 0, produced: 100, formed: 100 }), draws: [] },
    { fact: fact(1, { mass, least: mass, formed: 101, code: codeOf(1, 1, false) }), draws: [{ from: 0, drawn: mass }] },
  ])
  const found = impactOf(graph, startsOfSite(graph, 0, { since: 0, day: LAST, mineral: 1 }), { day: LAST, scratch: createScratch() })
  expect(found).toMatchObject({ produced: mass, lost: 0, reached: [{ amount: mass, stays: mass }] })
})
