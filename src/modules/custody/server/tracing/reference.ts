/*
The reference answer: the part of the record that a question is about comes up in recursive queries, is laid out as a small graph, and the
same pure code as the engine's answers. Slower, always right, and there when the engine is not.

The part holds more than the way itself: who else drew from the lots on it (an overdraft is only seen so), and for the way down what else
went into the lots reached.
*/
import { dayNumber } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type LotFact, createBuilder, emptyDraw, emptyLot } from '../../domain/tracing/build.ts'
import { createScratch } from '../../domain/tracing/composition.ts'
import { type Graph, GraphFault, NO_SITE, codeOf, wordsOfId } from '../../domain/tracing/graph.ts'
import { type CompositionFound, type ImpactFound, askBelow, askComposition, askImpact } from '../../domain/tracing/questions.ts'
import * as store from './store-graph.ts'

export const LAST_DAY = 65_535
export const dayOfAsOf = (asOf: string | undefined): number =>
  asOf === undefined ? LAST_DAY : Math.max(0, Math.min(LAST_DAY, dayNumber(asOf)))

export interface Names {
  readonly sites: string[]
  readonly holders: string[]
  readonly site: (id: string | null) => number
  readonly holder: (id: string) => number
}
/** Numbers for identifiers, in the order in which they are met after the ones that are given. */
export function namesFrom(sites: string[] = [], holders: string[] = []): Names {
  const numbers = (list: string[]) => {
    const known = new Map(list.map((id, n) => [id, n]))
    return (id: string): number => {
      const found = known.get(id)
      if (found !== undefined) return found
      list.push(id)
      known.set(id, list.length - 1)
      return list.length - 1
    }
  }
  const [siteOf, holder] = [numbers(sites), numbers(holders)]
  return { sites, holders, site: (id) => (id === null ? NO_SITE : siteOf(id)), holder }
}

export function factOf(row: store.GraphLotRow, names: Names): LotFact {
  if (row.kind < 0 || row.mineral < 0) throw new GraphFault('unknown-code', row.id)
  const [a, b, c, d] = wordsOfId(row.id)
  const { mass, least, produced, formed, flags, position } = row
  const numbers = { code: codeOf(row.kind, row.mineral, row.fine === 1), site: names.site(row.site), holder: names.holder(row.holder) }
  return { ...emptyLot(), a, b, c, d, mass, least, produced, formed, flags, position, ...numbers }
}

function graphOf(lots: readonly store.GraphLotRow[], draws: readonly store.GraphDrawRow[]): Graph {
  const builder = createBuilder({ lots: lots.length, draws: draws.length })
  const names = namesFrom([...new Set(lots.flatMap((lot) => (lot.site === null ? [] : [lot.site])))].sort())
  for (const lot of lots) builder.addLot(factOf(lot, names))
  for (const draw of draws) {
    const [intoA, intoB, intoC, intoD] = wordsOfId(draw.into)
    const [fromA, fromB, fromC, fromD] = wordsOfId(draw.from)
    builder.addDraw({ ...emptyDraw(), intoA, intoB, intoC, intoD, fromA, fromB, fromC, fromD, drawn: draw.drawn })
  }
  return builder.finish({ sites: names.sites, holders: names.holders })
}

const idsOf = (...lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())]

/** The lots with all that they came from, and whoever else drew from those. */
async function graphAbove(tx: Tx, tenant: string, lots: readonly string[]): Promise<Graph> {
  const above = await store.listAbove(tx, tenant, lots)
  const draws = await store.listDrawsFrom(tx, tenant, above)
  return graphOf(
    await store.listGraphLots(
      tx,
      tenant,
      idsOf(
        above,
        draws.map((draw) => draw.into),
      ),
    ),
    draws,
  )
}

/** The lots with all that was made of them, and what else went into those. */
async function graphBelow(tx: Tx, tenant: string, lots: readonly string[]): Promise<Graph> {
  const below = await store.listBelow(tx, tenant, lots)
  const draws = await store.listDrawsInto(tx, tenant, below)
  return graphOf(
    await store.listGraphLots(
      tx,
      tenant,
      idsOf(
        below,
        draws.map((draw) => draw.from),
      ),
    ),
    draws,
  )
}

export interface Asked {
  readonly tx: Tx
  readonly tenant: string
  readonly day: number
}
export async function referenceComposition({ tx, tenant, day }: Asked, lot: string): Promise<CompositionFound | null> {
  return askComposition(await graphAbove(tx, tenant, [lot]), lot, { day, scratch: createScratch() })
}
export async function referenceImpact(
  { tx, tenant, day }: Asked,
  { site, since, only }: { readonly site: string; readonly since: string; readonly only?: ReadonlySet<string> },
): Promise<readonly ImpactFound[]> {
  const roots = await store.listRootsOfSite(tx, tenant, { site, since })
  const graph = await graphBelow(tx, tenant, only ? roots.filter((root) => only.has(root)) : roots)
  return askImpact(graph, site, { since: dayNumber(since), day, scratch: createScratch(), ...(only ? { only } : {}) })
}
export async function referenceBelow({ tx, tenant, day }: Asked, lots: readonly string[]): Promise<ReturnType<typeof askBelow>> {
  return askBelow(await graphBelow(tx, tenant, lots), lots, day)
}
