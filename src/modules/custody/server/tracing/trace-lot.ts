/*
The origin of a lot, put together: the record comes up in one recursive query, the shares follow from pure arithmetic, the
findings and holders of everything beneath stand beside. What others get (door, route, command line) is cut from this one answer.
*/
import { asId, calendarDate, decimal, listOf, mustParse, oneOf, orNull, record, text } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { OrganisationId } from '../../../people/contract.ts'
import type { SitesDoor } from '../../../sites/contract.ts'
import {
  AssayElement,
  Finding,
  LotId,
  type LotState,
  type LotTrace,
  type RootBag,
  type SiteShare,
  type UnexplainedGrams,
} from '../../contract.ts'
import { apportion } from '../../domain/tracing/apportion.ts'
import { type LotNode, rootShares } from '../../domain/tracing/tracing.ts'
import { readLot } from '../lots/lot-shapes.ts'
import { findLotIdByNumber, listFindings } from '../lots/store-lot-reads.ts'
import { LAST_DAY, referenceComposition } from './reference.ts'
import { type TracedLotRow, listAssaysOfLot, listHoldings, listLineage } from './store-trace.ts'

const AssayOfLot = record({
  lab: text(),
  element: AssayElement,
  value: decimal(),
  unit: oneOf('percent', 'per-mille'),
  assayedOn: calendarDate(),
  organisation: orNull(OrganisationId),
})

export interface Lineage {
  readonly trace: LotTrace
  /** The lot and everything beneath, for a tree; each with its own state. */
  readonly lots: readonly (ReturnType<typeof readLot> & { readonly draws: LotNode['draws'] })[]
}

/** `null` when the lot is not known. Cost: one recursive query and two small ones, then arrows × bags of whole-number work. */
export async function lineageOf(tx: Tx, tenant: string, lot: LotId): Promise<Lineage | null> {
  const rows = await listLineage(tx, tenant, lot)
  const lots = rows.map(readTraced)
  const asked = lots.find((one) => one.id === lot)
  if (!asked) return null
  const ids = lots.map((one) => one.id)
  const findings = (await listFindings(tx, tenant, ids)).map(readFinding)
  const holders = (await listHoldings(tx, tenant, ids)).map((row) => ({
    organisation: mustParse(OrganisationId, row.organisation),
    since: row.since,
  }))
  const byId = new Map(lots.map((one) => [one.id, one]))
  const inputs = asked.draws.map((draw) => ({ lot: draw.from, number: byId.get(draw.from)?.number ?? '', drawnGrams: draw.drawnGrams }))
  const { number, kind, mineral, massGrams, holder, formedOn } = asked
  const assays = await assaysOf(tx, tenant, lot)
  const state = stateAmong(
    asked.state,
    lots.some((one) => one.state === 'quarantined' || one.state === 'seized'),
  )
  const certified = lots.flatMap(({ id, number: of, certificate }) => (certificate === null ? [] : [{ lot: id, number: of, certificate }]))
  const { drawnGrams } = asked
  return {
    lots,
    trace: {
      lot,
      number,
      kind,
      mineral,
      massGrams,
      drawnGrams,
      holder,
      formedOn,
      findings,
      certified,
      assays,
      inputs,
      roots: rootsOf(lots, lot),
      state,
      holders,
    },
  }
}

function rootsOf(lots: Lineage['lots'], lot: LotId): readonly RootBag[] {
  const byId = new Map(lots.map((one) => [one.id, one]))
  const nodes = new Map(lots.map((one): [LotId, LotNode] => [one.id, { lot: one.id, massGrams: one.massGrams, draws: one.draws }]))
  return rootShares(nodes, lot).map((share) => {
    const bag = byId.get(share.lot)
    if (!bag) throw new Error(`root ${share.lot} is not in the record`)
    return {
      lot: bag.id,
      site: bag.site,
      tag: bag.tag,
      producedOn: bag.producedOn ?? bag.formedOn,
      massGrams: bag.massGrams,
      drawnGrams: share.drawnGrams,
    }
  })
}

