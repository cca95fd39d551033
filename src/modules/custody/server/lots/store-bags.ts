/*
The rows of bags, of one or of a thousand in the same few statements: an import and a replay of the log write nothing else by the hour. Written by
the projection alone; what two bags of one call say of the same row is said in their order.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

/** Everything that a bag's event says of itself, flat. */
export interface NewBag {
  readonly event: string
  readonly ordinal: number
  readonly position: number
  readonly learnedAt: string
  readonly recordedBy: string
  readonly lot: string
  readonly number: string
  readonly mineral: string
  readonly massGrams: number
  readonly tareGrams: number | null
  readonly holder: string
  readonly site: string | null
  readonly tag: string | null
  readonly tagIssuer: string | null
  readonly producedOn: string
  readonly weighedOn: string
  readonly lastOn: string
  readonly standing: string | null
  readonly permission: string | null
  readonly weighedAt: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

/** The bag, who holds it, who is a party to it, and what the scale showed. */
export async function insertBags(tx: Tx, tenant: string, bags: readonly NewBag[]): Promise<void> {
  const rows = JSON.stringify(bags)
  await sql`
    insert into lot (tenant_id, id, number, kind, mineral, mass_grams, holder_id, owner_id, site_id, tag, tag_issuer, produced_on, formed_on, last_on,
      learned_at, recorded_by, root_sites, root_unknown, production_standing, production_permission, weighed_at, weighed_latitude, weighed_longitude)
    select ${tenant}, lot, number, 'bag', mineral, "massGrams", holder, holder, site, tag, "tagIssuer", "producedOn", "weighedOn", "lastOn",
      "learnedAt", "recordedBy", case when site is null then '{}' else array[site] end, site is null, standing, permission, "weighedAt", latitude, longitude
    from jsonb_to_recordset(${rows}::jsonb) as one (lot uuid, number text, mineral text, "massGrams" bigint, holder uuid, site uuid, tag text,
      "tagIssuer" text, "producedOn" date, "weighedOn" date, "lastOn" date, "learnedAt" timestamptz, "recordedBy" text, standing text, permission text,
      "weighedAt" timestamptz, latitude double precision, longitude double precision)`.execute(tx)
  await sql`
    insert into lot_holding (tenant_id, lot_id, ordinal, organisation_id, since, position)
    select ${tenant}, lot, ordinal, holder, "weighedOn", position
    from jsonb_to_recordset(${rows}::jsonb) as one (lot uuid, ordinal integer, holder uuid, "weighedOn" date, position bigint)`.execute(tx)
  await sql`
    insert into lot_party (tenant_id, organisation_id, lot_id)
    select ${tenant}, holder, lot from jsonb_to_recordset(${rows}::jsonb) as one (lot uuid, holder uuid) on conflict do nothing`.execute(tx)
  await sql`
    insert into weighing (tenant_id, event_id, lot_id, ordinal, kind, mass_grams, tare_grams, weighed_on, organisation_id, learned_at)
    select ${tenant}, event, lot, ordinal, 'tagging', "massGrams", "tareGrams", "weighedOn", holder, "learnedAt"
    from jsonb_to_recordset(${rows}::jsonb) as one (event uuid, lot uuid, ordinal integer, "massGrams" bigint, "tareGrams" bigint, "weighedOn" date,
      holder uuid, "learnedAt" timestamptz)`.execute(tx)
}

/** A finding beside a lot; `ordinal` is its place among those of its event. */
export interface FindingOfBag {
  readonly lot: string
  readonly event: string
  readonly learnedAt: string
  readonly ordinal: number
  readonly rule: string
  readonly severity: 'C' | 'A' | 'W'
  readonly facts: object
}
/** Beside the lots, and the gravest of each on the lot itself. */
export async function insertFindingsOfBags(tx: Tx, tenant: string, findings: readonly FindingOfBag[]): Promise<void> {
  if (findings.length === 0) return
  const rows = JSON.stringify(findings)
  await sql`
    insert into lot_finding (tenant_id, lot_id, event_id, ordinal, rule, severity, facts, learned_at)
    select ${tenant}, lot, event, ordinal, rule, severity, facts, "learnedAt"
    from jsonb_to_recordset(${rows}::jsonb) as one (lot uuid, event uuid, ordinal integer, rule text, severity text, facts jsonb, "learnedAt" timestamptz)`.execute(
    tx,
  )
  // C before A before W, as the alphabet would not have it.
  await sql`
    update lot set worst_finding = case least(strpos('CAW', worst.severity), strpos('CAW', coalesce(nullif(lot.worst_finding, ''), 'W')))
      when 1 then 'C' when 2 then 'A' else 'W' end
    from (
      select lot, case min(strpos('CAW', severity)) when 1 then 'C' when 2 then 'A' else 'W' end as severity
      from jsonb_to_recordset(${rows}::jsonb) as one (lot uuid, severity text) group by lot
    ) as worst
    where lot.tenant_id = ${tenant} and lot.id = worst.lot`.execute(tx)
}

export interface HoldOfBag {
  readonly lot: string
  readonly because: string
  readonly at: string
  readonly by: string
}
/** In the order of the holds: the first one stands, and a lot that was held before keeps its reason. */
export async function holdBags(tx: Tx, tenant: string, holds: readonly HoldOfBag[]): Promise<void> {
  if (holds.length === 0) return
  const first = [...new Map(holds.toReversed().map((hold) => [hold.lot, hold])).values()]
  await sql`
    update lot set quarantine_because = one.because, quarantined_at = one.at, quarantined_by = one.by
    from jsonb_to_recordset(${JSON.stringify(first)}::jsonb) as one (lot uuid, because text, at timestamptz, by text)
    where lot.tenant_id = ${tenant} and lot.id = one.lot and lot.quarantined_at is null`.execute(tx)
}
