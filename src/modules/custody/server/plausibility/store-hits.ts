/*
Rows of hits: written by the projection, read by lists and pages. Who sees a hit follows from who sees its lots and its site; a party sees
what concerns it. A hit of a region has neither, and is seen by whoever watches over the trade.
*/
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type Sight, seenBy } from '../lots/store-sight.ts'

export interface NewHit {
  readonly id: string
  readonly rule: string
  readonly version: number
  readonly severity: string
  readonly fingerprint: string
  readonly found: 'arrival' | 'scan'
  readonly site: string | null
  readonly provinceCode: string | null
  readonly territoireCode: string | null
  readonly period: string | null
  readonly mineral: string | null
  readonly facts: object
  readonly inputs: unknown
  readonly threshold: object
  readonly thresholdGroup: string
  readonly explanations: readonly string[]
  readonly raisedAt: string
  readonly raisedBy: string
  readonly lots: readonly string[]
  readonly parties: readonly string[]
}
export const insertHit = (tx: Tx, tenant: string, hit: NewHit): Promise<void> => insertHits(tx, tenant, [hit])

/** Three statements whatever their number; one that is known by its fingerprint stays as it is. */
export async function insertHits(tx: Tx, tenant: string, hits: readonly NewHit[]): Promise<void> {
  if (hits.length === 0) return
  const added = await sql<{ id: string }>`
    insert into hit (tenant_id, id, rule, version, severity, fingerprint, found, site_id, province_code, territoire_code, period, mineral, facts,
      inputs, threshold, threshold_group, explanations, state, raised_at, raised_by)
    select ${tenant}, id, rule, version, severity, fingerprint, found, site, "provinceCode", "territoireCode", period, mineral, facts, inputs, threshold,
      "thresholdGroup", explanations, 'open', "raisedAt", "raisedBy"
    from jsonb_to_recordset(${JSON.stringify(hits)}::jsonb) as one (id uuid, rule text, version integer, severity text, fingerprint text, found text,
      site uuid, "provinceCode" text, "territoireCode" text, period text, mineral text, facts jsonb, inputs jsonb, threshold jsonb,
      "thresholdGroup" text, explanations text[], "raisedAt" timestamptz, "raisedBy" text)
    on conflict do nothing returning id`.execute(tx)
  const isNew = new Set(added.rows.map(({ id }) => id))
  const fresh = hits.filter(({ id }) => isNew.has(id))
  if (fresh.length === 0) return
  const lots = fresh.flatMap(({ id, severity, lots: of }) => of.map((lot) => ({ hit: id, lot, held: severity === 'C' })))
  const parties = fresh.flatMap(({ id, parties: of }) => of.map((organisation) => ({ hit: id, organisation })))
  await sql`
    insert into hit_lot (tenant_id, hit_id, lot_id, held)
    select ${tenant}, hit, lot, held from jsonb_to_recordset(${JSON.stringify(lots)}::jsonb) as one (hit uuid, lot uuid, held boolean)
    on conflict do nothing`.execute(tx)
  await sql`
    insert into hit_party (tenant_id, hit_id, organisation_id)
    select ${tenant}, hit, organisation from jsonb_to_recordset(${JSON.stringify(parties)}::jsonb) as one (hit uuid, organisation uuid)
    on conflict do nothing`.execute(tx)
}

