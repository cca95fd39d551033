/* The rule of domain/conflict.ts as a condition over a row named `incident`; a test holds the two against each other. */
import { type RawBuilder, sql } from 'kysely'
import type { Sight } from './sight.ts'

/** Whether the reader's body is a party. */
export function isPartyRow(tenant: string, { body }: Pick<Sight, 'body'>): RawBuilder<boolean> {
  if (body === null) return sql<boolean>`true`
  const { id, kind, area } = body
  const works =
    area === null
      ? sql`true`
      : sql`coalesce(starts_with(${area}, coalesce(incident.province_code, incident.territoire_code))
          or starts_with(coalesce(incident.province_code, incident.territoire_code), ${area}), true)`
  return sql<boolean>`(exists (select from incident_party p where p.tenant_id = ${tenant} and p.incident_id = incident.id and p.organisation_id = ${id}::uuid)
    or (${kind} = any(incident.actor_kinds) and ${works}))`
}

/** Rows that the reader sees in full or as a notice. */
export function seenIncident(tenant: string, sight: Sight): RawBuilder<unknown> {
  const { read, handle, protect } = sight.clearance
  const open = [...(read || handle ? ['public', 'members'] : []), ...(handle ? ['restricted'] : []), ...(protect ? ['protection'] : [])]
  const codes = sight.territory
  const inside =
    codes === 'everywhere'
      ? sql`true`
      : sql`(incident.province_code = any(${[...codes]}::text[]) or incident.territoire_code = any(${[...codes]}::text[]))`
  return sql`(incident.confidentiality = any(${open}::text[]) and ${inside}
    and (incident.confidentiality = 'public' or not ${isPartyRow(tenant, sight)}))`
}
