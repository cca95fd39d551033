/*
What a reader gets back about lots: names of sites and organisations are fetched from their modules and put beside the
identifiers. Names of persons do not exist here.
*/
import { instant, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import type { SiteId } from '../../../sites/contract.ts'
import { LotDetail, type LotId, type LotSummary, type TraceAnswer } from '../../contract.ts'
import type { CustodyDoors } from '../doors.ts'
import { type LotShape, briefOf, readLot } from './lot-shapes.ts'
import * as rows from './store-lot-reads.ts'
import { type Sight, isLotSeen } from './store-sight.ts'
import { listHeldBy } from '../tracing/store-trace.ts'
import { lineageOf, sharesBySite } from '../tracing/trace-lot.ts'

/** Whose lots, and through which doors their surroundings are seen. */
interface House {
  readonly tenant: string
  readonly doors: CustodyDoors
}
interface Surroundings extends House {
  readonly sight: Sight
}

async function namesOf(
  tx: Tx,
  { tenant, doors }: House,
  asked: { readonly sites: readonly (SiteId | null)[]; readonly organisations: readonly (OrganisationId | null)[] },
) {
  const sites = [...new Set(asked.sites.filter((site) => site !== null))]
  const organisations = [...new Set(asked.organisations.filter((organisation) => organisation !== null))]
  const siteNames = new Map((sites.length === 0 ? [] : await doors.sites.briefs(tx, sites, tenant)).map((brief) => [brief.id, brief.name]))
  const found = organisations.length === 0 ? [] : await doors.people.organisations(tx, organisations, tenant)
  const organisationNames = new Map(found.map((organisation) => [organisation.id, organisation.name]))
  return {
    site: (site: SiteId | null): string | null => (site === null ? null : (siteNames.get(site) ?? null)),
    organisation: (organisation: OrganisationId | null): string | null =>
      organisation === null ? null : (organisationNames.get(organisation) ?? null),
  }
}

/** In the order given; two look-ups of names whatever the number of lots. */
export async function summariesOf(tx: Tx, house: House, lots: readonly LotShape[]): Promise<LotSummary[]> {
  const name = await namesOf(tx, house, {
    sites: lots.map((lot) => lot.site),
    organisations: lots.flatMap((lot) => [lot.holder, lot.owner, lot.recipient]),
  })
  return lots.map((lot) => ({
    ...briefOf(lot),
    siteName: name.site(lot.site),
    holderName: name.organisation(lot.holder),
    ownerName: name.organisation(lot.owner),
    recipientName: name.organisation(lot.recipient),
  }))
}

/** A lot that stands still by one of its sources is shown as held, with the day of that source and no word of why. */
export async function withHolds(tx: Tx, tenant: string, lots: readonly LotSummary[]): Promise<LotSummary[]> {
  const holds = await listHeldBy(
    tx,
    tenant,
    lots.map(({ id }) => id),
  )
  return lots.map((lot) => {
    const hold = holds.get(lot.id)
    if (hold === undefined || lot.heldSince !== undefined) return lot
    return { ...lot, state: hold.seized ? 'seized' : 'quarantined', heldSince: mustParse(instant(), hold.since) }
  })
}

/** `null` when the lot is not known, or not for the reader's eyes. A lot with a source in quarantine is shown as quarantined, with that source's number. */
export async function detailOf(tx: Tx, { tenant, doors, sight }: Surroundings, id: LotId): Promise<LotDetail | null> {
  const row = await rows.findLotRow(tx, tenant, id)
  if (!row || !(await isLotSeen(tx, tenant, id, sight))) return null
  const lot = readLot(row)
  const [summary] = await summariesOf(tx, { tenant, doors }, [lot])
  const heldBy = (await listHeldBy(tx, tenant, [id])).get(id)
  const heldBySource = heldBy && !heldBy.itself && lot.state !== 'voided' ? heldBy.number : null
  const findings = (await rows.listFindings(tx, tenant, [id])).map(({ lot: _lot, ...finding }) => finding)
  return mustParse(LotDetail, {
    lot: heldBySource === null ? summary : { ...summary, state: 'quarantined' },
    quarantine: lot.quarantinedAt === null ? null : { because: lot.quarantineBecause, since: lot.quarantinedAt },
    heldBySource,
    ...(heldBy && heldBySource !== null
      ? { heldBy: { lot: heldBy.id, number: heldBy.number, because: heldBy.because, seized: heldBy.seized } }
      : {}),
    findings,
    weighings: await rows.listWeighings(tx, tenant, id),
    transfers: await rows.listTransfers(tx, tenant, id),
    assays: await rows.listAssays(tx, tenant, id),
    inputs: await rows.listInputs(tx, tenant, id),
    outputs: await rows.listOutputs(tx, tenant, id, sight),
  })
}

/** The lot, its bags, the share of each site, and the tree between; `null` when the lot is not known, or not for the reader's eyes. */
export async function traceAnswer(tx: Tx, { tenant, doors, sight }: Surroundings, id: LotId): Promise<TraceAnswer | null> {
  const lineage = (await isLotSeen(tx, tenant, id, sight)) ? await lineageOf(tx, tenant, id) : null
  if (!lineage) return null
  const { trace, lots } = lineage
  const { inputs: _inputs, drawnGrams: _drawn, certified: _certified, assays: _assays, ...shown } = trace
  const { shares, unexplained } = await sharesBySite(tx, { tenant, sites: doors.sites }, trace)
  const name = await namesOf(
    tx,
    { tenant, doors },
    {
      sites: [],
      organisations: [trace.holder, ...trace.holders.map((holding) => holding.organisation)],
    },
  )
  return {
    ...shown,
    massMilligrams: lots.find((lot) => lot.id === id)?.massMilligrams ?? null,
    holderName: name.organisation(trace.holder),
    findings: [...trace.findings],
    roots: [...trace.roots],
    shares: [...shares],
    unexplained,
    nodes: lots.map((lot) => ({
      lot: lot.id,
      number: lot.number,
      kind: lot.kind,
      state: lot.state,
      massGrams: lot.massGrams,
      site: lot.site,
    })),
    links: lots.flatMap((lot) => lot.draws.map((draw) => ({ from: draw.from, to: lot.id, drawnGrams: draw.drawnGrams }))),
    holders: trace.holders.map((holding) => ({ ...holding, name: name.organisation(holding.organisation) })),
  }
}
