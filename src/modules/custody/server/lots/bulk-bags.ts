/*
Bags by the thousand through the decision of the scale (`decideBag`): the facts of all are gathered in a few statements, and each bag is decided as
if those before it in the piece were there already. So an old sheet gets the findings that it would have had, and nothing is decided twice in two
ways. It writes nothing.
*/
import { dayOf } from '../../../../kernel/calendar.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { covers } from '../../../people/contract.ts'
import { type SiteBrief, SiteId, type Standing } from '../../../sites/contract.ts'
import { LotId, TagBatchId } from '../../contract.ts'
import type { BulkAsking, BulkBag, BulkDecided, BulkDoor } from '../../contract-bulk.ts'
import { decideBag } from '../../domain/lots/bag.ts'
import type { BagFacts, LotContext } from '../../domain/lots/lot-state.ts'
import { type TagRecord, isCritical, standingFacts } from '../../domain/plausibility/arrival-rules.ts'
import { normaliseTag, numberIn, splitTag } from '../../domain/tags/tag.ts'
import type { CustodyDoors } from '../doors.ts'
import { findLockbox, listActivationsOf } from '../tags/store-lockboxes.ts'
import { type BatchOfTag, type TagRowOf, listBatchesOfTags, listTagRowsOf, listTagged, listTakenNumbers } from './store-bulk.ts'
import { findLotIdByNumber } from './store-lot-reads.ts'

export const createBulkDoor = (doors: CustodyDoors): BulkDoor<Tx> => ({
  tagged: listTagged,
  decideBags: (tx, asking, bags) => decideBags(tx, { ...asking, doors }, bags),
})

type Asking = BulkAsking & { readonly doors: CustodyDoors }
interface Holder {
  readonly lot: string
  readonly number: string
  readonly issuer: string | null
}
/** What is known before the first bag of the piece, and what its bags add. */
interface Gathered {
  readonly sites: ReadonlyMap<string, SiteBrief>
  readonly standings: ReadonlyMap<string, Standing>
  readonly organisations: ReadonlySet<string>
  readonly batches: ReadonlyMap<string, readonly BatchOfTag[]>
  readonly tagRows: ReadonlyMap<string, TagRowOf>
  /** Since when a site hands its tags out by day. */
  readonly activatedSince: ReadonlyMap<string, string>
  readonly byTag: Map<string, Holder[]>
  readonly numbers: Set<string>
}

async function decideBags(tx: Tx, asking: Asking, bags: readonly BulkBag[]): Promise<readonly BulkDecided[]> {
  const gathered = await gather(tx, asking, bags)
  const decided: BulkDecided[] = []
  for (const bag of bags) decided.push(await decideOne(tx, { asking, gathered }, bag))
  return decided
}

const tagOf = ({ bag }: BulkBag): string | null => (bag.tag === null ? null : normaliseTag(bag.tag))
const standingKey = (site: string, day: string): string => `${site} ${day}`

async function gather(tx: Tx, { tenant, now, doors }: Asking, bags: readonly BulkBag[]): Promise<Gathered> {
  const sites = [...new Set(bags.flatMap(({ bag }) => (bag.site === null ? [] : [bag.site])))]
  const days = [...new Set(bags.flatMap(({ bag }) => (bag.site === null ? [] : [standingKey(bag.site, bag.producedOn)])))]
  const asked = days.map((key) => ({ site: mustParse(SiteId, key.slice(0, 36)), asOf: key.slice(37) }))
  const standings = asked.length === 0 ? [] : await doors.sites.standingsOn(tx, tenant, { asked, knownAt: now })
  const tags = [...new Set(bags.map(tagOf).filter((tag) => tag !== null))]
  const parts = tags.flatMap((tag) => {
    const split = splitTag(tag)
    return split ? [{ tag, series: split.series, whole: Number(split.run), withoutCheck: Number(split.run.slice(0, -1) || '0') }] : []
  })
  const batches = Map.groupBy(await listBatchesOfTags(tx, tenant, parts), (row) => row.tag)
  const rows = await listTagRowsOf(
    tx,
    tenant,
    [...batches.values()].flat().flatMap((batch) => {
      const number = numberIn(batch, batch.tag)
      return typeof number === 'object' ? [{ batch: batch.id, number: number.number }] : []
    }),
  )
  const byTag = new Map<string, Holder[]>()
  for (const { tag, lot, number, issuer } of await listTagged(tx, tenant, tags))
    byTag.set(tag, [...(byTag.get(tag) ?? []), { lot, number, issuer }])
  const activatedSince = new Map<string, string>()
  for (const site of sites) {
    const since = (await findLockbox(tx, tenant, site))?.activationSince ?? null
    if (since !== null) activatedSince.set(site, since)
  }
  const holders = [...new Set(bags.map(({ bag }) => bag.holder))]
  return {
    sites: new Map((await doors.sites.briefs(tx, sites, tenant)).map((brief) => [brief.id, brief])),
    standings: new Map(days.flatMap((key, at) => (standings[at] ? [[key, standings[at]] as const] : []))),
    organisations: new Set((await doors.people.organisations(tx, holders, tenant)).map((one) => one.id)),
    batches,
    tagRows: new Map(rows.map((row) => [`${row.batch} ${row.number}`, row])),
    activatedSince,
    byTag,
    numbers: new Set(await listTakenNumbers(tx, tenant, [...tags, ...bags.map(untaggedNumber)])),
  }
}
const untaggedNumber = ({ lot }: BulkBag): string => `NT-${lot.slice(-12).toUpperCase()}`

