/*
Tiles as C2SP tlog-tiles lays a tree into files: tile N of level L holds up to 256 hashes of subtrees of 2^(8·L) leaves. Knows their names and
which tiles a proof needs; what lies in them is handed in.
*/
import type { Sha256 } from './sha256.ts'
import { HASH_BYTES, type Range, type TreeNode, foldNodes, nodeHash, nodesOf } from './tree.ts'

export const TILE_WIDTH = 256
const TILE_HEIGHT = 8

/** `1234067` is `x001/x234/067`. */
export function tilePath(n: number): string {
  const groups = [String(n % 1000).padStart(3, '0')]
  for (let rest = Math.floor(n / 1000); rest > 0; rest = Math.floor(rest / 1000)) groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`)
  return groups.join('/')
}

export interface TileName {
  /** `entries`: the texts themselves, beside level 0. */
  readonly level: number | 'entries'
  readonly n: number
  /** How many of the 256 places are filled. */
  readonly width: number
}
export const tileName = ({ level, n, width }: TileName): string =>
  `tile/${level}/${tilePath(n)}${width === TILE_WIDTH ? '' : `.p/${width}`}`

/** From what stands behind `tile/`; `null` for any other way to write a name, so that each tile has one address. */
export function readTileName(text: string): TileName | null {
  const found = /^(\d{1,2}|entries)\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(text)
  if (!found) return null
  const [, level = '', path = '', part] = found
  const n = Number(path.replaceAll(/[x/]/g, ''))
  const name: TileName = { level: level === 'entries' ? level : Number(level), n, width: part === undefined ? TILE_WIDTH : Number(part) }
  const isFull = part !== undefined && (name.width < 1 || name.width >= TILE_WIDTH)
  const tooHigh = typeof name.level === 'number' && name.level > 63
  return isFull || tooHigh || !Number.isSafeInteger(n) || tileName(name) !== `tile/${text}` ? null : name
}

/** How many hashes tile N of a level holds in a tree of `size` leaves. */
export function widthIn(size: number, level: number, n: number): number {
  const whole = Math.floor(size / TILE_WIDTH ** level)
  return Math.max(0, Math.min(TILE_WIDTH, whole - n * TILE_WIDTH))
}
/** All tiles of hashes of a tree; with `since`, those only that a tree of so many leaves had not, or not as wide. */
export function tilesOf(size: number, since = 0): readonly (TileName & { readonly level: number })[] {
  const names: (TileName & { readonly level: number })[] = []
  for (let level = 0; widthIn(size, level, 0) > 0; level++) {
    const first = Math.floor(Math.floor(since / TILE_WIDTH ** level) / TILE_WIDTH)
    for (let n = first; widthIn(size, level, n) > 0; n++) {
      const width = widthIn(size, level, n)
      if (width !== widthIn(since, level, n)) names.push({ level, n, width })
    }
  }
  return names
}

/** A tile as it was read, with the hashes above its lowest row kept once they are known. */
export interface OpenTile {
  readonly hashes: Uint8Array
  readonly known: Map<number, Uint8Array>
}
export const openTile = (hashes: Uint8Array): OpenTile => ({ hashes, known: new Map() })
export const widthOf = (tile: OpenTile): number => tile.hashes.length / HASH_BYTES

interface Place {
  readonly level: number
  readonly n: number
  readonly first: number
  readonly width: number
}
function placeOf({ height, index }: TreeNode): Place {
  const level = Math.floor(height / TILE_HEIGHT)
  const width = 2 ** (height - level * TILE_HEIGHT)
  return { level, n: Math.floor((index * width) / TILE_WIDTH), first: (index * width) % TILE_WIDTH, width }
}

/** Cost: at most 255 hashes the first time, none afterwards. Throws when the tile does not reach so far. */
export function hashIn(sha256: Sha256, tile: OpenTile, { first, width }: { readonly first: number; readonly width: number }): Uint8Array {
  if (first + width > widthOf(tile)) throw new Error('the tile ends before the hash that was asked for')
  if (width === 1) return tile.hashes.slice(first * HASH_BYTES, (first + 1) * HASH_BYTES)
  const key = first * 512 + width
  const known = tile.known.get(key)
  if (known) return known
  const part = width / 2
  const made = nodeHash(sha256, hashIn(sha256, tile, { first, width: part }), hashIn(sha256, tile, { first: first + part, width: part }))
  tile.known.set(key, made)
  return made
}

/** Fetches one tile; `width` is how many hashes the tree of the question has in it: more may come, less may not. */
export type TileSource = (name: { readonly level: number; readonly n: number; readonly width: number }) => Promise<OpenTile>

/** The hashes of ranges in a tree of `size` leaves; every tile is asked for once. */
export async function hashesOf(
  sha256: Sha256,
  source: TileSource,
  { ranges, size }: { readonly ranges: readonly Range[]; readonly size: number },
): Promise<readonly Uint8Array[]> {
  const opened = new Map<string, OpenTile>()
  const hashAt = async (node: TreeNode): Promise<Uint8Array> => {
    const place = placeOf(node)
    const key = `${place.level}/${place.n}`
    const tile = opened.get(key) ?? (await source({ level: place.level, n: place.n, width: widthIn(size, place.level, place.n) }))
    opened.set(key, tile)
    return hashIn(sha256, tile, place)
  }
  const hashes: Uint8Array[] = []
  for (const range of ranges) {
    const row: Uint8Array[] = []
    for (const node of nodesOf(range)) row.push(await hashAt(node))
    hashes.push(foldNodes(sha256, row))
  }
  return hashes
}

export async function rootFrom(sha256: Sha256, source: TileSource, size: number): Promise<Uint8Array> {
  const [root] = await hashesOf(sha256, source, { ranges: [{ from: 0, to: size }], size })
  return root ?? foldNodes(sha256, [])
}
