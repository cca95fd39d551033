/* Rows of thresholds and of the ledger: what somebody set or declared, and what this register counted month by month. */
import { type RawBuilder, sql } from 'kysely'
import type { Infer } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { ChangeAssumption, ChangeThresholds, DeclareFigure } from '../../contract-plausibility.ts'

/** Of the event: its subject, its place in the log, who said it and when it was learned of. */
export interface Said {
  readonly id: string
  readonly position: number
  readonly account: string
  readonly organisation: string | null
  readonly at: string
}

export async function insertThresholds(
  tx: Tx,
  tenant: string,
  { payload, ...event }: Said & { readonly payload: Infer<typeof ChangeThresholds> },
): Promise<void> {
  const { rule, group, values, reason, source, evidence } = payload
  await sql`
    insert into threshold_change (tenant_id, id, position, rule, group_kind, group_code, sites, set_values, reason, source, evidence, author,
      organisation_id, changed_at)
    values (${tenant}, ${event.id}, ${event.position}, ${rule}, ${group.kind}, ${group.code}, ${[...(group.sites ?? [])]}::uuid[],
      ${values === null ? null : JSON.stringify(values)}::jsonb, ${reason}, ${source}, ${evidence}, ${event.account},
      ${event.organisation}, ${event.at})`.execute(tx)
}
export interface ThresholdRow {
  readonly rule: string
  readonly groupKind: string
  readonly groupCode: string
  readonly sites: readonly string[]
  readonly values: unknown
  readonly reason: string
  readonly source: string
  readonly evidence: string
  readonly organisation: string | null
  readonly changedAt: string
}
/** Oldest first. */
/** Oldest first; of some rules alone, where they are named. */
export async function listThresholdChanges(tx: Tx, tenant: string, rules?: readonly string[]): Promise<readonly ThresholdRow[]> {
  const found = await sql<ThresholdRow>`
    select rule, group_kind as "groupKind", group_code as "groupCode", sites, set_values as values, reason, source, evidence,
      organisation_id as organisation, changed_at as "changedAt"
    from threshold_change where tenant_id = ${tenant} and (${rules === undefined} or rule = any(${[...(rules ?? [])]}::text[])) order by position`.execute(
    tx,
  )
  return found.rows
}

export async function insertFigure(
  tx: Tx,
  tenant: string,
  { payload, ...event }: Said & { readonly payload: Infer<typeof DeclareFigure> },
): Promise<void> {
  const { place, mineral, month, what, massGrams, source, evidence } = payload
  await sql`
    insert into ledger_figure (tenant_id, id, position, place_kind, place_code, mineral, month, what, grams, source, evidence, author,
      organisation_id, declared_at)
    values (${tenant}, ${event.id}, ${event.position}, ${place.kind}, ${place.code}, ${mineral}, ${month}, ${what}, ${massGrams},
      ${source}, ${evidence}, ${event.account}, ${event.organisation}, ${event.at})`.execute(tx)
}
export async function insertAssumption(
  tx: Tx,
  tenant: string,
  { payload, ...event }: Said & { readonly payload: Infer<typeof ChangeAssumption> },
): Promise<void> {
  const { place, mineral, name, value, reason, source } = payload
  await sql`
    insert into ledger_assumption (tenant_id, id, position, place_kind, place_code, mineral, name, value, reason, source, author, organisation_id,
      changed_at)
    values (${tenant}, ${event.id}, ${event.position}, ${place.kind}, ${place.code}, ${mineral}, ${name}, ${value}, ${reason},
      ${source}, ${event.account}, ${event.organisation}, ${event.at})`.execute(tx)
}

