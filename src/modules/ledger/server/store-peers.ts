/* Witnesses whom we ask, ledgers of others that we watch, and the newest head that we cosigned of each. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface PeerRow {
  readonly key: string
  readonly name: string
  readonly url: string | null
}
export async function listPeers(tx: Tx, tenant: string, role: 'witness' | 'log'): Promise<readonly PeerRow[]> {
  const found = await sql<PeerRow>`
    select key, name, url from ledger_peer where tenant_id = ${tenant} and peer_role = ${role} order by name, key`.execute(tx)
  return found.rows
}
export async function keepPeer(
  tx: Tx,
  tenant: string,
  peer: PeerRow & { readonly role: 'witness' | 'log'; readonly at: string },
): Promise<void> {
  await sql`insert into ledger_peer (tenant_id, key, peer_role, name, url, added_at)
    values (${tenant}, ${peer.key}, ${peer.role}, ${peer.name}, ${peer.url}, ${peer.at})
    on conflict (tenant_id, key) do update set url = excluded.url, peer_role = excluded.peer_role`.execute(tx)
}

export interface SeenRow {
  readonly size: number
  readonly root: Buffer
}
/** Held until the end of the transaction, also before the first head of an origin: of two that come at once one waits. */
export async function takeSeen(tx: Tx, tenant: string, origin: string): Promise<SeenRow | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ledger-seen ${tenant} ${origin}`}, 0))`.execute(tx)
  const found = await sql<SeenRow>`select size, root from ledger_seen where tenant_id = ${tenant} and origin = ${origin}`.execute(tx)
  return found.rows[0] ?? null
}
export async function keepSeen(
  tx: Tx,
  tenant: string,
  seen: { readonly origin: string; readonly size: number; readonly root: Uint8Array; readonly checkpoint: string; readonly at: string },
): Promise<void> {
  await sql`insert into ledger_seen (tenant_id, origin, size, root, checkpoint, seen_at)
    values (${tenant}, ${seen.origin}, ${seen.size}, ${Buffer.from(seen.root)}, ${seen.checkpoint}, ${seen.at})
    on conflict (tenant_id, origin) do update set size = excluded.size, root = excluded.root, checkpoint = excluded.checkpoint, seen_at = excluded.seen_at`.execute(
    tx,
  )
}
