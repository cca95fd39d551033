/* Heads with their cosignatures, and proofs for entries under the newest head. Tiles are kept in memory: what they say under a name and a width never changes. */
import type { Tx } from '../../../platform/database/transaction.ts'
import { type LedgerEntry, type LedgerHead, entryText } from '../contract.ts'
import { toBase64, utf8 } from '../domain/bytes.ts'
import { noteOf, readNote } from '../domain/note.ts'
import { offlineProofText } from '../domain/offline-proof.ts'
import { type OpenTile, type TileSource, hashesOf } from '../domain/tiles.ts'
import { consistencyRanges, inclusionRanges } from '../domain/tree.ts'
import { nodeSha256, tilesIn } from './grow.ts'
import { type IndexedEntry, entriesUnder } from './store.ts'
import { type HeadRow, cosignaturesOf, newestHead } from './store-heads.ts'

/** Tiles in memory by name and width, which is all that they depend on: about 24 kB each with what is known above them. */
const MOST_TILES = 1024
export type TileMemory = Map<string, OpenTile>

export const rememberedTiles =
  (tx: Tx, tenant: string, memory: TileMemory): TileSource =>
  async (name) => {
    const key = `${tenant}/${name.level}/${name.n}/${name.width}`
    const known = memory.get(key)
    if (known) return known
    const tile = await tilesIn(tx, tenant)(name)
    if (memory.size >= MOST_TILES) memory.delete(memory.keys().next().value ?? '')
    memory.set(key, tile)
    return tile
  }

/** The newest signed head; its note carries the cosignatures that were received. */
export async function headOf(tx: Tx, tenant: string): Promise<(LedgerHead & { readonly signedAt: string }) | null> {
  const row = await newestHead(tx, tenant)
  return row && { size: row.size, root: toBase64(row.root), checkpoint: await withCosignatures(tx, tenant, row), signedAt: row.signed_at }
}
async function withCosignatures(tx: Tx, tenant: string, row: HeadRow): Promise<string> {
  const note = readNote(row.checkpoint)
  const more = await cosignaturesOf(tx, tenant, row.size)
  return note ? noteOf(note.text, [...note.signatures.map((one) => one.line), ...more.map((one) => one.line)]) : row.checkpoint
}

/** Where an entry stands; the newest, when it was written twice. */
export async function findEntry(tx: Tx, tenant: string, { kind, number, sha256 }: LedgerEntry): Promise<IndexedEntry | null> {
  const found = await entriesUnder(tx, tenant, number.replaceAll(/\s+/g, ' ').trim())
  return found.find((one) => one.kind === kind && one.sha256 === sha256) ?? null
}

export async function proofAt(
  tx: Tx,
  tenant: string,
  { entry, memory }: { readonly entry: IndexedEntry; readonly memory: TileMemory },
): Promise<string | null> {
  const head = await headOf(tx, tenant)
  if (!head || entry.index >= head.size) return null
  const path = await inclusionPath(rememberedTiles(tx, tenant, memory), entry.index, head.size)
  return offlineProofText({ index: entry.index, path, checkpoint: head.checkpoint, extra: utf8(entryText(entry)) })
}

export const inclusionPath = (source: TileSource, index: number, size: number): Promise<readonly Uint8Array[]> =>
  hashesOf(nodeSha256, source, { ranges: inclusionRanges(index, { from: 0, to: size }), size })
export const consistencyPath = (source: TileSource, old: number, size: number): Promise<readonly Uint8Array[]> =>
  hashesOf(nodeSha256, source, { ranges: old === 0 ? [] : consistencyRanges(old, size), size })
