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
import { LotId } from '../../contract.ts'
import type { RegisterBagCommand } from '../../domain/lots/bag.ts'
import type { BagFacts, InputFacts, LotContext } from '../../domain/lots/lot-state.ts'
import { dayOfStep, standingFacts } from '../../domain/plausibility/arrival-rules.ts'
import { normaliseTag } from '../../domain/tags/tag.ts'
import { type RootsInside, rootsInsideOf } from '../../domain/lots/reach.ts'
import { readLot } from './lot-shapes.ts'
import type { CustodyDoors } from '../doors.ts'
import { limitsOfSites } from '../plausibility/limits-of-lots.ts'
import { findHoldingHit } from '../plausibility/store-hits.ts'
import { reachFor } from './sight.ts'
import { type LotRow, findLotIdByNumber, findLotRow, listLotRows, listLotsByTag } from './store-lot-reads.ts'
import { findTag } from '../tags/tag-facts.ts'
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
  const heldByHit = row?.quarantinedAt ? await findHoldingHit(tx, tenant, lot) : null
  const heldByIncident = row?.quarantinedAt ? await doors.heldByIncident?.(tx, tenant, { lot, organisation }) : null
  return {
    happenedOn: dayOf(moment.happenedAt),
    today: moment.today,
    organisation,
    account,
    reach: await reachFor(tx, doors.people, { tenant, organisation, oversees: asking.oversees }),
    rootsInside: row ? await rootsInside(asking, row) : 'all',
    lot: {
      drawnGrams: row?.drawnGrams ?? 0,
      ...(row === null || row.drawnMilligrams === null ? {} : { drawnMilligrams: row.drawnMilligrams }),
      quarantined: (row?.quarantinedAt ?? null) !== null,
      heldBySource: heldBy && !heldBy.itself ? heldBy.number : null,
      heldBySeizure: heldBy?.seized ?? false,
      certificate: row?.certificate ?? null,
      recordedBy: row?.recordedBy ?? null,
      quarantinedBy: row?.quarantinedBy ?? null,
      ...(heldByHit === null ? {} : { heldByHit }),
      ...(heldByIncident ? { heldByIncident } : {}),
    },
    bag: null,
    inputs: [],
    onSite: null,
    numberTaken: false,
    knownOrganisations: known.map((organisation) => organisation.id),
    limits: row ? await limitsOfSites(tx, { tenant, doors }, rootsOf([row])) : undefined,
  }
}

async function rootsInside({ tx, tenant, doors, territory }: Asking, row: LotRow): Promise<RootsInside> {
  if (territory === 'everywhere') return 'all'
  const sites = row.rootSites.map((site) => mustParse(SiteId, site))
  const inside = (await doors.sites.briefs(tx, sites, tenant)).filter((brief) => isInside(territory, brief)).length
  return rootsInsideOf({ known: sites.length, inside, unknown: row.rootUnknown })
}

/** What the facts of a bag, or of a sachet, hang on. */
type OfBag = Pick<RegisterBagCommand, 'holder' | 'site' | 'producedOn' | 'weighedOn' | 'tag' | 'tagIssuer'>
export async function bagFacts(asking: Asking, lot: string, command: OfBag): Promise<LotContext> {
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

async function tagFacts(asking: Asking, command: OfBag, lot: string): Promise<Pick<BagFacts, 'number' | 'tag' | 'tagBatch' | 'sameTag'>> {
  const { tx, tenant } = asking
  if (command.tag === null)
    return { number: await freeNumber(asking, `NT-${lot.slice(-12).toUpperCase()}`), tag: null, tagBatch: null, sameTag: [] }
  const text = normaliseTag(command.tag)
  const issuer = command.tagIssuer === undefined ? null : normaliseTag(command.tagIssuer)
  const usedOn = command.weighedOn ?? dayOfStep(dayOf(asking.moment.happenedAt), command.producedOn)
  const found = await findTag(tx, tenant, { tag: text, issuer, site: command.site, usedOn, account: asking.moment.actor.account })
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

/** The wanted number, or with `-D2`, `-D3` … behind it when it is taken: an observation is never sent back for its number. */
async function freeNumber({ tx, tenant }: Asking, wanted: string): Promise<string> {
  let [number, copy] = [wanted, 1]
  while ((await findLotIdByNumber(tx, tenant, number)) !== null) number = `${wanted}-D${++copy}`
  return number
}

/** What every use of lots must know of them, in the order of their identifiers; unknown ones are left out. */
export async function inputFacts(tx: Tx, tenant: string, ids: readonly string[]): Promise<readonly InputFacts[]> {
  const [rows, heldBy] = [await listLotRows(tx, tenant, ids), await listHeldBy(tx, tenant, ids)]
  return rows.map((row): InputFacts => {
    const { id, number, mineral, holder, owner, massGrams, drawnGrams, formedOn, lastOn, recipient, certificate, ...gold } = readLot(row)
    const { massMilligrams, drawnMilligrams } = gold
    const [mass, drawn] = massMilligrams === null ? [massGrams, drawnGrams] : [massMilligrams, drawnMilligrams ?? 0]
    return {
      ...{ lot: id, number, mineral, holder, owner, formedOn, lastOn, certificate, remainingGrams: massGrams - drawnGrams },
      ...(massMilligrams === null ? {} : { remainingMilligrams: mass - drawn }),
      state: row.isVoided ? 'voided' : drawn > 0 && drawn >= mass ? 'consumed' : recipient === null ? 'held' : 'in-transit',
      heldBy: heldBy.get(id)?.number ?? null,
      heldBySeizure: heldBy.get(id)?.seized ?? false,
      rejected: row.isRejected,
    }
  })
}

export async function combinationFacts(
  asking: Asking,
  command: { readonly number: string; readonly inputs: readonly { readonly lot: LotId }[] },
  lot: string,
): Promise<LotContext> {
  const { tx, tenant } = asking
  const ids = command.inputs.map((input) => input.lot)
  const inputs = await inputFacts(tx, tenant, ids)
  const numberTaken = (await findLotIdByNumber(tx, tenant, command.number)) !== null
  return { ...(await lotFacts(asking, lot)), inputs, numberTaken, limits: await inputLimits(asking, ids) }
}

const rootsOf = (rows: readonly LotRow[]) => ({
  sites: rows.flatMap((row) => row.rootSites),
  unknown: rows.some((row) => row.rootUnknown),
})
/** Of what goes into a lot or a processing. */
export const inputLimits = async ({ tx, tenant, doors }: Asking, ids: readonly string[]) =>
  limitsOfSites(tx, { tenant, doors }, rootsOf(await listLotRows(tx, tenant, ids)))

/** A site whose place is not computed lies outside every limited territory. */
const isInside = (territory: Territory, brief: SiteBrief): boolean =>
  territory === 'everywhere' || [brief.provinceCode, brief.territoireCode].some((code) => code !== null && territory.includes(code))
