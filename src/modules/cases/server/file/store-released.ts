/*
What was released in codes, as it was at the hour of the sending: what the worker changes in the case afterwards changes nothing of a package that left.
A row beside the log, because it must be able to go with the referral.
*/
import { sql } from 'kysely'
import { mustParse, keyed, text } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { evolve } from '../../domain/file/file.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import { ageBandOf } from '../../domain/profile/profile.ts'
import type { ReferralFile } from '../../domain/referral/referral.ts'
import type { PackageField } from '../../domain/referral/referral-words.ts'
import type { Told } from '../record/records.ts'

export type CodedFields = { readonly [field: string]: string }
const Fields = keyed(text())

export async function keepReleased(
  tx: Tx,
  tenant: string,
  { case: of, told }: { readonly case: string; readonly told: Pick<Told, 'before' | 'events'> },
): Promise<void> {
  let whole = told.before
  for (const one of told.events) {
    whole = evolve(whole, one)
    if (one.event.kind !== 'referral.moved.v1' || one.event.payload.step !== 'send') continue
    const referral = whole.file.referrals.get(one.event.payload.referral)
    if (!referral) continue
    const fields = JSON.stringify(codedFields(whole, referral))
    await sql`
      insert into case_released (tenant_id, referral_id, case_id, fields) values (${tenant}, ${referral.referral}, ${of}, ${fields}::jsonb)
      on conflict (tenant_id, referral_id) do update set fields = excluded.fields`.execute(tx)
  }
}
/** Empty where nothing was said in codes, or nothing is released any more. */
export async function findReleased(tx: Tx, tenant: string, referral: string): Promise<CodedFields> {
  const found = await sql<{ fields: unknown }>`
    select fields from case_released where tenant_id = ${tenant} and referral_id = ${referral}`.execute(tx)
  const [row] = found.rows
  return row === undefined ? {} : mustParse(Fields, row.fields)
}

/** Fields that can be said in codes; the others lie in the box or were not released. */
function codedFields({ file, profile }: CaseWhole, { package: released, urgency }: ReferralFile): CodedFields {
  const known: { readonly [Field in PackageField]?: string | undefined } = {
    'subject-code': file.subject ?? undefined,
    'age-band': profile ? ageBandOf(profile)?.band : undefined,
    gender: profile?.gender,
    languages: profile?.languages.join(' ') || undefined,
    disability: profile?.disability,
    nationality: profile?.citizenship.join(' ') || undefined,
    urgency,
  }
  return Object.fromEntries(
    released.flatMap((field) => {
      const value = known[field]
      return value === undefined ? [] : [[field, value]]
    }),
  )
}
