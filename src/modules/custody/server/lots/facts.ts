/*
Gathers what a decision must know of the rest of the world, in the transaction that decides. The tenant's head is held while
this runs, so nothing read here can change before the decision is written. It decides nothing.
*/
import { dayOf } from '../../../../kernel/calendar.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Moment } from '../../../../platform/log/aggregate.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import { type SiteBrief, SiteId } from '../../../sites/contract.ts'
import { LotId, TagBatchId } from '../../contract.ts'
import type { RegisterBagCommand } from '../../domain/lots/bag.ts'
import type { BagFacts, InputFacts, LotContext } from '../../domain/lots/lot-state.ts'
import { type TagRecord, standingFacts } from '../../domain/plausibility/arrival-rules.ts'
import { normaliseTag, numberIn, splitTag, tagText } from '../../domain/tags/tag.ts'
import { TagState } from '../../domain/tags/tag-state.ts'
import type { TagBatchCommand, TagBatchContext } from '../../domain/tags/tag-batch.ts'
import { type RootsInside, rootsInsideOf } from '../../domain/lots/reach.ts'
import { readLot } from './lot-shapes.ts'
import type { CustodyDoors } from '../doors.ts'
import { reachFor } from './sight.ts'
import { type LotRow, findLotIdByNumber, findLotRow, listLotRows, listLotsByTag } from './store-lot-reads.ts'
import { type TagBatchRow, findOverlap, listBatchesBySeries, listTagRows } from '../tags/store-tags.ts'
import { listHeldBy } from '../tracing/store-trace.ts'

export type Territory = 'everywhere' | readonly string[]
export interface Asking {
  readonly tx: Tx
  readonly tenant: string
  readonly doors: CustodyDoors
  readonly moment: Moment
  readonly territory: Territory
  /** Holds the power to see and touch lots of others. */
  readonly oversees: boolean
}

/** The facts that every decision about an existing lot needs; `named` are organisations that the command names. */
export async function lotFacts(asking: Asking, lot: string, named: readonly OrganisationId[] = []): Promise<LotContext> {
  const { tx, tenant, doors, moment } = asking
  const row = await findLotRow(tx, tenant, lot)
  const heldBy = (await listHeldBy(tx, tenant, [lot])).get(lot)
  const known = named.length === 0 ? [] : await doors.people.organisations(tx, named, tenant)
  const { account, organisation } = moment.actor
  return {
    happenedOn: dayOf(moment.happenedAt),
    today: moment.today,
    organisation,
    account,
    reach: await reachFor(tx, doors.people, { tenant, organisation, oversees: asking.oversees }),
    rootsInside: row ? await rootsInside(asking, row) : 'all',
    lot: {
      drawnGrams: row?.drawnGrams ?? 0,
      quarantined: heldBy?.itself ?? false,
      heldBySource: heldBy && !heldBy.itself ? heldBy.number : null,
      certificate: row?.certificate ?? null,
      recordedBy: row?.recordedBy ?? null,
      quarantinedBy: row?.quarantinedBy ?? null,
    },
    bag: null,
    inputs: [],
    onSite: null,
    numberTaken: false,
    knownOrganisations: known.map((organisation) => organisation.id),
  }
}

async function rootsInside({ tx, tenant, doors, territory }: Asking, row: LotRow): Promise<RootsInside> {
  if (territory === 'everywhere') return 'all'
  const sites = row.rootSites.map((site) => mustParse(SiteId, site))
  const inside = (await doors.sites.briefs(tx, sites, tenant)).filter((brief) => isInside(territory, brief)).length
  return rootsInsideOf({ known: sites.length, inside, unknown: row.rootUnknown })
}

export async function bagFacts(asking: Asking, lot: string, command: RegisterBagCommand): Promise<LotContext> {
  const { tx, tenant, doors, moment, territory } = asking
  const context = await lotFacts(asking, lot, [command.holder])
  const brief = command.site === null ? undefined : (await doors.sites.briefs(tx, [command.site], tenant))[0]
  const standing =
    brief && command.site !== null ? await doors.sites.standing(tx, command.site, command.producedOn, moment.now, tenant) : null
  const tag = await tagFacts(asking, command, lot)
  const bag: BagFacts = {
    ...tag,
    site: brief ? { id: brief.id, minerals: brief.minerals } : null,
    standing: standing && standingFacts(standing),
    insideTerritory: brief === undefined || isInside(territory, brief),
  }
  return { ...context, bag }
}

async function tagFacts(
  asking: Asking,
  command: RegisterBagCommand,
  lot: string,
): Promise<Pick<BagFacts, 'number' | 'tag' | 'tagBatch' | 'sameTag'>> {
  const { tx, tenant } = asking
  if (command.tag === null)
    return { number: await freeNumber(asking, `NT-${lot.slice(-12).toUpperCase()}`), tag: null, tagBatch: null, sameTag: [] }
  const text = normaliseTag(command.tag)
  const issuer = command.tagIssuer === undefined ? null : normaliseTag(command.tagIssuer)
  const found = await findTag(asking, text, { issuer, site: command.site })
  const resolved = found?.record.issuer ?? issuer
  const others = (await listLotsByTag(tx, tenant, text)).filter(
    (other) => other.issuer === null || resolved === null || other.issuer === resolved,
  )
  return {
    number: await freeNumber(asking, text),
    tag: found?.record ?? null,
    tagBatch: found?.batch ?? null,
    sameTag: others.map((other) => ({ lot: mustParse(LotId, other.id), number: other.number })),
  }
}

