/*
Keys of vaults as rows outside the log: public halves, wraps for readers, shares for custodians. Whoever writes has entered with the scope `record`; whoever reads sees what was sealed for them and
nothing else, because the policies of the tables say so.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { VaultKey, VaultKeys, VaultName, VaultShare, VaultWrap } from '../../contract-vault.ts'

/** All or none; a wrap of a reader takes the place of the one before it. */
export async function keepVaultKeys(
  tx: Tx,
  tenant: string,
  kept: { readonly case: string; readonly keys: VaultKeys; readonly by: string; readonly at: string },
): Promise<void> {
  const { case: of, keys, by, at } = kept
  for (const { vault, generation, publicKey } of keys.keys)
    await sql`
      insert into case_vault_key (tenant_id, case_id, vault, generation, public_key, made_by, made_at)
      values (${tenant}, ${of}, ${vault}, ${generation}, ${publicKey}, ${by}, ${at}::timestamptz)`.execute(tx)
  await keepWraps(tx, tenant, { wraps: keys.wraps.map((wrap) => ({ ...wrap, case: of })), by, at })
  await keepShares(tx, tenant, { case: of, shares: keys.shares, at })
}

export async function keepWraps(
  tx: Tx,
  tenant: string,
  kept: { readonly wraps: readonly (VaultWrap & { readonly case: string })[]; readonly by: string; readonly at: string },
): Promise<void> {
  const { wraps, by, at } = kept
  if (wraps.length === 0) return
  const rows = JSON.stringify(wraps)
  await sql`
    insert into case_vault_wrap (tenant_id, case_id, vault, generation, reader, key_id, wrapped, made_by, made_at)
    select ${tenant}, w."case", w.vault, w.generation, w.reader, w.key, w.wrapped, ${by}, ${at}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as w ("case" text, vault text, generation integer, reader text, key text, wrapped text)
    on conflict (tenant_id, case_id, vault, generation, reader)
    do update set key_id = excluded.key_id, wrapped = excluded.wrapped, made_by = excluded.made_by, made_at = excluded.made_at`.execute(tx)
}
export async function keepShares(
  tx: Tx,
  tenant: string,
  kept: { readonly case: string; readonly shares: readonly VaultShare[]; readonly at: string },
): Promise<void> {
  const { case: of, shares, at } = kept
  if (shares.length === 0) return
  // Shares of two splits do not fit together: new ones take the place of all that there were.
  for (const { vault, generation } of shares)
    await sql`
      delete from case_vault_share
      where tenant_id = ${tenant} and case_id = ${of} and vault = ${vault} and generation = ${generation}`.execute(tx)
  await sql`
    insert into case_vault_share (tenant_id, case_id, vault, generation, custodian, key_id, share, made_at)
    select ${tenant}, ${of}, s.vault, s.generation, s.custodian, s.key, s.share, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(shares)}::jsonb) as s (vault text, generation integer, custodian text, key text, share text)`.execute(
    tx,
  )
}

/** Of somebody who left: what is sealed for them goes, what they read cannot be taken back. */
export async function dropWraps(
  tx: Tx,
  tenant: string,
  { case: of, reader }: { readonly case: string; readonly reader: string },
): Promise<void> {
  await sql`delete from case_vault_wrap where tenant_id = ${tenant} and case_id = ${of} and reader = ${reader}`.execute(tx)
}
/** Of every case: what was sealed to a key that is no longer the person's. */
export async function dropWrapsOfOldKeys(
  tx: Tx,
  tenant: string,
  { reader, key }: { readonly reader: string; readonly key: string },
): Promise<void> {
  await sql`delete from case_vault_wrap where tenant_id = ${tenant} and reader = ${reader} and key_id <> ${key}`.execute(tx)
}

/** The end of vaults: keys, wraps and shares go, also those on their way to somebody. The texts stay as noise. */
export async function destroyVaultKeys(
  tx: Tx,
  tenant: string,
  { case: of, vaults }: { readonly case: string; readonly vaults: 'all' | 'all-but-evidence' | readonly VaultName[] },
): Promise<void> {
  const picked = typeof vaults === 'string' ? null : [...vaults]
  const kept = vaults === 'all-but-evidence' ? 'evidence' : ''
  for (const table of ['case_vault_wrap', 'case_vault_share', 'vault_recovery_share', 'case_vault_key'] as const)
    await sql`
      delete from ${sql.table(table)}
      where tenant_id = ${tenant} and case_id = ${of} and vault <> ${kept} and (${picked}::text[] is null or vault = any (${picked}::text[]))`.execute(
      tx,
    )
}

/** The public half of the newest generation of each vault: what texts are sealed to now. */
export async function newestGenerations(tx: Tx, tenant: string, of: string): Promise<readonly VaultKey[]> {
  const found = await sql<VaultKey>`
    select distinct on (vault) vault, generation, public_key as "publicKey" from case_vault_key
    where tenant_id = ${tenant} and case_id = ${of} order by vault, generation desc`.execute(tx)
  return found.rows
}
export async function wrapsFor(
  tx: Tx,
  tenant: string,
  { case: of, reader }: { readonly case: string; readonly reader: string },
): Promise<readonly VaultWrap[]> {
  const found = await sql<VaultWrap>`
    select vault, generation, reader, key_id as key, wrapped from case_vault_wrap
    where tenant_id = ${tenant} and case_id = ${of} and reader = ${reader} order by vault, generation`.execute(tx)
  return found.rows
}
