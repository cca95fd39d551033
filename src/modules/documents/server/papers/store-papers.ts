/* The rows of papers, of what they are linked to, and of the types that a programme changed. Nothing is decided here. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface PaperRow {
  readonly id: string
  readonly type: string
  readonly number: string
  readonly issuer: string
  readonly draftedBy: string | null
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly issuedOn: string | null
  readonly cancelledOn: string | null
  readonly cancelReason: string | null
  readonly mostUses: number | null
  readonly content: unknown
  readonly uses: unknown
  readonly parties: readonly string[]
  readonly learnedAt: string
}
const columns = sql`paper.id, paper.type, paper.number, paper.issuer_id as issuer, paper.drafted_by as "draftedBy", paper.valid_from as "validFrom",
  paper.valid_until as "validUntil", paper.issued_on as "issuedOn", paper.cancelled_on as "cancelledOn", paper.cancel_reason as "cancelReason",
  paper.most_uses as "mostUses", paper.content, paper.uses, paper.parties, paper.learned_at as "learnedAt"`

export interface PaperWritten {
  readonly id: string
  readonly number: string
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly content: unknown
  readonly parties: readonly string[]
  readonly links: readonly { readonly kind: string; readonly thing: string }[]
}
export async function insertPaper(
  tx: Tx,
  tenant: string,
  row: PaperWritten & Pick<PaperRow, 'type' | 'issuer' | 'draftedBy' | 'mostUses' | 'learnedAt'>,
): Promise<void> {
  await sql`
    insert into paper (tenant_id, id, type, number, issuer_id, drafted_by, valid_from, valid_until, most_uses, content, uses, parties, learned_at)
    values (${tenant}, ${row.id}, ${row.type}, ${row.number}, ${row.issuer}, ${row.draftedBy}, ${row.validFrom}, ${row.validUntil}, ${row.mostUses},
      ${JSON.stringify(row.content)}::jsonb, '[]'::jsonb, ${[...row.parties]}::uuid[], ${row.learnedAt})`.execute(tx)
  await setLinks(tx, tenant, row)
}
/** The content of a revision lies over the one before: what a draft alone says (type, issuer) stays. */
export async function setContent(tx: Tx, tenant: string, row: PaperWritten): Promise<void> {
  await sql`
    update paper set number = ${row.number}, valid_from = ${row.validFrom}, valid_until = ${row.validUntil},
      content = content || ${JSON.stringify(row.content)}::jsonb,
      parties = (select array_agg(distinct one order by one) from unnest(array[issuer_id, drafted_by] || ${[...row.parties]}::uuid[]) as one where one is not null)
    where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
  await sql`delete from paper_link where tenant_id = ${tenant} and paper_id = ${row.id}`.execute(tx)
  await setLinks(tx, tenant, row)
}
async function setLinks(tx: Tx, tenant: string, { id, links }: Pick<PaperWritten, 'id' | 'links'>): Promise<void> {
  for (const { kind, thing } of links)
    await sql`insert into paper_link (tenant_id, paper_id, kind, thing) values (${tenant}, ${id}, ${kind}, ${thing}) on conflict do nothing`.execute(
      tx,
    )
}
export async function setIssued(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly issuedOn: string; readonly validFrom: string; readonly validUntil: string | null },
): Promise<void> {
  await sql`update paper set issued_on = ${row.issuedOn}, valid_from = ${row.validFrom}, valid_until = ${row.validUntil}
    where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}
