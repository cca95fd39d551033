/* Rows of incidents as they are read: lists within sight, one file with its parts, and the questions of other modules in one query each. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Sight } from './sight.ts'
import { isPartyRow, seenIncident } from './store-sight.ts'

export interface IncidentRow {
  readonly id: string
  readonly number: string
  readonly source: string
  readonly category: string
  readonly risks: readonly string[]
  readonly severity: number
  readonly severityBecause: string | null
  readonly state: string
  readonly level: string
  readonly confidentiality: string
  readonly placeKind: string
  readonly site: string | null
  readonly placeName: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly provinceCode: string | null
  readonly territoireCode: string | null
  readonly occurredOn: string | null
  readonly receivedOn: string
  readonly verifiedOn: string | null
  readonly account: string
  readonly actors: unknown
  readonly photos: unknown
  readonly hit: string | null
  readonly openedOn: string
  readonly levelSince: string
  /** When the first action was agreed since it was last opened. */
  readonly plannedAt: string | null
  readonly concludedBy: string | null
  readonly concludedAs: string | null
  readonly basis: string | null
  readonly finding: string | null
  readonly resolvedBy: string | null
  readonly decided: string | null
  readonly endedOn: string | null
  readonly lots: number
  readonly openActions: number
  readonly party: boolean
}
const columns = (tenant: string, sight: Pick<Sight, 'body'>): RawBuilder<unknown> => sql`
  incident.id, incident.number, source, category, risks, severity, severity_because as "severityBecause", state, level, confidentiality,
  place_kind as "placeKind", site_id as site, place_name as "placeName", latitude, longitude, province_code as "provinceCode",
  territoire_code as "territoireCode", occurred_on as "occurredOn", received_on as "receivedOn", verified_on as "verifiedOn", account, actors,
  photos, hit_id as hit, opened_on as "openedOn", level_since as "levelSince", concluded_by as "concludedBy", concluded_as as "concludedAs",
  basis, finding, resolved_by as "resolvedBy", decided, ended_on as "endedOn", ${isPartyRow(tenant, sight)} as party,
  (select min(s.happened_at) from incident_step s where s.tenant_id = incident.tenant_id and s.incident_id = incident.id and s.step = 'action-agreed'
    and s.ordinal > coalesce((select max(r.ordinal) from incident_step r
      where r.tenant_id = s.tenant_id and r.incident_id = s.incident_id and r.step = 'reopened'), 0)) as "plannedAt",
  (select count(*) from incident_lot l where l.tenant_id = incident.tenant_id and l.incident_id = incident.id) as lots,
  (select count(*) from incident_action a where a.tenant_id = incident.tenant_id and a.incident_id = incident.id and a.state in ('open', 'to-confirm')) as "openActions"`

