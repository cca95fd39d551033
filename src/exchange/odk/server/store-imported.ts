/* What imports need to know of submissions that are here, and what the other server said of one beside its answers, in SQL. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export async function storedXml(tx: Tx, tenant: string, instances: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ instance: string; xml: string }>`
    select instance, xml from odk_submission where tenant_id = ${tenant} and instance = any(${[...instances]}::text[])`.execute(tx)
  return new Map(found.rows.map(({ instance, xml }) => [instance, xml]))
}

/** Those of the instances that wait because nobody said whose they are. */
export async function withoutAuthor(tx: Tx, tenant: string, instances: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await sql<{ instance: string }>`
    select instance from odk_submission
    where tenant_id = ${tenant} and role = '' and state = 'to-place' and instance = any(${[...instances]}::text[])`.execute(tx)
  return new Set(found.rows.map(({ instance }) => instance))
}

export interface Imported {
  readonly instance: string
  readonly shape: string
  readonly submittedAt: string | null
  readonly review: string | null
  readonly first: string | null
  readonly replaces: string | null
  readonly formVersion: string
  readonly notAsked: readonly { readonly question: string; readonly found: string }[]
  readonly by: string
  readonly at: string
}
/** The newest export knows best what became of it there; what an export does not tell stays as it was. */
export async function keepImported(tx: Tx, tenant: string, one: Imported): Promise<void> {
  await sql`
    insert into odk_imported (tenant_id, instance, shape, submitted_at, review, first_instance, replaces, form_version, not_asked, imported_by, imported_at)
    values (${tenant}, ${one.instance}, ${one.shape}, ${one.submittedAt}, ${one.review}, ${one.first}, ${one.replaces}, ${one.formVersion},
      ${JSON.stringify(one.notAsked)}::jsonb, ${one.by}, ${one.at})
    on conflict (tenant_id, instance) do update set shape = excluded.shape,
      submitted_at = coalesce(excluded.submitted_at, odk_imported.submitted_at), review = coalesce(excluded.review, odk_imported.review),
      first_instance = coalesce(excluded.first_instance, odk_imported.first_instance), replaces = coalesce(excluded.replaces, odk_imported.replaces),
      not_asked = excluded.not_asked, imported_by = excluded.imported_by, imported_at = excluded.imported_at`.execute(tx)
}
