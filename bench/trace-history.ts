/*
A made-up history of any size, the same for the same number of bags: bags of ten kilograms, fifty to a trader's lot, ten of those to a
processed lot that lost a tenth, and export lots of about 25 tonnes and 3,060 lots each, of which one processed lot is shared with the export
lot before. Sites, days and frauds are drawn by a seeded chance: tags used twice, scales that gained, lots drawn from twice over, bags that
waited for months or went back in time, and records that were declared a mistake.
*/
import { type DrawFact, type LotFact, emptyDraw, emptyLot } from '../src/modules/custody/domain/tracing/build.ts'
import { FLAG, NO_SITE, codeOf } from '../src/modules/custody/domain/tracing/graph.ts'

export const SITES = 2_000
const HOLDERS = 300
export const FIRST_DAY = 17_000
export const DAYS = 2_900
const BAGS_IN_TRADER_LOT = 50
const TRADER_LOTS_IN_PROCESSED = 10
const PROCESSED_IN_EXPORT = 5

export const siteId = (n: number): string => `00000000-0000-4000-9000-${n.toString(16).padStart(12, '0')}`
export const holderId = (n: number): string => `00000000-0000-4000-a000-${n.toString(16).padStart(12, '0')}`
export const names = () => ({
  sites: Array.from({ length: SITES }, (_, n) => siteId(n)),
  holders: Array.from({ length: HOLDERS }, (_, n) => holderId(n)),
})

export interface Told {
  readonly lot: (lot: LotFact, tag: number) => void
  readonly draw: (draw: DrawFact) => void
}

/** Tells every lot before what is made of it; the objects are borrowed. Returns the export lots by their words. */
export function tellHistory(bags: number, { lot: tellLot, draw: tellDraw }: Told): void {
  const chance = seeded(20_261_122)
  const lot = emptyLot()
  const draw = emptyDraw()
  let number = 0
  const put = (
    kind: number,
    fields: { mass: number; least?: number; formed: number; produced?: number; site?: number; flags?: number; tag?: number },
  ) => {
    const n = number++
    ;[lot.a, lot.b, lot.c, lot.d] = wordsOf(n)
    lot.code = codeOf(kind, 1 + (kind === 0 ? 0 : 0), false)
    lot.mass = fields.mass
    lot.least = fields.least ?? fields.mass
    lot.formed = fields.formed
    lot.produced = fields.produced ?? 0
    lot.site = fields.site ?? NO_SITE
    lot.holder = n % HOLDERS
    lot.flags = fields.flags ?? 0
    lot.position = n + 1
    tellLot(lot, fields.tag ?? 0)
    return n
  }
  const link = (into: number, from: number, drawn: number): void => {
    ;[draw.intoA, draw.intoB, draw.intoC, draw.intoD] = wordsOf(into)
    ;[draw.fromA, draw.fromB, draw.fromC, draw.fromD] = wordsOf(from)
    draw.drawn = drawn
    tellDraw(draw)
  }
  let told = 0
  let shared: { lot: number; mass: number } | null = null
  while (told < bags) {
    const day = FIRST_DAY + Math.floor((told / bags) * DAYS)
    const processed: { lot: number; mass: number }[] = []
    for (let p = 0; p < PROCESSED_IN_EXPORT; p++) {
      const traderLots: { lot: number; mass: number }[] = []
      for (let t = 0; t < TRADER_LOTS_IN_PROCESSED; t++) {
        traderLots.push(traderLot(day, told))
        told += BAGS_IN_TRADER_LOT
      }
      processed.push(madeOf(3, traderLots, { day: day + 20, keeps: 0.9 }))
    }
    const last = processed.at(-1)
    const inputs = processed.map((one) => (one === last ? { ...one, mass: Math.floor(one.mass * 0.9) } : one))
    if (shared) inputs.push(shared)
    madeOf(2, inputs, { day: day + 30, keeps: 1 })
    shared = last ? { lot: last.lot, mass: Math.floor(last.mass * 0.1) } : null
  }

  function traderLot(day: number, from: number): { lot: number; mass: number } {
    const near = Math.floor(chance() * SITES)
    const inside: { lot: number; mass: number }[] = []
    for (let k = 0; k < BAGS_IN_TRADER_LOT; k++) {
      const luck = Math.floor(chance() * 10_000)
      const mass = 8_000 + Math.floor(chance() * 4_000)
      const waited = luck < 40 ? 60 : luck < 50 ? -4 : 2 + Math.floor(chance() * 9)
      const tag = luck === 77 ? from + k - 1 : from + k
      const flags =
        (luck === 77 || luck === 78 ? FLAG.sameTag : 0) |
        (luck === 79 ? FLAG.strangeTag : 0) |
        (luck >= 80 && luck < 90 ? FLAG.withoutRight : 0)
      const produced = day + 12 - waited
      const gained = luck >= 100 && luck < 105
      const site = luck < 9_990 ? (near + Math.floor(chance() * 3)) % SITES : NO_SITE
      const fields = { mass, least: gained ? Math.floor(mass * 0.95) : mass, formed: produced, produced, site, flags, tag: tag + 1 }
      inside.push({ lot: put(0, fields), mass: luck === 200 ? mass * 2 : mass })
    }
    return madeOf(1, inside, { day: day + 12, keeps: chance() < 0.002 ? 0.7 : 0.97 })
  }
  function madeOf(kind: number, inputs: readonly { lot: number; mass: number }[], { day, keeps }: { day: number; keeps: number }) {
    const total = inputs.reduce((sum, one) => sum + one.mass, 0)
    const mass = Math.floor(total * keeps * (chance() < 0.001 ? 1.03 : 1))
    const made = put(kind, { mass, formed: day })
    for (const one of inputs) link(made, one.lot, one.mass)
    return { lot: made, mass }
  }
}

/** Identifiers of which the first half keeps time and the last does not, as those of version 7. */
function wordsOf(n: number): [number, number, number, number] {
  return [
    0x0190_0000 + (n >>> 20),
    ((n & 0xf_ffff) << 12) >>> 0,
    (0x8000_0000 | (Math.imul(n, 0x9e37_79b1) >>> 2)) >>> 0,
    Math.imul(n, 0x85eb_ca6b) >>> 0,
  ]
}
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