export interface IncidentFilter {
  readonly ids?: readonly string[] | undefined
  readonly state?: string | undefined
  readonly severity?: string | undefined
  readonly category?: string | undefined
  readonly level?: string | undefined
  readonly place?: string | undefined
  readonly site?: string | undefined
  readonly lot?: string | undefined
  readonly before?: string | undefined
}
const over = sql`('unfounded', 'resolved', 'closed')`
/** What is told to a party of a public file says nothing of the level, the place or of lots: filters by these pass it over. */
function wantedBy(tenant: string, sight: Sight, filter: IncidentFilter): readonly RawBuilder<unknown>[] {
  const wanted: RawBuilder<unknown>[] = []
  if (filter.ids !== undefined) wanted.push(sql`incident.id = any(${[...filter.ids]}::uuid[])`)
  if (filter.state === 'open') wanted.push(sql`incident.state not in ${over}`)
  else if (filter.state === 'over') wanted.push(sql`incident.state in ${over}`)
  else if (filter.state !== undefined) wanted.push(sql`incident.state = ${filter.state}`)
  if (filter.severity !== undefined) wanted.push(sql`incident.severity::text = ${filter.severity}`)
  if (filter.category !== undefined) wanted.push(sql`incident.category = ${filter.category}`)
  if (filter.before !== undefined) wanted.push(sql`incident.id < ${filter.before}::uuid`)
  const near: RawBuilder<unknown>[] = []
  if (filter.level !== undefined) near.push(sql`incident.level = ${filter.level}`)
  if (filter.place !== undefined) near.push(sql`(incident.province_code = ${filter.place} or incident.territoire_code = ${filter.place})`)
  if (filter.site !== undefined) near.push(sql`incident.site_id = ${filter.site}::uuid`)
  if (filter.lot !== undefined)
    near.push(
      sql`exists (select from incident_lot l where l.tenant_id = ${tenant} and l.incident_id = incident.id and l.lot_id = ${filter.lot}::uuid)`,
    )
  return near.length === 0 ? wanted : [...wanted, ...near, sql`not ${isPartyRow(tenant, sight)}`]
}
export async function listIncidents(
  tx: Tx,
  tenant: string,
  filter: IncidentFilter & { readonly sight: Sight },
  limit: number,
): Promise<readonly IncidentRow[]> {
  const { sight } = filter
  const wanted = [sql`incident.tenant_id = ${tenant}`, seenIncident(tenant, sight), ...wantedBy(tenant, sight, filter)]
  const found = await sql<IncidentRow>`
    select ${columns(tenant, sight)} from incident where ${sql.join(wanted, sql` and `)} order by incident.id desc limit ${limit}`.execute(
    tx,
  )
  return found.rows
}
export interface ResponseRow {
  readonly openedOn: string
  readonly severity: number
  readonly verifiedOn: string | null
  readonly isOver: boolean
}
/** Days of every file in sight that was opened since a day; nothing else of it. */
export async function listResponses(
  tx: Tx,
  tenant: string,
  asked: { readonly sight: Sight; readonly since: string },
): Promise<readonly ResponseRow[]> {
  const found = await sql<ResponseRow>`
    select opened_on as "openedOn", severity, verified_on as "verifiedOn", state in ${over} as "isOver" from incident
    where incident.tenant_id = ${tenant} and opened_on >= ${asked.since} and ${seenIncident(tenant, asked.sight)}`.execute(tx)
  return found.rows
}
/** In sight, or `null`. */
export async function findIncident(tx: Tx, tenant: string, id: string, sight: Sight): Promise<IncidentRow | null> {
  const found = await sql<IncidentRow>`
    select ${columns(tenant, sight)} from incident where incident.tenant_id = ${tenant} and incident.id = ${id}::uuid and ${seenIncident(tenant, sight)}`.execute(
    tx,
  )
  return found.rows[0] ?? null
}
/** The id of a file in sight by its number as quoted, also by that of an earlier opening. */
export async function findByNumber(
  tx: Tx,
  tenant: string,
  { number, sight }: { readonly number: string; readonly sight: Sight },
): Promise<string | null> {
  const base = `${number.trim().toUpperCase().split('-').slice(0, 3).join('-')}-`
  const found = await sql<{ id: string }>`
    select incident.id from incident where incident.tenant_id = ${tenant} and starts_with(incident.number, ${base}) and ${seenIncident(tenant, sight)}
    limit 1`.execute(tx)
  return found.rows[0]?.id ?? null
}
/** Of the decision alone: whoever asks, because the decision says who may. */
export async function findForDecision(tx: Tx, tenant: string, id: string): Promise<IncidentRow | null> {
  const found = await sql<IncidentRow>`
    select ${columns(tenant, { body: null })} from incident where incident.tenant_id = ${tenant} and incident.id = ${id}::uuid`.execute(tx)
  return found.rows[0] ?? null
}
/** Those that are open, for the round of clocks. */
export async function listOpenIncidents(tx: Tx, tenant: string): Promise<readonly IncidentRow[]> {
  const found = await sql<IncidentRow>`
    select ${columns(tenant, { body: null })} from incident where incident.tenant_id = ${tenant} and state not in ('unfounded', 'resolved', 'closed')
    order by id`.execute(tx)
  return found.rows
}

