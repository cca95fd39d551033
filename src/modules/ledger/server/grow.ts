/*
Adds entries to the tree: their rows, and each tile that they fill, with the hash above it. Cost of n entries: one statement for the rows, n leaf
hashes, one hash more for each of the nodes above, one statement and one look back for each level that gained a tile; so 256 entries alone cost
256 inserts and one tile, in a batch one insert and one tile. Nothing is held in memory between two calls.
*/
import { createHash, hash } from 'node:crypto'
import type { Tx } from '../../../platform/database/transaction.ts'
import { type LedgerEntry, entryText } from '../contract.ts'
import { utf8 } from '../domain/bytes.ts'
import type { Sha256 } from '../domain/sha256.ts'
import { TILE_WIDTH, type TileSource, openTile } from '../domain/tiles.ts'
import { leafHash, rootOf } from '../domain/tree.ts'
import { type StoredTile, countEntries, entriesBetween, findTile, insertEntries, insertTiles, tileRoots } from './store.ts'

/** In one call: a stream of its own for each hash would cost three times as much. */
export const nodeSha256: Sha256 =
  typeof hash === 'function'
    ? (bytes) => hash('sha256', bytes, 'buffer')
    : (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest())

export const leafOf = (entry: LedgerEntry): Uint8Array => leafHash(nodeSha256, utf8(entryText(entry)))

/** The index of the first of them. */
export async function appendEntries(tx: Tx, tenant: string, entries: readonly LedgerEntry[]): Promise<number> {
  const first = await countEntries(tx, tenant)
  if (entries.length === 0) return first
  await insertEntries(tx, tenant, { first, entries })
  await fillTiles({ tx, tenant }, { level: 0, first, hashes: entries.map(leafOf) })
  return first
}

interface At {
  readonly tx: Tx
  readonly tenant: string
}
/** Hashes that joined a level from `first` on: the tiles that are full now, then the level above. */
async function fillTiles(at: At, { level, first, hashes }: { level: number; first: number; hashes: readonly Uint8Array[] }): Promise<void> {
  const firstTile = Math.floor(first / TILE_WIDTH)
  const fullTiles = Math.floor((first + hashes.length) / TILE_WIDTH)
  if (fullTiles === firstTile) return
  const row = [...(await rowOf(at, level, { from: firstTile * TILE_WIDTH, to: first })), ...hashes]
  const made: StoredTile[] = []
  for (let n = firstTile; n < fullTiles; n++) {
    const part = row.slice((n - firstTile) * TILE_WIDTH, (n - firstTile + 1) * TILE_WIDTH)
    made.push({ level, n, hashes: Buffer.concat(part), root: rootOf(nodeSha256, part) })
  }
  await insertTiles(at.tx, at.tenant, made)
  await fillTiles(at, { level: level + 1, first: firstTile, hashes: made.map((tile) => tile.root) })
}

/** Hashes of a level where no full tile holds them yet. */
async function rowOf(
  { tx, tenant }: At,
  level: number,
  range: { readonly from: number; readonly to: number },
): Promise<readonly Uint8Array[]> {
  if (range.from === range.to) return []
  if (level > 0) return tileRoots(tx, tenant, { level: level - 1, ...range })
  return (await entriesBetween(tx, tenant, range)).map(leafOf)
}

/** Tiles as they stand in the tables; one that is not full is made from what lies below it. */
export const tilesIn =
  (tx: Tx, tenant: string): TileSource =>
  async ({ level, n, width }) => {
    const full = width < TILE_WIDTH ? null : await findTile(tx, tenant, { level, n })
    if (full) return openTile(full)
    return openTile(Buffer.concat(await rowOf({ tx, tenant }, level, { from: n * TILE_WIDTH, to: n * TILE_WIDTH + width })))
  }
