/*
The way into a lot as a picture can show it, small whatever the size of the record: sites on one side, the lot on the other, between them
lots by how many steps they lie from the end. Of each step the heaviest are shown by themselves, the others together; since every draw leads
to fewer steps, nothing that was put together can lead back to itself. Amounts are rounded one by one: they are for the eye, the rows of the
answer are the count.
*/
import type { Cone } from './composition.ts'
import { FLAG, type Graph, NO_SITE, coverOf, explainedOf, idOf, inFrom, inTo, isRoot, kindOf } from './graph.ts'

export interface FlowNodeFound {
  readonly key: string
  readonly layer: 'site' | 'purchase' | 'processing' | 'lot'
  readonly lot: string | null
  readonly site: string | null
  readonly kind: number | null
  readonly holder: string | null
  readonly lots: number
  readonly amount: number
  readonly held: boolean
}
export interface FlowFound {
  readonly nodes: readonly FlowNodeFound[]
  readonly links: readonly { readonly from: string; readonly to: string; readonly amount: number }[]
}
const SITES_SHOWN = 12
const LOTS_SHOWN = 8
const MOST_STEPS = 6
const NOWHERE = 'unexplained'
/** A bag or a trader's lot; everything later is processing. */
const isPurchase = (kind: number): boolean => kind < 2

export function flowOf(graph: Graph, { cone, day }: { readonly cone: Cone; readonly day: number }): FlowFound {
  const asked = cone.made[0]
  if (asked === undefined) return flowOfRoot(graph, cone)
  const rank = new Map([...cone.made].map((lot, n) => [lot, n]))
  const steps = stepsOf(graph, cone, rank)
  const keys = keysOf(cone, steps, graph)
  const siteSums = new Map<number, number>()
  const links = new Map<string, { from: number | string; to: string; amount: number }>()
  const add = (from: number | string, to: string, amount: number): void => {
    const name = `${from}>${to}`
    const known = links.get(name)
    if (known) known.amount += amount
    else links.set(name, { from, to, amount })
    if (typeof from === 'number') siteSums.set(from, (siteSums.get(from) ?? 0) + amount)
  }
  for (const [n, lot] of cone.made.entries()) {
    const [amount, weight] = [cone.carried[n] ?? 0, graph.mass[lot] ?? 0]
    const [from, to] = [inFrom(graph, lot), inTo(graph, lot)]
    let total = 0
    for (let edge = from; edge < to; edge++) total += graph.drawn[edge] ?? 0
    const known = total === 0 ? 0 : weight === 0 ? amount : (amount * explainedOf(graph, lot)) / weight
    const into = keys[n] ?? ''
    if (amount > known) add(NO_SITE, into, amount - known)
    for (let edge = from; edge < to; edge++) {
      const before = graph.source[edge] ?? 0
      const part = total === 0 ? 0 : (known * (graph.drawn[edge] ?? 0)) / total
      const covered = ((graph.flags[before] ?? 0) & FLAG.voided) !== 0 ? 0 : part * coverOf(graph, before, day)
      if (part > covered) add(NO_SITE, into, part - covered)
      if (!isRoot(graph, before)) {
        const own = keys[rank.get(before) ?? -1]
        if (own !== undefined && own !== into) add(own, into, covered)
      } else {
        const sure = (graph.mass[before] ?? 0) === 0 ? covered : (covered * explainedOf(graph, before)) / (graph.mass[before] ?? 1)
        add(graph.site[before] ?? NO_SITE, into, sure)
        if (covered > sure) add(NO_SITE, into, covered - sure)
      }
    }
  }
  return finish(graph, { cone, keys, steps, siteSums, links: [...links.values()] })
}

/** Steps from each lot to the end, the longest way. */
function stepsOf(graph: Graph, cone: Cone, rank: ReadonlyMap<number, number>): Int32Array {
  const steps = new Int32Array(cone.made.length)
  for (const [n, lot] of cone.made.entries())
    for (let edge = inFrom(graph, lot); edge < inTo(graph, lot); edge++) {
      const before = rank.get(graph.source[edge] ?? 0)
      if (before !== undefined) steps[before] = Math.max(steps[before] ?? 0, (steps[n] ?? 0) + 1)
    }
  return steps
}

