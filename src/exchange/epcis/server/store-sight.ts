/* Which events somebody sees, as a condition on `epcis_event e`: those they captured, and those about lots that they see. */
import { type RawBuilder, sql } from 'kysely'

export type EventSight = RawBuilder<unknown>

/** Of custody: nothing. */
export const noLot = (): EventSight => sql`false`

export interface Seeing {
  readonly tenant: string
  readonly account: string
  readonly organisation: string | null
  /** Sees what anybody captured. */
  readonly seesAll: boolean
  /** Over a column with the id of a lot; null for every lot. */
  readonly lot: ((column: RawBuilder<unknown>) => RawBuilder<unknown>) | null
}

/** An entry of custody that came of a captured event is shown once: as it was captured, to who sees that, and as we say it to the others. */
const notTwice = (tenant: string, captured: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`not exists (select from epcis_became b join epcis_event c on c.tenant_id = b.tenant_id and c.id = b.event
    where b.tenant_id = ${tenant} and b.origin_id = e.origin_id and ${captured})`

export function eventSight({ tenant, account, organisation, seesAll, lot }: Seeing): EventSight {
  const captured = (row: RawBuilder<unknown>): RawBuilder<unknown> =>
    seesAll
      ? sql`true`
      : sql`(${row}.account = ${account} or (${organisation}::uuid is not null and ${row}.organisation_id = ${organisation}::uuid))`
  const ofLot =
    lot === null
      ? sql`true`
      : sql`(${lot(sql`e.lot_id`)} and not exists (select from unnest(e.more_lots) as other (id) where not ${lot(sql`other.id`)}))`
  return sql`((e.source = 'captured' and ${captured(sql`e`)}) or (e.source = 'custody' and ${ofLot} and ${notTwice(tenant, captured(sql`c`))}))`
}