/** What an arrival leaves out of its event and the rows know: the site and the mineral of the lot, and whose it is. */
export interface LotOfHit {
  readonly lot: string
  readonly site: string | null
  readonly mineral: string
  readonly holder: string
}
export async function listLotsOfHits(tx: Tx, tenant: string, lots: readonly string[]): Promise<ReadonlyMap<string, LotOfHit>> {
  const found = await sql<LotOfHit>`
    select id as lot, coalesce(site_id, case when cardinality(root_sites) = 1 then root_sites[1] end) as site, mineral, holder_id as holder
    from lot where tenant_id = ${tenant} and id = any(${[...lots]}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.lot, row]))
}

export interface StepRow {
  readonly hit: string
  readonly ordinal: number
  readonly step: string
  readonly said: string | null
  readonly organisation: string | null
  readonly account: string
  readonly at: string
}
export async function insertStep(
  tx: Tx,
  tenant: string,
  row: StepRow & { readonly state: string; readonly until: string | null },
): Promise<void> {
  await sql`
    insert into hit_step (tenant_id, hit_id, ordinal, step, said, organisation_id, account, happened_at)
    values (${tenant}, ${row.hit}, ${row.ordinal}, ${row.step}, ${row.said}, ${row.organisation}, ${row.account}, ${row.at})`.execute(tx)
  const closes = row.step === 'closed'
  await sql`
    update hit set state = ${row.state}, reply_until = coalesce(${row.until}::date, reply_until),
      asked_by = case when ${row.step} = 'reply-requested' then ${row.account} else asked_by end,
      closed_at = case when ${closes} then ${row.at}::timestamptz else closed_at end,
      closed_by = case when ${closes} then ${row.account} else closed_by end
    where tenant_id = ${tenant} and id = ${row.hit}`.execute(tx)
}

export interface HitRow {
  readonly id: string
  readonly rule: string
  readonly version: number
  readonly severity: string
  readonly found: string
  readonly state: string
  readonly site: string | null
  readonly provinceCode: string | null
  readonly territoireCode: string | null
  readonly period: string | null
  readonly mineral: string | null
  readonly facts: unknown
  readonly inputs: unknown
  readonly threshold: unknown
  readonly thresholdGroup: string
  readonly explanations: readonly string[]
  readonly raisedAt: string
  readonly raisedBy: string
  readonly askedBy: string | null
  readonly replyUntil: string | null
  readonly closedAt: string | null
  readonly lots: number
}
const columns = sql`
  hit.id, hit.rule, hit.version, hit.severity, hit.found, hit.state, hit.site_id as site, hit.province_code as "provinceCode",
  hit.territoire_code as "territoireCode", hit.period, hit.mineral, hit.facts, hit.inputs, hit.threshold, hit.threshold_group as "thresholdGroup",
  hit.explanations, hit.raised_at as "raisedAt", hit.raised_by as "raisedBy", hit.asked_by as "askedBy", hit.reply_until as "replyUntil",
  hit.closed_at as "closedAt", (select count(*) from hit_lot l where l.tenant_id = hit.tenant_id and l.hit_id = hit.id) as lots`

function hitSeen(tenant: string, sight: Sight): RawBuilder<unknown> {
  if (sight.of === 'everything') return sql`true`
  const lots = sql`exists (select from hit_lot l join lot on lot.tenant_id = l.tenant_id and lot.id = l.lot_id
    where l.tenant_id = ${tenant} and l.hit_id = hit.id and ${seenBy(tenant, sight)})`
  if (sight.of === 'sites')
    return sql`(hit.site_id = any(${[...sight.sites]}::uuid[]) or ${lots}
      or (hit.site_id is null and not exists (select from hit_lot l where l.tenant_id = ${tenant} and l.hit_id = hit.id)))`
  return sql`(exists (select from hit_party p where p.tenant_id = ${tenant} and p.hit_id = hit.id and p.organisation_id = ${sight.organisation}::uuid))`
}

export interface HitFilter {
  readonly sight: Sight
  readonly rule?: string | undefined
  readonly severity?: string | undefined
  readonly state?: string | undefined
  /** A P-code, and the sites that lie there: what was found on arrival knows its site alone. */
  readonly place?: { readonly code: string; readonly sites: readonly string[] } | undefined
  readonly site?: string | undefined
  readonly lot?: string | undefined
  readonly raisedBefore?: string | undefined
  readonly before?: string | undefined
}
export async function listHits(tx: Tx, tenant: string, filter: HitFilter, limit: number): Promise<readonly HitRow[]> {
  const wanted: RawBuilder<unknown>[] = [sql`hit.tenant_id = ${tenant}`, hitSeen(tenant, filter.sight)]
  if (filter.rule !== undefined) wanted.push(sql`hit.rule = ${filter.rule}`)
  if (filter.severity !== undefined) wanted.push(sql`hit.severity = ${filter.severity}`)
  if (filter.state === 'running') wanted.push(sql`hit.closed_at is null`)
  else if (filter.state === 'closed') wanted.push(sql`hit.closed_at is not null`)
  else if (filter.state !== undefined) wanted.push(sql`hit.state = ${filter.state}`)
  if (filter.place !== undefined) {
    const { code, sites } = filter.place
    wanted.push(sql`(hit.province_code = ${code} or hit.territoire_code = ${code} or hit.site_id = any(${[...sites]}::uuid[]))`)
  }
  if (filter.site !== undefined) wanted.push(sql`hit.site_id = ${filter.site}`)
  if (filter.lot !== undefined)
    wanted.push(sql`exists (select from hit_lot l where l.tenant_id = ${tenant} and l.hit_id = hit.id and l.lot_id = ${filter.lot})`)
  if (filter.raisedBefore !== undefined) wanted.push(sql`hit.raised_at <= ${filter.raisedBefore}`)
  if (filter.before !== undefined) wanted.push(sql`hit.id < ${filter.before}`)
  const found =
    await sql<HitRow>`select ${columns} from hit where ${sql.join(wanted, sql` and `)} order by hit.id desc limit ${limit}`.execute(tx)
  return found.rows
}
export async function findHit(tx: Tx, tenant: string, id: string, sight: Sight): Promise<HitRow | null> {
  const found =
    await sql<HitRow>`select ${columns} from hit where hit.tenant_id = ${tenant} and hit.id = ${id} and ${hitSeen(tenant, sight)}`.execute(
      tx,
    )
  return found.rows[0] ?? null
}
export async function isFingerprintKnown(tx: Tx, tenant: string, fingerprint: string): Promise<boolean> {
  const found = await sql`select 1 from hit where tenant_id = ${tenant} and fingerprint = ${fingerprint}`.execute(tx)
  return found.rows.length > 0
}
/** Those of the fingerprints that a hit has already. */
export async function listKnownFingerprints(tx: Tx, tenant: string, fingerprints: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await sql<{ fingerprint: string }>`
    select fingerprint from hit where tenant_id = ${tenant} and fingerprint = any(${[...fingerprints]}::text[])`.execute(tx)
  return new Set(found.rows.map((row) => row.fingerprint))
}
/** Those of the lots that a hit of the fingerprint, or one that goes on from it, speaks of already. */
export async function listLotsTold(tx: Tx, tenant: string, fingerprint: string, lots: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await sql<{ lot: string }>`
    select distinct l.lot_id as lot from hit_lot l join hit h on h.tenant_id = l.tenant_id and h.id = l.hit_id
    where l.tenant_id = ${tenant} and l.lot_id = any(${[...lots]}::uuid[])
      and (h.fingerprint = ${fingerprint} or starts_with(h.fingerprint, ${`${fingerprint}|+`}))`.execute(tx)
  return new Set(found.rows.map((row) => row.lot))
}
export async function countHits(
  tx: Tx,
  tenant: string,
  sight: Sight,
): Promise<readonly { readonly rule: string; readonly hits: number; readonly open: number }[]> {
  const found = await sql<{ rule: string; hits: number; open: number }>`
    select rule, count(*) as hits, count(*) filter (where closed_at is null) as open from hit
    where tenant_id = ${tenant} and ${hitSeen(tenant, sight)} group by rule`.execute(tx)
  return found.rows
}

/** The bodies that hold a key of the box of tags of a site: whoever answers for its figures, also where no lot is named. */
export async function listKeyHolders(tx: Tx, tenant: string, site: string | null): Promise<readonly string[]> {
  const found = await sql<{ organisation: string }>`
    select distinct one as organisation from tag_lockbox, unnest(array[saemape_id, cooperative_id, concession_owner_id]) as one
    where tenant_id = ${tenant} and site_id = ${site}::uuid and one is not null order by one`.execute(tx)
  return found.rows.map((row) => row.organisation)
}
export async function listParties(tx: Tx, tenant: string, hit: string): Promise<readonly string[]> {
  const found = await sql<{ organisation: string }>`
    select organisation_id as organisation from hit_party where tenant_id = ${tenant} and hit_id = ${hit} order by organisation_id`.execute(
    tx,
  )
  return found.rows.map((row) => row.organisation)
}
export async function listSteps(tx: Tx, tenant: string, hit: string): Promise<readonly StepRow[]> {
  const found = await sql<StepRow>`
    select hit_id as hit, ordinal, step, said, organisation_id as organisation, account, happened_at as at
    from hit_step where tenant_id = ${tenant} and hit_id = ${hit} order by ordinal`.execute(tx)
  return found.rows
}
export interface HitLotRow {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly massGrams: number
  readonly quarantined: boolean
  readonly held: boolean
  readonly recordedBy: string | null
  readonly quarantinedBy: string | null
  /** Another hit that is open or was confirmed holds it too. */
  readonly heldByOther: boolean
}
export async function listHitLots(tx: Tx, tenant: string, hit: string, sight: Sight): Promise<readonly HitLotRow[]> {
  const found = await sql<HitLotRow>`
    select lot.id, lot.number, lot.kind, lot.mass_grams as "massGrams", lot.quarantined_at is not null as quarantined, l.held,
      lot.recorded_by as "recordedBy", lot.quarantined_by as "quarantinedBy",
      exists (select from hit_lot o join hit h on h.tenant_id = o.tenant_id and h.id = o.hit_id
        where o.tenant_id = ${tenant} and o.lot_id = lot.id and o.held and o.hit_id <> ${hit} and (h.closed_at is null or h.state = 'confirmed')) as "heldByOther"
    from hit_lot l join lot on lot.tenant_id = l.tenant_id and lot.id = l.lot_id
    where l.tenant_id = ${tenant} and l.hit_id = ${hit} and ${seenBy(tenant, sight)} order by lot.number`.execute(tx)
  return found.rows
}

/** The hit that keeps a lot from being freed otherwise than by its review: confirmed, or found by the scan and still open. What was held on
 * arrival may still be freed by a second person, as long as nobody confirmed it. */
export async function findHoldingHit(tx: Tx, tenant: string, lot: string): Promise<{ readonly hit: string; readonly rule: string } | null> {
  const found = await sql<{ hit: string; rule: string }>`
    select h.id as hit, h.rule from hit_lot l join hit h on h.tenant_id = l.tenant_id and h.id = l.hit_id
    where l.tenant_id = ${tenant} and l.lot_id = ${lot} and l.held and (h.state = 'confirmed' or (h.found = 'scan' and h.closed_at is null))
    order by h.id limit 1`.execute(tx)
  return found.rows[0] ?? null
}

/** Of one party what is open and not answered yet, newest first. */
export async function listHitsOfParty(
  tx: Tx,
  tenant: string,
  organisation: string,
  limit: number,
): Promise<readonly { readonly id: string; readonly state: string; readonly replyUntil: string | null }[]> {
  const found = await sql<{ id: string; state: string; replyUntil: string | null }>`
    select hit.id, hit.state, hit.reply_until as "replyUntil" from hit_party p
      join hit on hit.tenant_id = p.tenant_id and hit.id = p.hit_id and hit.state in ('open', 'reply-requested')
    where p.tenant_id = ${tenant} and p.organisation_id = ${organisation}::uuid order by hit.id desc limit ${limit}`.execute(tx)
  return found.rows
}