/** The name under which each lot is shown: its own, or that of those of its step which are put together. */
function keysOf(cone: Cone, steps: Int32Array, graph: Graph): readonly string[] {
  const shown = new Map<number, number>()
  const heaviest = [...cone.made.keys()].sort((one, other) => (cone.carried[other] ?? 0) - (cone.carried[one] ?? 0))
  const keys = Array.from<string>({ length: cone.made.length })
  for (const n of heaviest) {
    const step = steps[n] ?? 0
    const count = shown.get(step) ?? 0
    shown.set(step, count + 1)
    keys[n] = step <= MOST_STEPS && count < LOTS_SHOWN ? idOf(graph, cone.made[n] ?? 0) : `step-${Math.min(step, MOST_STEPS + 1)}`
  }
  return keys
}

interface Drawn {
  readonly cone: Cone
  readonly keys: readonly string[]
  readonly steps: Int32Array
  readonly siteSums: ReadonlyMap<number, number>
  readonly links: readonly { readonly from: number | string; readonly to: string; readonly amount: number }[]
}
function finish(graph: Graph, { cone, keys, steps, siteSums, links }: Drawn): FlowFound {
  const nodes = new Map<string, FlowNodeFound>()
  for (const [n, lot] of cone.made.entries()) {
    const key = keys[n] ?? ''
    const known = nodes.get(key)
    const kind = kindOf(graph.code[lot] ?? 0)
    const amount = (known?.amount ?? 0) + (cone.carried[n] ?? 0)
    const held = (known?.held ?? false) || ((graph.flags[lot] ?? 0) & FLAG.held) !== 0
    const own = key.startsWith('step-')
      ? { lot: null, kind: null, holder: null }
      : { lot: key, kind, holder: graph.holders[graph.holder[lot] ?? 0] ?? null }
    const layer = (steps[n] ?? 0) === 0 ? 'lot' : isPurchase(kind) ? 'purchase' : 'processing'
    nodes.set(key, { key, layer, ...own, site: null, lots: (known?.lots ?? 0) + 1, amount, held })
  }
  const heaviest = [...siteSums].filter(([site]) => site !== NO_SITE).sort(([, one], [, other]) => other - one)
  const named = new Map(heaviest.slice(0, SITES_SHOWN).map(([site]) => [site, graph.sites[site] ?? '']))
  const keyOf = (site: number): string => (site === NO_SITE ? NOWHERE : (named.get(site) ?? 'sites'))
  const siteNode = (key: string, site: string | null) => ({
    key,
    layer: 'site' as const,
    lot: null,
    site,
    kind: null,
    holder: null,
    held: false,
  })
  for (const [site, amount] of siteSums) {
    const known = nodes.get(keyOf(site))
    nodes.set(keyOf(site), {
      ...siteNode(keyOf(site), named.get(site) ?? null),
      lots: (known?.lots ?? 0) + 1,
      amount: (known?.amount ?? 0) + amount,
    })
  }
  const sums = new Map<string, { from: string; to: string; amount: number }>()
  for (const link of links) {
    const from = typeof link.from === 'number' ? keyOf(link.from) : link.from
    const known = sums.get(`${from}>${link.to}`)
    if (known) known.amount += link.amount
    else sums.set(`${from}>${link.to}`, { from, to: link.to, amount: link.amount })
  }
  const whole = [...sums.values()].map((link) => ({ ...link, amount: Math.round(link.amount) })).filter((link) => link.amount > 0)
  const used = new Set(whole.flatMap((link) => [link.from, link.to]))
  return {
    nodes: [...nodes.values()]
      .filter((node) => node.layer === 'lot' || used.has(node.key))
      .map((node) => ({ ...node, amount: Math.round(node.amount) })),
    links: whole,
  }
}

/** A bag comes straight from its site. */
function flowOfRoot(graph: Graph, cone: Cone): FlowFound {
  const root = cone.asked
  const site = graph.sites[graph.site[root] ?? NO_SITE] ?? null
  const [lot, amount, held] = [idOf(graph, root), graph.mass[root] ?? 0, ((graph.flags[root] ?? 0) & FLAG.held) !== 0]
  const from = { key: site ?? NOWHERE, layer: 'site' as const, lot: null, site, kind: null, holder: null, lots: 1, amount, held: false }
  const to = {
    key: lot,
    layer: 'lot' as const,
    lot,
    site: null,
    kind: kindOf(graph.code[root] ?? 0),
    holder: graph.holders[graph.holder[root] ?? 0] ?? null,
    lots: 1,
    amount,
    held,
  }
  return { nodes: [from, to], links: [{ from: from.key, to: to.key, amount }] }
}
