/* What a sending must know beyond its lot: which part of it still lies on sites that are red on the day, and what a derogation lets go. */
import { dayOf } from '../../../../kernel/calendar.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import type { SiteId } from '../../../sites/contract.ts'
import { LotId } from '../../contract.ts'
import type { LotContext } from '../../domain/lots/lot-state.ts'
import { dayOfStep } from '../../domain/plausibility/arrival-rules.ts'
import { type OnSite, type RedStock, type RunningDerogation, bagsOnSite } from '../../domain/lots/red-stock.ts'
import type { TransferCommand } from '../../domain/lots/transfer.ts'
import { type Asking, lotFacts } from './facts.ts'
import { listMovedGrams, listSentLots } from './store-derogation-moves.ts'
import { findLotRow } from './store-lot-reads.ts'
import { type Lineage, lineageOf } from '../tracing/trace-lot.ts'

export async function sendingFacts(asking: Asking, lot: string, command: TransferCommand): Promise<LotContext> {
  const context = await lotFacts(asking, lot, [command.to])
  const row = await findLotRow(asking.tx, asking.tenant, lot)
  const lineage = row === null ? null : await lineageOf(asking.tx, asking.tenant, mustParse(LotId, lot))
  if (row === null || lineage === null) return context
  const sentOn = command.sentOn ?? dayOfStep(dayOf(asking.moment.happenedAt), row.lastOn)
  const sites = [...new Set(lineage.trace.roots.flatMap(({ site }) => (site === null ? [] : [site])))]
  const organisations = [...new Set([lineage.trace.holder, command.to])]
  const suspended = (await asking.doors.suspendedTrade?.(asking.tx, asking.tenant, { sites, organisations, on: sentOn })) ?? null
  return { ...context, suspended, onSite: await onSiteFacts(asking, lineage, sentOn) }
}

async function onSiteFacts(asking: Asking, { lots, trace }: Lineage, sentOn: string): Promise<OnSite> {
  const { tx, tenant, doors, moment } = asking
  const sent = await listSentLots(
    tx,
    tenant,
    lots.map((one) => one.id),
  )
  const nodes = new Map(lots.map((one) => [one.id, { lot: one.id, massGrams: one.massGrams, draws: one.draws }]))
  const stocks = stocksOf(bagsOnSite(nodes, trace.lot, sent), lots, await survivorsOf(asking, trace.roots))
  const red: RedStock[] = []
  for (const [site, stock] of stocks) {
    const standing = await doors.sites.standing(tx, site, sentOn, moment.now, tenant)
    if (standing.allows.move !== 'derogation') continue
    const [brief] = await doors.sites.briefs(tx, [site], tenant)
    red.push({ site, siteName: brief?.name ?? site, ...stock, derogations: await derogationsOf(asking, site, sentOn) })
  }
  return { drawnGrams: trace.roots.reduce((sum, root) => sum + root.drawnGrams, 0), red }
}

type Stocks = ReadonlyMap<SiteId, { readonly drawnGrams: number; readonly producedOn: string }>
function stocksOf(bags: ReturnType<typeof bagsOnSite>, lots: Lineage['lots'], survivors: ReadonlyMap<SiteId, SiteId>): Stocks {
  const byId = new Map(lots.map((one) => [one.id, one]))
  const stocks = new Map<SiteId, { drawnGrams: number; producedOn: string }>()
  for (const { lot, drawnGrams } of bags) {
    const bag = byId.get(lot)
    if (!bag || bag.site === null) continue
    const site = survivors.get(bag.site) ?? bag.site
    const sum = stocks.get(site) ?? { drawnGrams: 0, producedOn: '' }
    const producedOn = bag.producedOn ?? bag.formedOn
    stocks.set(site, { drawnGrams: sum.drawnGrams + drawnGrams, producedOn: producedOn > sum.producedOn ? producedOn : sum.producedOn })
  }
  return stocks
}

/** Bags of merged records are one stock with those of the record that stands. */
async function survivorsOf({ tx, tenant, doors }: Asking, roots: Lineage['trace']['roots']): Promise<ReadonlyMap<SiteId, SiteId>> {
  const briefs = await doors.sites.briefs(tx, [...new Set(roots.flatMap(({ site }) => (site === null ? [] : [site])))], tenant)
  return new Map(briefs.flatMap(({ id, mergedInto }) => (mergedInto === undefined ? [] : [[id, mergedInto]])))
}

/** Stocks that one order names at one site count together. */
async function derogationsOf({ tx, tenant, doors, moment }: Asking, site: SiteId, sentOn: string): Promise<readonly RunningDerogation[]> {
  const running = await doors.sites.derogations(tx, tenant, { site, asOf: sentOn, knownAt: moment.now })
  const moved = await listMovedGrams(
    tx,
    tenant,
    running.map((one) => one.order),
  )
  return [...Map.groupBy(running, (one) => `${one.order} ${one.site}`).values()].flatMap((stocks) =>
    stocks.slice(0, 1).map(({ order, site: named, number }) => ({
      ...{ order, site: named, number },
      quantityGrams: stocks.reduce((sum, one) => sum + one.quantityGrams, 0),
      foundOn: stocks.reduce((day, one) => (one.foundOn > day ? one.foundOn : day), ''),
      movedGrams: moved.find((one) => one.order === order && one.site === named)?.grams ?? 0,
    })),
  )
}