/** The batch of a tag; when several issuers print the same number, the stated issuer's, else the one given to this site. */
async function findTag(
  { tx, tenant }: Asking,
  text: string,
  wanted: { readonly issuer: string | null; readonly site: SiteId | null },
): Promise<{ readonly record: TagRecord; readonly batch: TagBatchId | null } | null> {
  const parts = splitTag(text)
  if (!parts) return null
  const withoutCheck = Number(parts.run.slice(0, -1) || '0')
  const listed = await listBatchesBySeries(tx, tenant, { series: parts.series, whole: Number(parts.run), withoutCheck })
  const fitting = listed
    .filter((batch) => wanted.issuer === null || batch.issuer === wanted.issuer)
    .map((batch) => ({ batch, number: numberIn(batch, text) }))
    .filter((one) => one.number !== 'not-in-batch')
  const chosen = fitting.find((one) => one.batch.site === wanted.site) ?? fitting[0]
  return chosen ? tagRecord(tx, tenant, chosen) : null
}

async function tagRecord(
  tx: Tx,
  tenant: string,
  { batch, number }: { readonly batch: TagBatchRow; readonly number: ReturnType<typeof numberIn> },
) {
  const known = typeof number === 'object' ? await listTagRows(tx, tenant, { batch: batch.id, from: number.number, to: number.number }) : []
  const row = known[0]
  const declared = row && row.lot === null ? { as: row.state, on: row.changedOn } : null
  const { issuer, site: allocatedSite, allocatedOn } = batch
  const record: TagRecord = {
    batch: batch.id,
    issuer,
    allocatedSite,
    allocatedOn,
    declared,
    wrongCheckDigit: number === 'wrong-check-digit',
  }
  return { record, batch: typeof number === 'object' ? mustParse(TagBatchId, batch.id) : null }
}

/** The wanted number, or with `-D2`, `-D3` … behind it when it is taken: an observation is never sent back for its number. */
async function freeNumber({ tx, tenant }: Asking, wanted: string): Promise<string> {
  let [number, copy] = [wanted, 1]
  while ((await findLotIdByNumber(tx, tenant, number)) !== null) number = `${wanted}-D${++copy}`
  return number
}

export async function combinationFacts(
  asking: Asking,
  command: { readonly number: string; readonly inputs: readonly { readonly lot: LotId }[] },
  lot: string,
): Promise<LotContext> {
  const { tx, tenant } = asking
  const ids = command.inputs.map((input) => input.lot)
  const [rows, heldBy] = [await listLotRows(tx, tenant, ids), await listHeldBy(tx, tenant, ids)]
  const inputs = rows.map((row): InputFacts => {
    const { id, number, mineral, holder, massGrams, drawnGrams, lastOn, recipient, state } = readLot(row)
    const place = state === 'voided' || state === 'consumed' ? state : recipient === null ? 'held' : 'in-transit'
    return {
      lot: id,
      number,
      mineral,
      holder,
      remainingGrams: massGrams - drawnGrams,
      state: place,
      heldBy: heldBy.get(id)?.number ?? null,
      certificate: row.certificate,
      lastOn,
    }
  })
  const numberTaken = (await findLotIdByNumber(tx, tenant, command.number)) !== null
  return { ...(await lotFacts(asking, lot)), inputs, numberTaken }
}

/** What a decision about a batch of tags needs; `batch` is its identifier. */
export async function tagBatchFacts(asking: Omit<Asking, 'oversees'>, batch: string, command: TagBatchCommand): Promise<TagBatchContext> {
  const { tx, tenant, doors, moment, territory } = asking
  const context: TagBatchContext = {
    happenedOn: dayOf(moment.happenedAt),
    overlap: null,
    standing: null,
    insideTerritory: true,
    tags: [],
  }
  if (command.type === 'register-batch') {
    const range = { issuer: normaliseTag(command.issuer), series: normaliseTag(command.series ?? ''), from: command.from, to: command.to }
    const overlap = await findOverlap(tx, tenant, range)
    return { ...context, overlap: overlap && tagText(overlap, overlap.from) }
  }
  if (command.type === 'allocate-batch') {
    const brief = (await doors.sites.briefs(tx, [command.site], tenant))[0]
    if (!brief) return context
    const standing = await doors.sites.standing(tx, command.site, command.allocatedOn ?? context.happenedOn, moment.now, tenant)
    return { ...context, standing, insideTerritory: isInside(territory, brief) }
  }
  const rows = await listTagRows(tx, tenant, { batch, from: command.from, to: command.to })
  return { ...context, tags: rows.map((row) => ({ number: row.number, state: mustParse(TagState, row.state), lot: row.lot })) }
}

/** A site whose place is not computed lies outside every limited territory. */
const isInside = (territory: Territory, brief: SiteBrief): boolean =>
  territory === 'everywhere' || [brief.provinceCode, brief.territoireCode].some((code) => code !== null && territory.includes(code))
