/*
Random histories against a simulation that knows where every gram really came from: which part of a lot a draw takes, which part is lost and
what is added is chosen by chance, and nobody tells the record. What the record then says must sum exactly and hold the truth.
*/
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsOf } from './bounds.ts'
import { type LotFact, createBuilder, emptyDraw, emptyLot } from './build.ts'
import { compose, createScratch, wholeShares } from './composition.ts'
import { FLAG, type Graph, NO_SITE, codeOf, idOf, nodeOf } from './graph.ts'
import { type GrownLot, grow } from './grow.ts'
import { impactOf, startsOfSite } from './impact.ts'

const SITES = 4
const LAST = 65_535
const idOfNumber = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** By site, and last what has none: grams that are really there. */
type Content = number[]
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

interface SimDraw {
  readonly from: number
  readonly drawn: number
  readonly taken: Content
}
interface SimLot {
  readonly number: number
  readonly kind: number
  readonly site: number
  readonly day: number
  draws: readonly SimDraw[]
  mass: number
  least: number
  voided: boolean
  content: Content
  /** Weight that its scales added: a later scale that shows less takes this away first, because the one before erred. */
  added: number
}

const step = fc.record({
  what: fc.constantFrom('bag', 'bag', 'bag', 'blend', 'blend', 'split', 'correct', 'scale', 'void', 'overdraw'),
  picks: fc.array(fc.nat(1_000), { minLength: 1, maxLength: 4 }),
  percent: fc.integer({ min: 1, max: 100 }),
  mass: fc.integer({ min: 1, max: 60_000 }),
  site: fc.integer({ min: 0, max: SITES }),
  change: fc.integer({ min: -30, max: 6 }),
  chance: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** Takes `grams` out of a content, the parts by chance. */
function take(content: Content, grams: number, chance: readonly number[]): Content {
  const taken = content.map(() => 0)
  let left = grams
  for (let turn = 0; left > 0 && turn < 50; turn++)
    for (let part = 0; part < content.length && left > 0; part++) {
      const most = Math.min(left, content[part]!)
      const some = turn > 8 ? most : Math.round(most * chance[(turn + part) % chance.length]!)
      taken[part] = taken[part]! + some
      content[part] = content[part]! - some
      left -= some
    }
  taken[SITES] = taken[SITES]! + left
  return taken
}

/** What an earlier scale added by mistake goes first. */
function lose(lot: SimLot, grams: number, chance: readonly number[]): void {
  const wrong = Math.min(grams, lot.added)
  lot.content[SITES] = lot.content[SITES]! - wrong
  take(lot.content, grams - wrong, chance)
}

function play(steps: readonly Step[]): SimLot[] {
  const lots: SimLot[] = []
  const drawnFrom = (lot: SimLot): number =>
    sum(lots.flatMap((one) => (one.voided ? [] : one.draws.filter((draw) => draw.from === lot.number).map((draw) => draw.drawn))))
  const isDrawn = (lot: SimLot): boolean => lots.some((one) => one.draws.some((draw) => draw.from === lot.number))
  for (const [at, { what, picks, percent, mass, site, change, chance }] of steps.entries()) {
    const day = 100 + at
    if (what === 'bag' || lots.length === 0) {
      const content = Array.from({ length: SITES + 1 }, (_, n) => (n === site ? mass : 0))
      lots.push({
        number: lots.length,
        kind: 0,
        site: site === SITES ? NO_SITE : site,
        day,
        draws: [],
        mass,
        least: mass,
        voided: false,
        content,
        added: 0,
      })
      continue
    }
    const picked = [...new Set(picks.map((pick) => pick % lots.length))].map((n) => lots[n]!)
    const first = picked[0]!
    if (what === 'void') {
      // The goods of a mistake were never taken: what it drew is put back. Who took too much cannot say what goes back.
      if (first.voided || isDrawn(first) || first.draws.some((draw) => drawnFrom(lots[draw.from]!) > lots[draw.from]!.mass)) continue
      first.voided = true
      if (first.draws.length > 0) putBack(lots, first)
      continue
    }
    if (what === 'correct' || what === 'scale') {
      if (isDrawn(first) || first.voided) continue
      const now = Math.max(1, Math.round((first.mass * (100 + change)) / 100))
      if (now > first.mass) first.content[SITES] = first.content[SITES]! + now - first.mass
      else lose(first, first.mass - now, chance)
      first.added = Math.max(0, first.added + now - first.mass)
      first.mass = now
      first.least = Math.min(first.least, now)
      continue
    }
    const inputs = picked.filter((lot) => !lot.voided)
    const found: SimDraw[] = []
    for (const lot of inputs) {
      const free = Math.max(0, lot.mass - drawnFrom(lot))
      const grams = what === 'overdraw' ? Math.ceil((lot.mass * percent) / 100) : Math.ceil((free * percent) / 100)
      if (grams > 0) found.push({ from: lot.number, drawn: grams, taken: take(lot.content, grams, chance) })
    }
    if (found.length === 0) continue
    const outputs = what === 'split' ? 2 : 1
    for (let part = 0; part < outputs; part++) {
      const mine = found.map((draw): SimDraw => {
        const drawn = part === 0 ? Math.floor(draw.drawn / outputs) : draw.drawn - Math.floor(draw.drawn / outputs) * (outputs - 1)
        return { from: draw.from, drawn, taken: part === outputs - 1 ? draw.taken : take(draw.taken, drawn, chance) }
      })
      const content = Array.from({ length: SITES + 1 }, (_, n) => sum(mine.map((one) => one.taken[n]!)))
      const intake = sum(content)
      const now = Math.max(1, Math.round((intake * (100 + change)) / 100))
      if (now > intake) content[SITES] = content[SITES]! + now - intake
      else take(content, intake - now, chance)
      const draws = mine.filter((one) => one.drawn > 0)
      if (draws.length > 0)
        lots.push({
          number: lots.length,
          kind: 1,
          site: NO_SITE,
          day,
          draws,
          mass: now,
          least: now,
          voided: false,
          content,
          added: Math.max(0, now - intake),
        })
    }
  }
  return lots
}
/** Only lots of which nothing was taken are undone, so the goods go back as they were taken; a scale that changed them is forgotten. */
function putBack(lots: readonly SimLot[], lot: SimLot): void {
  for (const draw of lot.draws) {
    const source = lots[draw.from]!
    draw.taken.forEach((grams: number, part) => void (source.content[part] = source.content[part]! + grams))
  }
}
/** What was in a lot when it was finished, whatever was drawn from it later: it is found again by what every draw took. */
function wholeContent(lots: readonly SimLot[], lot: SimLot): Content {
  const content = [...lot.content]
  for (const one of lots)
    for (const draw of one.draws)
      if (draw.from === lot.number && !one.voided)
        draw.taken.forEach((grams: number, part) => void (content[part] = content[part]! + grams))
  return content
}

function factOf(lot: SimLot): LotFact {
  const words = idOfNumber(lot.number).replaceAll('-', '')
  const word = (at: number): number => Number.parseInt(words.slice(at, at + 8), 16)
  return {
    ...{
      ...emptyLot(),
      a: word(0),
      b: word(8),
      c: word(16),
      d: word(24),
      code: codeOf(lot.kind, 1, false),
      mass: lot.mass,
      least: lot.least,
    },
    ...{
      produced: lot.kind === 0 ? lot.day : 0,
      formed: lot.day,
      site: lot.site,
      flags: lot.voided ? FLAG.voided : 0,
      position: lot.number,
    },
  }
}
const sites = Array.from({ length: SITES }, (_, n) => `site-${n}`)
function graphOf(lots: readonly SimLot[]): Graph {
  const builder = createBuilder({ lots: 0, draws: 0 })
  for (const lot of lots) builder.addLot(factOf(lot))
  for (const lot of lots)
    for (const draw of lot.draws) {
      const [into, from] = [factOf(lot), factOf(lots[draw.from]!)]
      builder.addDraw({
        ...{ ...emptyDraw(), intoA: into.a, intoB: into.b, intoC: into.c, intoD: into.d },
        ...{ fromA: from.a, fromB: from.b, fromC: from.c, fromD: from.d, drawn: draw.drawn },
      })
    }
  return builder.finish({ sites: [...sites], holders: ['h'] })
}
const answersOf = (graph: Graph) => {
  const scratch = createScratch()
  return Array.from({ length: graph.count }, (_, node) => idOf(graph, node))
    .sort()
    .map((id) => {
      const { composition, cone } = compose(graph, nodeOf(graph, id), { day: LAST, scratch })
      const shares = wholeShares(graph, composition)
      const bounds = boundsOf(graph, cone, { day: LAST, sites: shares.sites.map((one) => one.portion.site) })
      const { nodes, draws } = composition
      return {
        id,
        nodes,
        draws,
        bounds,
        sites: shares.sites.map(({ portion: { site: _site, ...portion }, ...one }) => ({ ...one, portion })),
        rest: { ...shares, sites: 0 },
      }
    })
}

const history = fc.array(step, { minLength: 3, maxLength: 24 }).map(play)

test('whatever happened, shares sum to the gram, and the bounds hold the truth and the share', () => {
  fc.assert(
    fc.property(history, (lots) => {
      const graph = graphOf(lots)
      const scratch = createScratch()
      for (const lot of lots) {
        const node = nodeOf(graph, idOfNumber(lot.number))
        const { composition, cone } = compose(graph, node, { day: LAST, scratch })
        const shares = wholeShares(graph, composition)
        expect(sum(shares.sites.map((one) => one.amount)) + shares.unexplained).toBe(lot.mass)
        expect(sum(shares.sites.map((one) => one.hundredths)) + shares.unexplainedHundredths).toBe(10_000)
        const asked = Array.from({ length: SITES }, (_, site) => site)
        const bounds = boundsOf(graph, cone, { day: LAST, sites: asked })
        if (lot.voided) continue
        const truth = wholeContent(lots, lot)
        for (const site of asked) {
          const { least, most } = bounds[site]!
          const share = shares.sites.find((one) => one.portion.site === site)?.amount ?? 0
          expect(
            [least <= truth[site]!, truth[site]! <= most, least <= share, share <= most],
            JSON.stringify({ lot: lot.number, site, least, most, truth, share }),
          ).toEqual([true, true, true, true])
        }
      }
    }),
    { numRuns: 150 },
  )
})

test('nothing is created: what all lots hold of a site, and what was lost, is what the site produced', () => {
  fc.assert(
    fc.property(history, (lots) => {
      const graph = graphOf(lots)
      const scratch = createScratch()
      for (let site = 0; site < SITES; site++) {
        const starts = startsOfSite(graph, site, { since: 0, day: LAST, mineral: 1 })
        const impact = impactOf(graph, starts, { day: LAST, scratch })
        const now = sum([...impact.untouched, ...impact.reached].map((one) => one.stays)) + impact.lost
        expect(Math.abs(now - impact.produced)).toBeLessThan(1e-3)
        expect(impact.produced).toBe(sum(lots.filter((lot) => lot.site === site && !lot.voided).map((lot) => lot.least)))
      }
    }),
    { numRuns: 100 },
  )
})

test('what was added lot by lot answers as what was laid out at once', () => {
  fc.assert(
    fc.property(history, fc.nat(20), (lots, cut) => {
      const before = lots.slice(0, cut).map((lot) => ({ ...lot, voided: false, mass: lot.mass + 7, least: lot.least + 7 }))
      const grown = graphOf(before)
      const late: GrownLot[] = lots.map((lot) => ({
        id: idOfNumber(lot.number),
        fact: factOf(lot),
        draws: lot.draws.map((draw) => ({ from: idOfNumber(draw.from), drawn: draw.drawn })),
      }))
      expect(grow(grown, late.slice(0, cut + 3).toReversed())).toBe('grown')
      expect(grow(grown, late.slice(cut + 3))).toBe('grown')
      expect(answersOf(grown)).toEqual(answersOf(graphOf(lots)))
    }),
    { numRuns: 100 },
  )
})

test('golden 11: what came from no known site stands on a line of its own', () => {
  const builder = createBuilder({ lots: 0, draws: 0 })
  const bags = [40_000, 35_000, 25_000]
  bags.forEach((mass, n) =>
    builder.addLot({ ...emptyLot(), d: n, code: codeOf(0, 1, false), mass, least: mass, site: n === 2 ? NO_SITE : n, position: n }),
  )
  builder.addLot({ ...emptyLot(), d: 3, code: codeOf(1, 1, false), mass: 99_000, least: 99_000, position: 3 })
  bags.forEach((drawn, n) => builder.addDraw({ ...emptyDraw(), intoD: 3, fromD: n, drawn }))
  const graph = builder.finish({ sites: ['a', 'b'], holders: ['h'] })
  const shares = wholeShares(graph, compose(graph, 3, { day: LAST, scratch: createScratch() }).composition)
  expect(shares.sites.map(({ key, amount, hundredths }) => [key, amount, hundredths])).toEqual([
    ['a', 39_600, 4_000],
    ['b', 34_650, 3_500],
  ])
  expect(shares).toMatchObject({ siteUnknown: 24_750, unexplained: 24_750, unexplainedHundredths: 2_500 })
})
