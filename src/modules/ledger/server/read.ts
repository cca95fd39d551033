/* Heads with their cosignatures, and proofs for entries under the newest head. Tiles are kept in memory: what they say under a name and a width never changes. */
import type { Tx } from '../../../platform/database/transaction.ts'
import { type LedgerHead, entryText } from '../contract.ts'
import { toBase64, utf8 } from '../domain/bytes.ts'
import { noteOf, readNote } from '../domain/note.ts'
import { offlineProofText } from '../domain/offline-proof.ts'
import { type OpenTile, TILE_WIDTH, type TileSource, hashesOf, openTile, widthIn } from '../domain/tiles.ts'
import { consistencyRanges, inclusionRanges } from '../domain/tree.ts'
import { nodeSha256, tilesIn } from './grow.ts'
import { type HeadRow, cosignaturesOf, newestHead } from './store-heads.ts'
import { type EntryAsked, findForProof } from './store-proof.ts'

/** Tiles in memory by name and width, which is all that they depend on: about 24 kB each with what is known above them. */
const MOST_TILES = 1024
export type TileMemory = Map<string, OpenTile>

const keyOf = (tenant: string, { level, n, width }: Parameters<TileSource>[0]): string => `${tenant}/${level}/${n}/${width}`
/** What was used last goes last: the tiles above, which every proof needs, stay. */
function remember(memory: TileMemory, key: string, tile: OpenTile): OpenTile {
  memory.delete(key)
  if (memory.size >= MOST_TILES) memory.delete(memory.keys().next().value ?? '')
  memory.set(key, tile)
  return tile
}
export const rememberedTiles =
  (tx: Tx, tenant: string, memory: TileMemory): TileSource =>
  async (name) => {
    const key = keyOf(tenant, name)
    return remember(memory, key, memory.get(key) ?? (await tilesIn(tx, tenant)(name)))
  }

/** The newest signed head; its note carries the cosignatures that were received. */
export async function headOf(tx: Tx, tenant: string): Promise<(LedgerHead & { readonly signedAt: string }) | null> {
  const row = await newestHead(tx, tenant)
  return row && { size: row.size, root: toBase64(row.root), checkpoint: await withCosignatures(tx, tenant, row), signedAt: row.signed_at }
}
async function withCosignatures(tx: Tx, tenant: string, row: HeadRow): Promise<string> {
  return cosignedNote(
    row.checkpoint,
    (await cosignaturesOf(tx, tenant, row.size)).map((one) => one.line),
  )
}
function cosignedNote(checkpoint: string, lines: readonly string[]): string {
  const note = lines.length === 0 ? null : readNote(checkpoint)
  return note ? noteOf(note.text, [...note.signatures.map((one) => one.line), ...lines]) : checkpoint
}

/** Of the newest entry that fits, when it was written twice; `null` while it is not under a signed head. */
export async function proofOf(
  tx: Tx,
  tenant: string,
  { asked, memory }: { readonly asked: EntryAsked; readonly memory: TileMemory },
): Promise<string | null> {
  const found = await findForProof(tx, tenant, { ...asked, number: asked.number.replaceAll(/\s+/g, ' ').trim() })
  if (!found || found.index >= found.size) return null
  const { index, size, hashes } = found
  const own = { level: 0, n: Math.floor(index / TILE_WIDTH), width: TILE_WIDTH }
  const key = keyOf(tenant, own)
  if (hashes && widthIn(size, own.level, own.n) === TILE_WIDTH && !memory.has(key)) remember(memory, key, openTile(hashes))
  const path = await inclusionPath(rememberedTiles(tx, tenant, memory), index, size)
  const checkpoint = cosignedNote(found.checkpoint, found.cosignatures ?? [])
  return offlineProofText({ index, path, checkpoint, extra: utf8(entryText(found)) })
}

export const inclusionPath = (source: TileSource, index: number, size: number): Promise<readonly Uint8Array[]> =>
  hashesOf(nodeSha256, source, { ranges: inclusionRanges(index, { from: 0, to: size }), size })
export const consistencyPath = (source: TileSource, old: number, size: number): Promise<readonly Uint8Array[]> =>
  hashesOf(nodeSha256, source, { ranges: old === 0 ? [] : consistencyRanges(old, size), size })
