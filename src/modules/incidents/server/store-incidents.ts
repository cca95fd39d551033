/* Rows of incidents as the projection writes them. Who reported is handed to none of these functions. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { EventOf } from '../domain/incident-events.ts'

const json = (value: unknown): string => JSON.stringify(value)

export async function insertIncident(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly at: string; readonly kinds: readonly string[]; readonly said: EventOf<'incident.reported.v1'> },
): Promise<void> {
  const { id, at, kinds, said } = row
  const { place } = said
  await sql`
    insert into incident (tenant_id, id, number, source, category, risks, severity, state, level, confidentiality, place_kind, site_id, place_name,
      latitude, longitude, province_code, territoire_code, occurred_on, received_on, account, actors, actor_kinds, photos, hit_id, opened_on,
      level_since, updated_at)
    values (${tenant}, ${id}, ${said.number}, ${said.source}, ${said.category}, ${[...said.risks]}::text[], ${said.severity}, 'reported',
      ${said.level}, ${said.confidentiality}, ${place.kind}, ${place.site}::uuid, ${place.name}, ${place.position?.latitude ?? null},
      ${place.position?.longitude ?? null}, ${place.provinceCode}, ${place.territoireCode}, ${said.occurredOn}::date, ${said.receivedOn}::date,
      ${said.account}, ${json(said.actors)}::jsonb, ${[...kinds]}::text[], ${json(said.photos)}::jsonb, ${said.hit}::uuid, ${said.receivedOn}::date,
      ${said.receivedOn}::date, ${at}::timestamptz)`.execute(tx)
}

export async function updateDescription(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly kinds: readonly string[]; readonly said: EventOf<'incident.described.v1'> },
): Promise<void> {
  const { id, kinds, said } = row
  await sql`
    update incident set category = ${said.category}, risks = ${[...said.risks]}::text[],
      severity_because = case when severity <> ${said.severity}::smallint then ${said.reason} else severity_because end,
      severity = ${said.severity}, occurred_on = ${said.occurredOn}::date, actors = ${json(said.actors)}::jsonb,
      actor_kinds = ${[...kinds]}::text[], confidentiality = ${said.confidentiality}
    where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  await sql`delete from incident_party where tenant_id = ${tenant} and incident_id = ${id}`.execute(tx)
}

export async function insertParties(
  tx: Tx,
  tenant: string,
  { id, parties }: { readonly id: string; readonly parties: readonly { readonly organisation: string; readonly because: string }[] },
): Promise<void> {
  if (parties.length === 0) return
  await sql`
    insert into incident_party (tenant_id, incident_id, organisation_id, because)
    select ${tenant}, ${id}::uuid, one.organisation, one.because
    from unnest(${parties.map((one) => one.organisation)}::uuid[], ${parties.map((one) => one.because)}::text[]) as one (organisation, because)
    on conflict do nothing`.execute(tx)
}

export async function insertLots(
  tx: Tx,
  tenant: string,
  { id, lots }: { readonly id: string; readonly lots: readonly string[] },
): Promise<void> {
  await sql`
    insert into incident_lot (tenant_id, incident_id, lot_id)
    select ${tenant}, ${id}::uuid, one from unnest(${[...lots]}::uuid[]) as one on conflict do nothing`.execute(tx)
}

/** `by`: the account that stopped them; `null` frees them. */
export async function updateHeld(
  tx: Tx,
  tenant: string,
  { id, lots, by, at }: { readonly id: string; readonly lots: readonly string[]; readonly by: string | null; readonly at: string },
): Promise<void> {
  await sql`
    update incident_lot set held_by = coalesce(${by}, held_by), freed_at = case when ${by}::text is null then ${at}::timestamptz end
    where tenant_id = ${tenant} and incident_id = ${id} and lot_id = any(${[...lots]}::uuid[])`.execute(tx)
}