export async function addUse(tx: Tx, tenant: string, row: { readonly id: string; readonly use: unknown }): Promise<void> {
  await sql`update paper set uses = uses || ${JSON.stringify([row.use])}::jsonb where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}
export async function setCancelled(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly on: string; readonly reason: string },
): Promise<void> {
  await sql`update paper set cancelled_on = ${row.on}, cancel_reason = ${row.reason} where tenant_id = ${tenant} and id = ${row.id}`.execute(
    tx,
  )
}
export async function setScan(tx: Tx, tenant: string, row: { readonly id: string; readonly scan: unknown }): Promise<void> {
  await sql`update paper set content = jsonb_set(content, '{scan}', ${JSON.stringify(row.scan)}::jsonb) where tenant_id = ${tenant} and id = ${row.id}`.execute(
    tx,
  )
}

export interface PapersAsked {
  readonly ids?: readonly string[]
  readonly type?: string
  readonly number?: string
  readonly link?: { readonly kind: string; readonly thing: string }
  /** Only papers in which this organisation has a part; `null`: somebody without an organisation, who sees none. */
  readonly party?: string | null
}
/** Newest first, at most 2,000. */
export async function listPapers(tx: Tx, tenant: string, asked: PapersAsked): Promise<readonly PaperRow[]> {
  const wanted: RawBuilder<unknown>[] = [sql`paper.tenant_id = ${tenant}`]
  if (asked.ids) wanted.push(sql`paper.id = any(${[...asked.ids]}::uuid[])`)
  if (asked.type !== undefined) wanted.push(sql`paper.type = ${asked.type}`)
  if (asked.number !== undefined) wanted.push(sql`upper(paper.number) = ${asked.number.trim().toUpperCase()}`)
  if (asked.party === null) wanted.push(sql`false`)
  else if (asked.party !== undefined) wanted.push(sql`paper.parties @> array[${asked.party}::uuid]`)
  if (asked.link)
    wanted.push(
      sql`paper.id in (select l.paper_id from paper_link l where l.tenant_id = ${tenant} and l.kind = ${asked.link.kind} and l.thing = ${asked.link.thing})`,
    )
  const found =
    await sql<PaperRow>`select ${columns} from paper where ${sql.join(wanted, sql` and `)} order by paper.id desc limit 2000`.execute(tx)
  return found.rows
}
/** Linked to one of the lots or sites, or with one of the numbers; newest first, at most 5,000. A leg's link begins with its lot. */
export async function listPapersAbout(
  tx: Tx,
  tenant: string,
  asked: { readonly lots: readonly string[]; readonly sites: readonly string[]; readonly numbers: readonly string[] },
): Promise<readonly PaperRow[]> {
  const found = await sql<PaperRow>`
    with named as (select unnest(string_to_array(${asked.lots.join(',')}, ',')) as lot)
    select ${columns} from paper where paper.tenant_id = ${tenant} and paper.id in (
      select l.paper_id from paper_link l where l.tenant_id = ${tenant} and l.kind = 'lot' and l.thing in (select lot from named)
      union select l.paper_id from paper_link l where l.tenant_id = ${tenant} and l.kind = 'leg' and split_part(l.thing, '/', 1) in (select lot from named)
      union select l.paper_id from paper_link l where l.tenant_id = ${tenant} and l.kind = 'site' and l.thing in (${among(asked.sites)})
      union select p.id from paper p where p.tenant_id = ${tenant} and upper(p.number) in (${among(asked.numbers.map((one) => one.trim().toUpperCase()))})
    ) order by paper.id desc limit 5000`.execute(tx)
  return found.rows
}
/** Behind a question of its own, so that the planner does not weigh thousands of values one by one, which took longer than finding the papers. */
const among = (values: readonly string[]) => sql`select unnest(${[...values]}::text[])`
export async function findPaperOfNumber(
  tx: Tx,
  tenant: string,
  asked: { readonly type: string; readonly issuer: string; readonly number: string },
): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select id from paper where tenant_id = ${tenant} and type = ${asked.type} and issuer_id = ${asked.issuer}::uuid
      and upper(number) = ${asked.number.trim().toUpperCase()} limit 1`.execute(tx)
  return found.rows[0]?.id ?? null
}

export async function listOwnTypes(tx: Tx, tenant: string): Promise<readonly unknown[]> {
  const found = await sql<{ definition: unknown }>`select definition from paper_type where tenant_id = ${tenant} order by code`.execute(tx)
  return found.rows.map((row) => row.definition)
}
export async function setOwnType(
  tx: Tx,
  tenant: string,
  row: { readonly code: string; readonly definition: unknown; readonly by: string; readonly at: string },
): Promise<void> {
  await sql`
    insert into paper_type (tenant_id, code, definition, changed_by, changed_at)
    values (${tenant}, ${row.code}, ${JSON.stringify(row.definition)}::jsonb, ${row.by}, ${row.at})
    on conflict (tenant_id, code) do update set definition = excluded.definition, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(
    tx,
  )
}
export async function deleteOwnType(tx: Tx, tenant: string, code: string): Promise<void> {
  await sql`delete from paper_type where tenant_id = ${tenant} and code = ${code}`.execute(tx)
}
