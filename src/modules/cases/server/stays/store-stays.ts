/* Beds as rows: what a house counts, and whether a case has one. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface StretchRow {
  readonly room: string
  readonly from: string
  readonly to: string | null
}
export interface StayLine {
  readonly stay: string
  readonly shelter: string
  readonly case: string
  readonly subject: string
  readonly placedWith: 'women' | 'men' | 'girls' | 'boys'
  readonly family: string | null
  readonly state: 'staying' | 'left'
  readonly stretches: readonly StretchRow[]
  readonly lastReviewOn: string
}
export async function insertStay(
  tx: Tx,
  tenant: string,
  { organisation, ...stay }: StayLine & { readonly organisation: string },
): Promise<void> {
  await sql`
    insert into case_stay (tenant_id, stay_id, shelter_id, organisation_id, case_id, subject, placed_with, family, state, stretches, last_review_on)
    values (${tenant}, ${stay.stay}, ${stay.shelter}, ${organisation}, ${stay.case}, ${stay.subject}, ${stay.placedWith}, ${stay.family}, ${stay.state},
      ${JSON.stringify(stay.stretches)}::jsonb, ${stay.lastReviewOn})`.execute(tx)
}
export async function changeStay(
  tx: Tx,
  tenant: string,
  change: {
    readonly stay: string
    readonly state: string
    readonly stretches?: readonly StretchRow[]
    readonly reviewedOn?: string
    readonly left?: string
    readonly isForced?: boolean
  },
): Promise<void> {
  const { stay, state, stretches, reviewedOn, left, isForced } = change
  await sql`
    update case_stay set state = ${state},
      stretches = coalesce(${stretches === undefined ? null : JSON.stringify(stretches)}::jsonb, stretches),
      last_review_on = coalesce(${reviewedOn ?? null}::date, last_review_on),
      left_reason = coalesce(${left ?? null}::text, left_reason), was_forced = was_forced or ${isForced ?? false}
    where tenant_id = ${tenant} and stay_id = ${stay}`.execute(tx)
}
const columns = sql`
  stay_id as stay, shelter_id as shelter, case_id as "case", subject, placed_with as "placedWith", family, state, stretches, last_review_on as "lastReviewOn"`
export async function listStays(tx: Tx, tenant: string, shelter: string): Promise<readonly StayLine[]> {
  const found =
    await sql<StayLine>`select ${columns} from case_stay where tenant_id = ${tenant} and shelter_id = ${shelter} order by stay_id`.execute(
      tx,
    )
  return found.rows
}
export async function findStretches(tx: Tx, tenant: string, stay: string): Promise<readonly StretchRow[]> {
  const found = await sql<{
    stretches: readonly StretchRow[]
  }>`select stretches from case_stay where tenant_id = ${tenant} and stay_id = ${stay}`.execute(tx)
  return found.rows[0]?.stretches ?? []
}
export async function nameStay(
  tx: Tx,
  tenant: string,
  { stay, case: of, subject, family }: Pick<StayLine, 'stay' | 'case' | 'subject' | 'family'>,
): Promise<void> {
  await sql`
    update case_stay set case_id = ${of}, subject = ${subject}, family = ${family} where tenant_id = ${tenant} and stay_id = ${stay}`.execute(
    tx,
  )
}
/**
 * A case that is forgotten leaves its nights to the count of the house, without a number or a code: the keys that said whose nights they were go here,
 * so the log does not say it either.
 */
export async function forgetStays(tx: Tx, tenant: string, of: string): Promise<void> {
  await sql`
    delete from case_record_key where tenant_id = ${tenant} and subject in (
      select 'stay:' || stay_id from case_stay where tenant_id = ${tenant} and case_id = ${of}
    )`.execute(tx)
  await sql`update case_stay set case_id = '', subject = '', family = null where tenant_id = ${tenant} and case_id = ${of}`.execute(tx)
}
/** Whoever sleeps there on that night, by house and room. */
export async function occupiedOn(
  tx: Tx,
  tenant: string,
  { shelters, on }: { readonly shelters: readonly string[]; readonly on: string },
): Promise<readonly { readonly shelter: string; readonly room: string; readonly beds: number }[]> {
  const found = await sql<{ shelter: string; room: string; beds: number }>`
    select shelter_id as shelter, one->>'room' as room, count(*) as beds
    from case_stay, jsonb_array_elements(stretches) as one
    where tenant_id = ${tenant} and shelter_id = any(${[...shelters]}::text[]) and one->>'from' <= ${on} and (one->>'to' is null or one->>'to' > ${on})
    group by 1, 2`.execute(tx)
  return found.rows
}