/** What a step changes of the file; what is absent stays. */
export interface Change {
  readonly state?: string
  readonly number?: string
  readonly level?: string
  readonly levelSince?: string
  readonly openedOn?: string
  readonly verifiedOn?: string
  readonly concluded?: { readonly by: string; readonly as: string; readonly basis: string; readonly finding: string }
  readonly resolvedBy?: string
  /** `null` takes it back. */
  readonly decided?: string | null
  readonly endedOn?: string | null
}
export async function updateIncident(
  tx: Tx,
  tenant: string,
  { id, change, at }: { readonly id: string; readonly change: Change; readonly at: string },
): Promise<void> {
  const { concluded } = change
  await sql`
    update incident set state = coalesce(${change.state ?? null}, state), number = coalesce(${change.number ?? null}, number),
      level = coalesce(${change.level ?? null}, level), level_since = coalesce(${change.levelSince ?? null}::date, level_since),
      opened_on = coalesce(${change.openedOn ?? null}::date, opened_on), verified_on = coalesce(${change.verifiedOn ?? null}::date, verified_on),
      concluded_by = coalesce(${concluded?.by ?? null}, concluded_by), concluded_as = coalesce(${concluded?.as ?? null}, concluded_as),
      basis = coalesce(${concluded?.basis ?? null}, basis), finding = coalesce(${concluded?.finding ?? null}, finding),
      resolved_by = coalesce(${change.resolvedBy ?? null}, resolved_by),
      decided = ${change.decided === undefined ? sql`decided` : sql`${change.decided}`},
      ended_on = ${change.endedOn === undefined ? sql`ended_on` : sql`${change.endedOn}::date`},
      updated_at = ${at}::timestamptz
    where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}

export async function insertStep(
  tx: Tx,
  tenant: string,
  row: {
    readonly id: string
    readonly ordinal: number
    readonly step: string
    readonly said: string | null
    readonly facts: object
    readonly organisation: string | null
    readonly at: string
  },
): Promise<void> {
  await sql`
    insert into incident_step (tenant_id, incident_id, ordinal, step, said, facts, organisation_id, happened_at)
    values (${tenant}, ${row.id}, ${row.ordinal}, ${row.step}, ${row.said}, ${json(row.facts)}::jsonb, ${row.organisation}::uuid,
      ${row.at}::timestamptz)`.execute(tx)
}

export async function insertAction(
  tx: Tx,
  tenant: string,
  { id, ordinal, said }: { readonly id: string; readonly ordinal: number; readonly said: EventOf<'incident.action-agreed.v1'> },
): Promise<void> {
  await sql`
    insert into incident_action (tenant_id, incident_id, id, ordinal, said, owner_id, due, agreed_in, state, photos)
    values (${tenant}, ${id}, ${said.action}, ${ordinal}, ${said.text}, ${said.owner}, ${said.due}::date, ${said.agreedIn}, 'open', '[]')`.execute(
    tx,
  )
}
export async function updateAction(
  tx: Tx,
  tenant: string,
  row: {
    readonly id: string
    readonly action: string
    readonly state: 'done' | 'to-confirm' | 'dropped'
    readonly doneOn: string | null
    readonly evidence: string
    readonly photos: readonly object[]
  },
): Promise<void> {
  await sql`
    update incident_action set state = ${row.state}, done_on = ${row.doneOn}::date, evidence = ${row.evidence}, photos = ${json(row.photos)}::jsonb
    where tenant_id = ${tenant} and incident_id = ${row.id} and id = ${row.action}`.execute(tx)
}

/** What was seen stands after what its owner said. */
export async function updateChecked(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly action: string; readonly state: 'done' | 'open'; readonly seen: string },
): Promise<void> {
  await sql`
    update incident_action set state = ${row.state}, done_on = case when ${row.state} = 'done' then done_on end,
      evidence = left(concat_ws(' — ', evidence, ${row.seen}::text), 1000)
    where tenant_id = ${tenant} and incident_id = ${row.id} and id = ${row.action}`.execute(tx)
}

export async function insertOutcome(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly by: string; readonly on: string; readonly said: EventOf<'incident.outcome-published.v1'> },
): Promise<void> {
  const { id, by, on, said } = row
  await sql`
    insert into incident_outcome (tenant_id, incident_id, month, province_code, territoire_code, category, decided, published_on, published_by)
    values (${tenant}, ${id}, ${said.month}, ${said.provinceCode}, ${said.territoireCode}, ${said.category}, ${said.decided}, ${on}::date, ${by})`.execute(
    tx,
  )
}
export async function deleteOutcome(tx: Tx, tenant: string, id: string): Promise<void> {
  await sql`delete from incident_outcome where tenant_id = ${tenant} and incident_id = ${id}`.execute(tx)
}
export async function insertRule(
  tx: Tx,
  tenant: string,
  row: {
    readonly position: number
    readonly rule: string
    readonly value: number
    readonly reason: string
    readonly account: string
    readonly organisation: string | null
    readonly at: string
  },
): Promise<void> {
  await sql`
    insert into incident_rule (tenant_id, position, rule, value, reason, account, organisation_id, changed_at)
    values (${tenant}, ${row.position}, ${row.rule}, ${row.value}, ${row.reason}, ${row.account}, ${row.organisation}::uuid, ${row.at}::timestamptz)`.execute(
    tx,
  )
}

/** An action that is added while others are under way does not send the file back. */
export async function updatePlanned(tx: Tx, tenant: string, id: string): Promise<void> {
  await sql`
    update incident set state = case when state = 'mitigating' then state else 'actions-agreed' end
    where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}