export interface PartyRow {
  readonly organisation: string
  readonly because: string
}
export async function listParties(tx: Tx, tenant: string, id: string): Promise<readonly PartyRow[]> {
  const found = await sql<PartyRow>`
    select organisation_id as organisation, because from incident_party where tenant_id = ${tenant} and incident_id = ${id}::uuid
    order by because desc, organisation_id`.execute(tx)
  return found.rows
}
export interface LotRow {
  readonly lot: string
  readonly heldBy: string | null
  readonly held: boolean
}
export async function listIncidentLots(tx: Tx, tenant: string, id: string): Promise<readonly LotRow[]> {
  const found = await sql<LotRow>`
    select lot_id as lot, held_by as "heldBy", held_by is not null and freed_at is null as held from incident_lot
    where tenant_id = ${tenant} and incident_id = ${id}::uuid order by lot_id`.execute(tx)
  return found.rows
}
export interface StepRow {
  readonly step: string
  readonly said: string | null
  readonly facts: unknown
  readonly organisation: string | null
  readonly happenedAt: string
}
export async function listSteps(tx: Tx, tenant: string, id: string): Promise<readonly StepRow[]> {
  const found = await sql<StepRow>`
    select step, said, facts, organisation_id as organisation, happened_at as "happenedAt" from incident_step
    where tenant_id = ${tenant} and incident_id = ${id}::uuid order by ordinal limit 500`.execute(tx)
  return found.rows
}
export interface ActionRow {
  readonly incident: string
  readonly number: string
  readonly id: string
  readonly said: string
  readonly owner: string
  readonly due: string
  readonly agreedIn: string | null
  readonly state: string
  readonly doneOn: string | null
  readonly evidence: string | null
  readonly photos: unknown
}
/** Of one file, or of one owner what is open. */
export async function listActions(
  tx: Tx,
  tenant: string,
  of: { readonly incident: string } | { readonly owner: string },
): Promise<readonly ActionRow[]> {
  const condition = 'incident' in of ? sql`a.incident_id = ${of.incident}::uuid` : sql`a.owner_id = ${of.owner}::uuid and a.state = 'open'`
  const found = await sql<ActionRow>`
    select a.incident_id as incident, i.number, a.id, a.said, a.owner_id as owner, a.due, a.agreed_in as "agreedIn", a.state, a.done_on as "doneOn",
      a.evidence, a.photos
    from incident_action a join incident i on i.tenant_id = a.tenant_id and i.id = a.incident_id
    where a.tenant_id = ${tenant} and ${condition} order by a.due, a.ordinal limit 200`.execute(tx)
  return found.rows
}
export interface OutcomeRow {
  readonly month: string
  readonly provinceCode: string | null
  readonly territoireCode: string | null
  readonly category: string
  readonly decided: string
  readonly publishedOn: string
}
export async function listOutcomes(tx: Tx, tenant: string, incident: string | null): Promise<readonly OutcomeRow[]> {
  const one = incident === null ? sql`true` : sql`incident_id = ${incident}::uuid`
  const found = await sql<OutcomeRow>`
    select month, province_code as "provinceCode", territoire_code as "territoireCode", category, decided, published_on as "publishedOn"
    from incident_outcome where tenant_id = ${tenant} and ${one} order by published_on desc, month desc, category, decided limit 1000`.execute(
    tx,
  )
  return found.rows
}
export async function listRuleChanges(tx: Tx, tenant: string): Promise<readonly { readonly rule: string; readonly value: number }[]> {
  const found = await sql<{ rule: string; value: number }>`
    select rule, value from incident_rule where tenant_id = ${tenant} order by position`.execute(tx)
  return found.rows
}
/** `NNNN` of every `prefix-NNNN-n`; files only ever get added. */
export async function listNumbers(tx: Tx, tenant: string, prefix: string): Promise<readonly string[]> {
  const found = await sql<{ drawn: string }>`
    select split_part(substr(number, ${prefix.length + 2}), '-', 1) as drawn from incident
    where tenant_id = ${tenant} and starts_with(number, ${`${prefix}-`})`.execute(tx)
  return found.rows.map((row) => row.drawn)
}