interface Piece {
  readonly asking: Asking
  readonly gathered: Gathered
}
async function decideOne(tx: Tx, piece: Piece, one: BulkBag): Promise<BulkDecided> {
  const { asking, gathered } = piece
  const { bag, lot } = one
  const tag = tagOf(one)
  const found = tag === null ? null : await tagFacts(tx, piece, one)
  const brief = bag.site === null ? undefined : gathered.sites.get(bag.site)
  const standing = bag.site === null ? undefined : gathered.standings.get(standingKey(bag.site, bag.producedOn))
  const number = await freeNumber(tx, piece, tag ?? untaggedNumber(one))
  const issuer = found?.record.issuer ?? (bag.tagIssuer === undefined ? null : normaliseTag(bag.tagIssuer))
  const others = (tag === null ? [] : (gathered.byTag.get(tag) ?? [])).filter(
    (other) => other.issuer === null || issuer === null || other.issuer === issuer,
  )
  const facts: BagFacts = {
    number,
    site: brief ? { id: brief.id, minerals: brief.minerals } : null,
    standing: standing ? standingFacts(standing) : null,
    tag: found?.record ?? null,
    tagBatch: found?.batch ?? null,
    sameTag: others.map((other) => ({ lot: mustParse(LotId, other.lot), number: other.number })),
    insideTerritory: brief === undefined || covers(asking.territory, { province: brief.provinceCode, territoire: brief.territoireCode }),
  }
  const outcome = decideBag(null, { type: 'register-bag', ...bag }, contextOf(piece, facts))
  if (!outcome.ok) return { lot, ok: false, refusal: outcome.refusal }
  const event = outcome.value[0]
  if (event?.kind !== 'lot.bag-registered.v1') throw new Error('a bag becomes one event')
  gathered.numbers.add(number)
  if (tag !== null) gathered.byTag.set(tag, [...(gathered.byTag.get(tag) ?? []), { lot, number, issuer: event.payload.tagIssuer }])
  const { findings } = event.payload
  return {
    ...{ lot, ok: true, subject: `lot:${lot}`, kind: event.kind, payload: event.payload },
    ...{ rules: findings.map((finding) => finding.rule), isHeld: isCritical(findings) },
  }
}

const contextOf = ({ asking, gathered }: Piece, bag: BagFacts): LotContext => ({
  happenedOn: dayOf(asking.now),
  today: dayOf(asking.now),
  organisation: null,
  account: asking.account,
  reach: 'territory',
  rootsInside: 'all',
  lot: { drawnGrams: 0, quarantined: false, heldBySource: null, certificate: null, recordedBy: null, quarantinedBy: null },
  bag,
  inputs: [],
  onSite: null,
  numberTaken: false,
  knownOrganisations: [...gathered.organisations],
})

/** As `findTag` does it for one: the stated issuer's batch, else the one given to this site, else the first. */
async function tagFacts(
  tx: Tx,
  { asking, gathered }: Piece,
  { bag }: BulkBag,
): Promise<{ readonly record: TagRecord; readonly batch: TagBatchId | null } | null> {
  const tag = normaliseTag(bag.tag ?? '')
  const issuer = bag.tagIssuer === undefined ? null : normaliseTag(bag.tagIssuer)
  const fitting = (gathered.batches.get(tag) ?? [])
    .filter((batch) => issuer === null || batch.issuer === issuer)
    .map((batch) => ({ batch, number: numberIn(batch, tag) }))
    .filter((one) => one.number !== 'not-in-batch')
  const chosen = fitting.find((one) => one.batch.site === bag.site) ?? fitting[0]
  if (!chosen) return null
  const { batch, number } = chosen
  const row = typeof number === 'object' ? gathered.tagRows.get(`${batch.id} ${number.number}`) : undefined
  const since = bag.site === null ? undefined : gathered.activatedSince.get(bag.site)
  const record: TagRecord = {
    ...{ batch: batch.id, issuer: batch.issuer, allocatedSite: batch.site, allocatedOn: batch.allocatedOn },
    declared: row && row.lot === null ? { as: row.declaredAs ?? row.state, on: row.changedOn } : null,
    wrongCheckDigit: number === 'wrong-check-digit',
    activation:
      since === undefined || typeof number !== 'object'
        ? null
        : await activationOf(tx, asking, { since, bag, of: { batch: batch.id, ...number } }),
  }
  return { record, batch: typeof number === 'object' ? mustParse(TagBatchId, batch.id) : null }
}

interface Activated {
  readonly since: string
  readonly bag: BulkBag['bag']
  readonly of: { readonly batch: string; readonly number: number }
}
async function activationOf(
  tx: Tx,
  { tenant, account }: Asking,
  { since, bag, of }: Activated,
): Promise<NonNullable<TagRecord['activation']>> {
  const day = bag.weighedOn ?? bag.producedOn
  const active = (await listActivationsOf(tx, tenant, { batch: of.batch, from: of.number, to: of.number, day })).filter(
    (one) => one.site === bag.site,
  )
  const own = active.some((one) => one.agent === account)
  return { since, of: own ? 'this-agent' : active.length > 0 ? 'other-agent' : 'nobody' }
}

/** The wanted number, or with `-D2`, `-D3` … behind it when it is taken. */
async function freeNumber(tx: Tx, { asking, gathered }: Piece, wanted: string): Promise<string> {
  let [number, copy] = [wanted, 1]
  while (gathered.numbers.has(number) || (copy > 1 && (await findLotIdByNumber(tx, asking.tenant, number)) !== null))
    number = `${wanted}-D${++copy}`
  return number
}
