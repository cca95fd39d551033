/* What a sending must know beyond its lot: which part of it still lies on sites that are red on the day, and what a derogation lets go. */
import { dayOf } from '../../../kernel/calendar.ts'
import { mustParse } from '../../../kernel/schema.ts'
import type { SiteId } from '../../sites/contract.ts'
import { LotId } from '../contract.ts'
import type { LotContext } from '../domain/lot-state.ts'
import { dayOfStep } from '../domain/plausibility.ts'
import { type OnSite, type RedStock, bagsOnSite } from '../domain/red-stock.ts'
import type { TransferCommand } from '../domain/transfer.ts'
import { type Asking, lotFacts } from './facts.ts'
import { listMovedGrams, listSentLots } from './store-derogation-moves.ts'
import { findLotRow } from './store-lot-reads.ts'
import { type Lineage, lineageOf } from './trace-lot.ts'

export async function sendingFacts(asking: Asking, lot: string, command: TransferCommand): Promise<LotContext> {
  const context = await lotFacts(asking, lot, [command.to])
  const row = await findLotRow(asking.tx, asking.tenant, lot)
  const lineage = row === null ? null : await lineageOf(asking.tx, asking.tenant, mustParse(LotId, lot))
  if (row === null || lineage === null) return context
  const sentOn = command.sentOn ?? dayOfStep(dayOf(asking.moment.happenedAt), row.lastOn)
  return { ...context, onSite: await onSiteFacts(asking, lineage, sentOn) }
}

async function onSiteFacts(asking: Asking, { lots, trace }: Lineage, sentOn: string): Promise<OnSite> {
  const { tx, tenant, doors, moment } = asking
  const sent = await listSentLots(
    tx,
    tenant,
    lots.map((one) => one.id),
  )
  const nodes = new Map(lots.map((one) => [one.id, { lot: one.id, massGrams: one.massGrams, draws: one.draws }]))
  const byId = new Map(lots.map((one) => [one.id, one]))
  const bySite = new Map<SiteId, { drawnGrams: number; producedOn: string }>()
  for (const { lot, drawnGrams } of bagsOnSite(nodes, trace.lot, sent)) {
    const bag = byId.get(lot)
    if (!bag || bag.site === null) continue
    const sum = bySite.get(bag.site) ?? { drawnGrams: 0, producedOn: '' }
    const producedOn = bag.producedOn ?? bag.formedOn
    bySite.set(bag.site, {
      drawnGrams: sum.drawnGrams + drawnGrams,
      producedOn: producedOn > sum.producedOn ? producedOn : sum.producedOn,
    })
  }
  const red: RedStock[] = []
  for (const [site, stock] of bySite) {
    const standing = await doors.sites.standing(tx, site, sentOn, moment.now, tenant)
    if (standing.allows.move !== 'derogation') continue
    const [brief] = await doors.sites.briefs(tx, [site], tenant)
    const moved = await listMovedGrams(tx, tenant, site)
    const running = await doors.sites.derogations(tx, tenant, { site, asOf: sentOn, knownAt: moment.now })
    const byOrder = Map.groupBy(running, (one) => one.order)
    const derogations = [...byOrder].flatMap(([order, [first, ...more]]) => {
      if (!first) return []
      const all = [first, ...more]
      const quantityGrams = all.reduce((sum, one) => sum + one.quantityGrams, 0)
      const foundOn = all.reduce((day, one) => (one.foundOn > day ? one.foundOn : day), first.foundOn)
      return [{ order, number: first.number, quantityGrams, foundOn, movedGrams: moved.get(order) ?? 0 }]
    })
    red.push({ site, siteName: brief?.name ?? site, ...stock, derogations })
  }
  return { drawnGrams: trace.roots.reduce((sum, root) => sum + root.drawnGrams, 0), red }
}
