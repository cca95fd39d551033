/*
Whether a ledger is what it says, from its files alone: the signature of its head, every entry hashed again, every tile compared, the root; and, with
a head that somebody kept, whether that one is the beginning of this one. It trusts nothing but the key that it is given. Cost: one hash for each
entry and one for each node above it; a million entries take some seconds and 32 MB.
*/
import { sameBytes } from '../domain/bytes.ts'
import { readBundle } from '../domain/bundle.ts'
import { type Checkpoint, readCheckpoint, readTypedHead } from '../domain/checkpoint.ts'
import { type NoteCrypto, type NoteKey, readKey, signersOf } from '../domain/note.ts'
import { type OpenTile, TILE_WIDTH, openTile, rootFrom, tileName, widthIn } from '../domain/tiles.ts'
import { leafHash, rootOf } from '../domain/tree.ts'
import type { LedgerFiles } from './ledger-files.ts'

export type LedgerFault =
  | 'no-checkpoint'
  | 'not-a-checkpoint'
  | 'no-key'
  | 'signature-does-not-hold'
  | 'not-signed-by-the-log'
  | 'entries-missing'
  | 'tile-differs'
  | 'root-differs'
  | 'kept-head-not-signed'
  | 'smaller-than-kept-head'
  | 'different-from-kept-head'
export type LedgerCheck =
  | {
      readonly ok: true
      readonly origin: string
      readonly size: number
      readonly since: number | null
      readonly signers: readonly string[]
      /** The signed head as it was checked, to be kept; the place may hand out another the next time. */
      readonly checkpoint: string
    }
  | { readonly ok: false; readonly fault: LedgerFault; readonly at: string }

export interface Asked {
  readonly files: LedgerFiles
  /** The key as its owner published it; `null`: the one that lies beside the files is believed. */
  readonly key: NoteKey | null
  readonly witnesses?: readonly NoteKey[]
  /** A head that was kept from before: the signed note, or size and root as printed. */
  readonly since: string | null
  readonly crypto: NoteCrypto
  readonly progress?: (done: number, total: number) => void
}
class Fault extends Error {
  readonly fault: LedgerFault
  readonly at: string
  constructor(fault: LedgerFault, at: string) {
    super(fault)
    this.fault = fault
    this.at = at
  }
}
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

export async function checkLedger(asked: Asked): Promise<LedgerCheck> {
  try {
    const key = asked.key ?? readKey(asked.crypto.sha256, textOf((await asked.files.read('key')) ?? new Uint8Array(0)))
    if (!key) throw new Fault('no-key', 'key')
    const file = await asked.files.read('checkpoint')
    if (!file) throw new Fault('no-checkpoint', 'checkpoint')
    const checkpoint = textOf(file)
    const { head, signers } = believed(asked, key, checkpoint)
    const tiles = await hashedAgain(asked, head.size)
    const rootAt = (size: number): Promise<Uint8Array> =>
      rootFrom(asked.crypto.sha256, async ({ level, n }) => tileIn(tiles, level, n), size)
    if (!sameBytes(await rootAt(head.size), head.root)) throw new Fault('root-differs', 'checkpoint')
    const kept = asked.since === null ? null : keptHead(asked, key, asked.since)
    if (kept && kept.size > head.size) throw new Fault('smaller-than-kept-head', String(kept.size))
    if (kept && !sameBytes(await rootAt(kept.size), kept.root)) throw new Fault('different-from-kept-head', String(kept.size))
    return { ok: true, origin: head.origin, size: head.size, since: kept?.size ?? null, signers, checkpoint }
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault, at: error.at }
    throw error
  }
}

function believed(
  { crypto, witnesses = [] }: Asked,
  key: NoteKey,
  note: string,
): { readonly head: Checkpoint; readonly signers: readonly string[] } {
  const head = readCheckpoint(note)
  if (!head) throw new Fault('not-a-checkpoint', 'checkpoint')
  const signers = signersOf(note, [key, ...witnesses], crypto)
  if (!signers) throw new Fault('signature-does-not-hold', 'checkpoint')
  if (head.origin !== key.name || !signers.some((one) => one.key === key)) throw new Fault('not-signed-by-the-log', 'checkpoint')
  return { head, signers: signers.map((one) => one.key.name) }
}

function keptHead(asked: Asked, key: NoteKey, note: string): Pick<Checkpoint, 'size' | 'root'> {
  // What was printed carries no signature and needs none: who typed it holds the paper.
  const typed = readTypedHead(note)
  if (typed !== null) return typed
  try {
    return believed(asked, key, note).head
  } catch (error) {
    throw error instanceof Fault ? new Fault('kept-head-not-signed', error.fault) : error
  }
}

type Levels = readonly (readonly OpenTile[])[]
function tileIn(levels: Levels, level: number, n: number): OpenTile {
  const tile = levels[level]?.[n]
  if (!tile) throw new Error('a tile that no tree of this size has')
  return tile
}

/** Tiles made from the entries, each compared with the file that is handed out. */
async function hashedAgain(asked: Asked, size: number): Promise<Levels> {
  const levels: OpenTile[][] = []
  let roots: Uint8Array[] = []
  for (let n = 0; n * TILE_WIDTH < size; n++) {
    const width = widthIn(size, 0, n)
    const leaves = await leavesOf(asked, { n, width })
    await take(asked, levels, { level: 0, n, hashes: leaves })
    if (width === TILE_WIDTH) roots.push(rootOf(asked.crypto.sha256, leaves))
    asked.progress?.(Math.min(size, (n + 1) * TILE_WIDTH), size)
  }
  for (let level = 1; roots.length > 0; level++) {
    const above: Uint8Array[] = []
    for (let n = 0; n * TILE_WIDTH < roots.length; n++) {
      const part = roots.slice(n * TILE_WIDTH, (n + 1) * TILE_WIDTH)
      await take(asked, levels, { level, n, hashes: part })
      if (part.length === TILE_WIDTH) above.push(rootOf(asked.crypto.sha256, part))
    }
    roots = above
  }
  return levels
}
async function leavesOf(
  { files, crypto }: Asked,
  { n, width }: { readonly n: number; readonly width: number },
): Promise<readonly Uint8Array[]> {
  const name = tileName({ level: 'entries', n, width })
  const bundle = await files.read(name)
  const entries = bundle && readBundle(bundle)
  if (!entries || entries.length < width) throw new Fault('entries-missing', name)
  return entries.slice(0, width).map((entry) => leafHash(crypto.sha256, entry))
}
interface Made {
  readonly level: number
  readonly n: number
  readonly hashes: readonly Uint8Array[]
}
async function take({ files }: Asked, levels: OpenTile[][], { level, n, hashes }: Made): Promise<void> {
  const bytes = new Uint8Array(Buffer.concat(hashes))
  const name = tileName({ level, n, width: hashes.length })
  const file = await files.read(name)
  if (!file || !sameBytes(file.slice(0, bytes.length), bytes)) throw new Fault('tile-differs', name)
  const row = (levels[level] ??= [])
  row[n] = openTile(bytes)
}
