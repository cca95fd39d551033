/* Breaches as their screen reads them: one row each, with the persons by the code of their file. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { BreachPerson } from '../../contract-breach.ts'

/** `owner`: what who answers for the file said last, of whatever body. */
export interface BreachPersonRow extends BreachPerson {
  readonly owner?: BreachPerson['warning'] | undefined
}
export interface BreachRow {
  readonly id: string
  readonly organisation: string | null
  readonly state: string
  readonly exposure: string
  readonly isDrill: boolean
  readonly detectedAt: string
  readonly persons: readonly BreachPersonRow[]
  /** State to the moment when it was first reached. */
  readonly reached: { readonly [state: string]: string }
  readonly said: {
    readonly contained?: string | undefined
    readonly authority?: string | undefined
    readonly donor?: string | undefined
    readonly lessons?: readonly string[] | undefined
  }
}
const columns = sql`
  id, organisation_id as organisation, state, exposure, is_drill as "isDrill", detected_at as "detectedAt", persons, reached, said`

export async function saveBreach(tx: Tx, tenant: string, row: BreachRow): Promise<void> {
  await sql`
    insert into breach (tenant_id, id, organisation_id, state, exposure, is_drill, detected_at, persons, reached, said)
    values (${tenant}, ${row.id}, ${row.organisation}, ${row.state}, ${row.exposure}, ${row.isDrill}, ${row.detectedAt},
      ${JSON.stringify(row.persons)}::jsonb, ${JSON.stringify(row.reached)}::jsonb, ${JSON.stringify(row.said)}::jsonb)
    on conflict (tenant_id, id) do update set
      state = excluded.state, persons = excluded.persons, reached = excluded.reached, said = excluded.said`.execute(tx)
}

export async function findBreach(tx: Tx, tenant: string, id: string): Promise<BreachRow | null> {
  const { rows } = await sql<BreachRow>`select ${columns} from breach where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return rows[0] ?? null
}

/** Of every body and no exercise, oldest first: a code may be of a file that another body has now. */
export async function listRealBreaches(tx: Tx, tenant: string): Promise<readonly BreachRow[]> {
  const { rows } = await sql<BreachRow>`
    select ${columns} from breach where tenant_id = ${tenant} and not is_drill order by detected_at, id`.execute(tx)
  return rows
}

/** Those of one body, newest first. */
export async function listBreaches(tx: Tx, tenant: string, organisation: string | null): Promise<readonly BreachRow[]> {
  const { rows } = await sql<BreachRow>`
    select ${columns} from breach where tenant_id = ${tenant} and organisation_id is not distinct from ${organisation}
    order by detected_at desc, id`.execute(tx)
  return rows
}