export interface FigureRow {
  readonly placeKind: string
  readonly placeCode: string
  readonly mineral: string
  readonly month: string
  readonly what: string
  readonly massGrams: number
  readonly source: string
  readonly evidence: string
  readonly organisation: string | null
  readonly declaredAt: string
}
/** Of one place and mineral, or of all; oldest first, so that the last word for a month stands last. */
export async function listFigures(
  tx: Tx,
  tenant: string,
  of: { readonly kind: string; readonly code: string; readonly mineral: string } | null,
): Promise<readonly FigureRow[]> {
  const only = of === null ? sql`true` : sql`place_kind = ${of.kind} and place_code = ${of.code} and mineral = ${of.mineral}`
  const found = await sql<FigureRow>`
    select place_kind as "placeKind", place_code as "placeCode", mineral, month, what, grams as "massGrams", source, evidence,
      organisation_id as organisation, declared_at as "declaredAt"
    from ledger_figure where tenant_id = ${tenant} and ${only} order by position`.execute(tx)
  return found.rows
}
export interface AssumptionRow {
  readonly name: string
  readonly value: number
  readonly reason: string
  readonly source: string
  readonly organisation: string | null
  readonly changedAt: string
}
export async function listAssumptions(
  tx: Tx,
  tenant: string,
  of: { readonly kind: string; readonly code: string; readonly mineral: string },
): Promise<readonly AssumptionRow[]> {
  const found = await sql<AssumptionRow>`
    select name, value, reason, source, organisation_id as organisation, changed_at as "changedAt" from ledger_assumption
    where tenant_id = ${tenant} and place_kind = ${of.kind} and place_code = ${of.code} and mineral = ${of.mineral} order by position`.execute(
    tx,
  )
  return found.rows
}

export interface CountedMonth {
  readonly month: string
  readonly taggedGrams: number
  readonly boughtGrams: number
  readonly exportedGrams: number
}
/** What this register counted at these sites: bags by day of production, the first purchase of each (who buys it on adds nothing), export lots under a certificate whose sites all lie there. */
export async function listCountedMonths(
  tx: Tx,
  tenant: string,
  of: { readonly sites: readonly string[] | null; readonly mineral: string },
): Promise<readonly CountedMonth[]> {
  const here = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
    of.sites === null ? sql`true` : sql`${column} = any(${[...of.sites]}::uuid[])`
  const found = await sql<CountedMonth>`
    with months as (
      select to_char(lot.produced_on, 'YYYY-MM') as month, lot.mass_grams as tagged, 0::bigint as bought, 0::bigint as exported
      from lot where lot.tenant_id = ${tenant} and lot.kind = 'bag' and lot.voided_at is null and lot.mineral = ${of.mineral} and ${here(sql`lot.site_id`)}
      union all
      select to_char(first.bought_on, 'YYYY-MM'), 0, first.mass_grams, 0 from (
        select distinct on (l.lot_id) p.bought_on, l.mass_grams
        from purchase_lot l join purchase p on p.tenant_id = l.tenant_id and p.id = l.purchase_id
          join lot on lot.tenant_id = l.tenant_id and lot.id = l.lot_id
        where l.tenant_id = ${tenant} and lot.kind = 'bag' and lot.voided_at is null and lot.mineral = ${of.mineral} and ${here(sql`lot.site_id`)}
        order by l.lot_id, p.bought_on, p.id
      ) first
      union all
      select to_char(lot.formed_on, 'YYYY-MM'), 0, 0, lot.mass_grams
      from lot where lot.tenant_id = ${tenant} and lot.kind = 'export-lot' and lot.certificate_number is not null and lot.voided_at is null
        and lot.mineral = ${of.mineral} and (${of.sites === null} or (cardinality(lot.root_sites) > 0 and lot.root_sites <@ ${[...(of.sites ?? [])]}::uuid[]))
    )
    select month, sum(tagged)::bigint as "taggedGrams", sum(bought)::bigint as "boughtGrams", sum(exported)::bigint as "exportedGrams"
    from months where month is not null group by month order by month`.execute(tx)
  return found.rows
}

export interface BaselineRow {
  readonly site: string
  readonly observedOn: string
  readonly miners: number
  readonly mineral: string | null
  readonly monthlyGrams: number | null
}
/** Baseline reports that were validated, oldest first, one row a mineral. */
export async function listBaselines(tx: Tx, tenant: string, sites: readonly string[] | null): Promise<readonly BaselineRow[]> {
  const found = await sql<BaselineRow>`
    select b.site_id as site, b.observed_on as "observedOn", b.miners, m.mineral, m.monthly_grams as "monthlyGrams"
    from tag_baseline b left join tag_baseline_mineral m on m.tenant_id = b.tenant_id and m.baseline_id = b.id
    where b.tenant_id = ${tenant} and b.state = 'validated' and (${sites === null} or b.site_id = any(${[...(sites ?? [])]}::uuid[]))
    order by b.observed_on, b.id, m.part`.execute(tx)
  return found.rows
}