/** A lot with a source in quarantine or seized is held as well; voiding its record does not hide that. Its own seizure is the graver word. */
export const stateAmong = (own: LotState, oneIsStopped: boolean): LotState => (own !== 'seized' && oneIsStopped ? 'quarantined' : own)
export const assaysOf = async (tx: Tx, tenant: string, lot: LotId): Promise<LotTrace['assays']> =>
  mustParse(listOf(AssayOfLot), await listAssaysOfLot(tx, tenant, lot))

const readTraced = (row: TracedLotRow) => ({
  ...readLot(row),
  draws: row.draws.map((draw) => ({ from: mustParse(LotId, draw.from), drawnGrams: draw.drawnGrams })),
})
export function readFinding(row: { rule: string; severity: string; facts: unknown; releasedBecause: string | null }): Finding {
  const finding = mustParse(Finding, { rule: row.rule, severity: row.severity, facts: row.facts })
  return row.releasedBecause === null ? finding : { ...finding, facts: { ...finding.facts, released: true } }
}

/**
 * Part of the lot's mass by site, with the sites' names, and what no site answers for: the same count as the answers of tracing. The line
 * without a site is all that is unexplained, so that the lines sum to the mass.
 */
export async function sharesBySite(
  tx: Tx,
  { tenant, sites }: { readonly tenant: string; readonly sites: SitesDoor<Tx> },
  trace: LotTrace,
): Promise<{ readonly shares: readonly SiteShare[]; readonly unexplained: UnexplainedGrams }> {
  const found = await referenceComposition({ tx, tenant, day: LAST_DAY }, trace.lot)
  if (!found) throw new Error(`lot ${trace.lot} is not in the record`)
  const briefs = await sites.briefs(
    tx,
    found.sites.map((one) => asId('site', one.site)),
    tenant,
  )
  const names = new Map<string, string>(briefs.map((brief) => [brief.id, brief.name]))
  const { total, hundredths, siteUnknown, gained, overdrawn, voided } = found.unexplained
  const units = [...found.sites.map((one) => one.amount), siteUnknown, gained, overdrawn, voided]
  const grams = found.inMilligrams ? apportion(trace.massGrams, units) : units
  const shares: SiteShare[] = found.sites.map((one, n) => ({
    ...{ site: asId('site', one.site), siteName: names.get(one.site) ?? null, grams: grams[n] ?? 0 },
    ...{ hundredthsOfPercent: one.hundredths, bags: one.lots },
  }))
  const [ofNoSite = 0, added = 0, tooMuch = 0, mistaken = 0] = grams.slice(shares.length)
  const unexplained = {
    total: ofNoSite + added + tooMuch + mistaken,
    siteUnknown: ofNoSite,
    gained: added,
    overdrawn: tooMuch,
    voided: mistaken,
  }
  const bags = trace.roots.filter((root) => root.site === null).length
  if (total > 0 || bags > 0) shares.push({ site: null, siteName: null, grams: unexplained.total, hundredthsOfPercent: hundredths, bags })
  return { shares, unexplained }
}

/** By number, for the command line: the trace, and the share of each site in grams and in hundredths of a percent. */
export type TraceByNumber = (
  tx: Tx,
  tenant: string,
  number: string,
) => Promise<{ readonly trace: LotTrace; readonly shares: readonly SiteShare[]; readonly unexplained: UnexplainedGrams } | null>
export const createTraceLot =
  (sites: SitesDoor<Tx>): TraceByNumber =>
  async (tx, tenant, number) => {
    const lot = await findLotIdByNumber(tx, tenant, number.trim())
    const lineage = lot === null ? null : await lineageOf(tx, tenant, mustParse(LotId, lot))
    return lineage && { trace: lineage.trace, ...(await sharesBySite(tx, { tenant, sites }, lineage.trace)) }
  }
