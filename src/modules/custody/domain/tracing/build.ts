/*
Lays a record out as a graph. Lots and draws come in any order, one at a time and each in the same borrowed object, so that ten million
of them cost no ten million objects. What cannot be a record (a lot that comes from itself, a draw from a lot that is not there) is
refused as a whole; contradictions that people can write (overdraws, gains, mistakes) are marked and kept.
*/
import { type Amounts, type Graph, GraphFault, NONE, NO_SITE } from './graph.ts'
import { layOut } from './lay-out.ts'
import { roomFor } from './layout.ts'
import { type Links, type RawLots, type Words, moreAmounts, narrow, rawLots, wideEnough } from './raw-lots.ts'

/** One lot, as numbers. */
export interface LotFact {
  /** The four words of its identifier. */
  a: number
  b: number
  c: number
  d: number
  code: number
  mass: number
  /** How much of the mass its own scales explain: the least that they showed since it was made. */
  least: number
  /** Days since 1970; 0 where there is none. */
  produced: number
  formed: number
  /** Number of the site, or NO_SITE. */
  site: number
  holder: number
  flags: number
  /** Place in the log of the event that made it. */
  position: number
}
export interface DrawFact {
  /** Words of the lot that was made, then of the lot that was drawn from. */
  intoA: number
  intoB: number
  intoC: number
  intoD: number
  fromA: number
  fromB: number
  fromC: number
  fromD: number
  drawn: number
}
export const emptyLot = (): LotFact => ({
  ...{ a: 0, b: 0, c: 0, d: 0, code: 0, mass: 0, least: 0, produced: 0, formed: 0 },
  ...{ site: NO_SITE, holder: 0, flags: 0, position: 0 },
})
export const emptyDraw = (): DrawFact => ({ intoA: 0, intoB: 0, intoC: 0, intoD: 0, fromA: 0, fromB: 0, fromC: 0, fromD: 0, drawn: 0 })

export interface Builder {
  readonly addLot: (lot: LotFact) => void
  readonly addDraw: (draw: DrawFact) => void
  readonly finish: (names: { readonly sites: string[]; readonly holders: string[] }) => Graph
}

const u32 = (size: number) => new Uint32Array(size)
const at = (array: { readonly [index: number]: number }, index: number): number => array[index] ?? 0

/** `expected` only spares growing; more may come. */
export function createBuilder(expected: { readonly lots: number; readonly draws: number }): Builder {
  const lots = rawLots(expected.lots)
  const draws: { count: number; into: Words; from: Words; drawn: Amounts } = {
    ...{ count: 0, into: u32(expected.draws * 4 + 4), from: u32(expected.draws * 4 + 4), drawn: narrow(expected.draws + 1) },
  }
  return {
    addLot: (lot) => addLot(lots, lot),
    addDraw: (draw) => {
      const n = draws.count++
      draws.drawn = wideEnough(draws.drawn, draw.drawn)
      if (n >= draws.drawn.length) {
        draws.into = roomFor(draws.into, 4 * n + 4)
        draws.from = roomFor(draws.from, 4 * n + 4)
        draws.drawn = moreAmounts(draws.drawn, n + 1)
      }
      const { into, from } = draws
      into[4 * n] = draw.intoA
      into[4 * n + 1] = draw.intoB
      into[4 * n + 2] = draw.intoC
      into[4 * n + 3] = draw.intoD
      from[4 * n] = draw.fromA
      from[4 * n + 1] = draw.fromB
      from[4 * n + 2] = draw.fromC
      from[4 * n + 3] = draw.fromD
      draws.drawn[n] = draw.drawn
    },
    finish: (names) => {
      const find = finderOf(lots)
      const links: Links = { count: draws.count, into: u32(draws.count), from: u32(draws.count), drawn: draws.drawn }
      for (let n = 0; n < draws.count; n++) {
        links.into[n] = find(draws.into, n)
        links.from[n] = find(draws.from, n)
      }
      draws.into = u32(0)
      draws.from = u32(0)
      return layOut(lots, links, names)
    },
  }
}

function addLot(lots: RawLots, lot: LotFact): void {
  const n = lots.count++
  lots.mass = wideEnough(lots.mass, lot.mass)
  lots.least = wideEnough(lots.least, lot.least)
  if (n >= lots.mass.length) {
    lots.ids = roomFor(lots.ids, 4 * n + 4)
    lots.mass = moreAmounts(lots.mass, n + 1)
    lots.least = moreAmounts(lots.least, n + 1)
    lots.produced = roomFor(lots.produced, n + 1)
    lots.formed = roomFor(lots.formed, n + 1)
    lots.site = roomFor(lots.site, n + 1)
    lots.holder = roomFor(lots.holder, n + 1)
    lots.code = roomFor(lots.code, n + 1)
    lots.flags = roomFor(lots.flags, n + 1)
    lots.position = roomFor(lots.position, n + 1)
  }
  lots.ids[4 * n] = lot.a
  lots.ids[4 * n + 1] = lot.b
  lots.ids[4 * n + 2] = lot.c
  lots.ids[4 * n + 3] = lot.d
  lots.mass[n] = lot.mass
  lots.least[n] = lot.least
  lots.produced[n] = lot.produced
  lots.formed[n] = lot.formed
  lots.site[n] = lot.site
  lots.holder[n] = lot.holder
  lots.code[n] = lot.code
  lots.flags[n] = lot.flags
  lots.position[n] = lot.position
}

/** Finds lots by identifier with a table that is thrown away after the layout. */
function finderOf(lots: RawLots): (words: Uint32Array<ArrayBuffer>, n: number) => number {
  let size = 1024
  while (size < lots.count * 1.6) size *= 2
  const slots = u32(size).fill(NONE)
  const { ids } = lots
  const slotOf = (words: Uint32Array<ArrayBuffer>, n: number): number =>
    (Math.imul(at(words, 4 * n + 3) ^ Math.imul(at(words, 4 * n + 1), 0x85eb_ca6b) ^ at(words, 4 * n + 2), 0x9e37_79b1) >>> 0) & (size - 1)
  const same = (words: Uint32Array<ArrayBuffer>, n: number, lot: number): boolean =>
    ids[4 * lot + 3] === words[4 * n + 3] &&
    ids[4 * lot + 2] === words[4 * n + 2] &&
    ids[4 * lot + 1] === words[4 * n + 1] &&
    ids[4 * lot] === words[4 * n]
  for (let lot = 0; lot < lots.count; lot++) {
    let slot = slotOf(ids, lot)
    while (at(slots, slot) !== NONE) slot = (slot + 1) & (size - 1)
    slots[slot] = lot
  }
  return (words, n) => {
    for (let slot = slotOf(words, n); ; slot = (slot + 1) & (size - 1)) {
      const lot = at(slots, slot)
      if (lot === NONE) throw new GraphFault('unknown-lot', 'a draw speaks of a lot that is not in the record')
      if (same(words, n, lot)) return lot
    }
  }
}
