/*
Goods that still lie on a site that is red: they leave it only under a derogation of the Minister, up to the grams that it names. What
left the site before it turned red is not asked again: a lot that changed hands once is no longer on the site, nor is what is made of it.
Rule D01 writes down under which order how much left, so that the sum can be counted and read. It refuses to know any table.
*/
import type { Refusal } from '../../../../kernel/outcome.ts'
import type { SiteId } from '../../../sites/contract.ts'
import type { Finding, LotId } from '../../contract.ts'
import { apportion } from '../tracing/apportion.ts'
import { type LotNode, rootShares } from '../tracing/tracing.ts'

/** A stock that an order lets go, with what has already left under it. */
export interface RunningDerogation {
  readonly order: string
  /** As the order names it: after a merge not always the record that the bags name. */
  readonly site: SiteId
  readonly number: string
  readonly quantityGrams: number
  readonly movedGrams: number
  readonly foundOn: string
}
/** The part of a lot that still lies on one red site. */
export interface RedStock {
  readonly site: SiteId
  readonly siteName: string
  /** Grams of its bags in the lot, as drawn. */
  readonly drawnGrams: number
  /** Youngest bag: a stock that was found before cannot hold it. */
  readonly producedOn: string
  readonly derogations: readonly RunningDerogation[]
}
export interface OnSite {
  /** Of all bags in the lot. */
  readonly drawnGrams: number
  readonly red: readonly RedStock[]
}

/** The bags of a lot that never changed hands, by themselves or inside of another lot. */
export function bagsOnSite(
  nodes: ReadonlyMap<LotId, LotNode>,
  lot: LotId,
  sent: ReadonlySet<string>,
): readonly { readonly lot: LotId; readonly drawnGrams: number }[] {
  const cut = new Map([...nodes].map(([id, node]): [LotId, LotNode] => [id, sent.has(id) ? { ...node, draws: [] } : node]))
  return rootShares(cut, lot).filter((root) => !sent.has(root.lot))
}

export interface Sending {
  readonly number: string
  readonly massGrams: number
  readonly sentOn: string
}
export type Leaving = { readonly ok: true; readonly findings: readonly Finding[] } | { readonly ok: false; readonly refusal: Refusal }

/** What may leave now: `site-is-red` where no running derogation covers the stock, `derogation-used-up` where too little of it is left. */
export function leaveRedSites(onSite: OnSite, sending: Sending): Leaving {
  const { number, massGrams, sentOn } = sending
  const others = onSite.drawnGrams - onSite.red.reduce((sum, stock) => sum + stock.drawnGrams, 0)
  const parts = apportion(massGrams, [...onSite.red.map((stock) => stock.drawnGrams), others])
  const findings: Finding[] = []
  for (const [index, stock] of onSite.red.entries()) {
    const grams = parts[index] ?? 0
    const covering = stock.derogations.filter((one) => one.foundOn >= stock.producedOn)
    const { siteName: site, producedOn } = stock
    if (covering.length === 0) return { ok: false, refusal: { code: 'site-is-red', facts: { number, site, grams, sentOn, producedOn } } }
    const remainingGrams = covering.reduce((sum, one) => sum + left(one), 0)
    if (remainingGrams < grams) {
      const order = covering.map((one) => one.number).join(', ')
      return { ok: false, refusal: { code: 'derogation-used-up', facts: { number, site, grams, order, remainingGrams } } }
    }
    findings.push(...taken(stock, grams, covering))
  }
  return { ok: true, findings }
}

const left = (one: RunningDerogation): number => Math.max(0, one.quantityGrams - one.movedGrams)

/** Oldest order first. */
function taken(stock: RedStock, grams: number, covering: readonly RunningDerogation[]): readonly Finding[] {
  const findings: Finding[] = []
  let open = grams
  for (const one of covering) {
    const part = Math.min(open, left(one))
    if (part === 0) continue
    open -= part
    const { siteName } = stock
    const { order, site, number, quantityGrams } = one
    findings.push({
      rule: 'D01',
      severity: 'W',
      facts: { site, siteName, order, orderNumber: number, grams: part, quantityGrams, remainingGrams: left(one) - part },
    })
  }
  return findings
}
