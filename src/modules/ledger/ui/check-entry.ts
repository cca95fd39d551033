/*
Checks an entry on this device: the entry is made again from its three parts, its path leads to the root, the root is signed by the key that this
device knows, and the tree still contains the head that this device saw before. What the server says is not believed anywhere on the way.
*/
import { ed25519 } from '@noble/curves/ed25519.js'
import { type LedgerEntry, entryText } from '../contract.ts'
import { sameBytes, toHex } from '../domain/bytes.ts'
import { holdsConsistency } from '../domain/check-proof.ts'
import { type Checkpoint, readCheckpoint } from '../domain/checkpoint.ts'
import { type NoteCrypto, keyText, readKey, signersOf } from '../domain/note.ts'
import { type ProofVerdict, checkOfflineProof, readOfflineProof } from '../domain/offline-proof.ts'
import { sha256 } from '../domain/sha256.ts'
import { type TileSource, hashesOf, openTile, tileName } from '../domain/tiles.ts'
import { consistencyRanges } from '../domain/tree.ts'

export const browserNotes: NoteCrypto = {
  sha256,
  verify: (publicKey, message, signature) => {
    try {
      return ed25519.verify(signature, message, publicKey, { zip215: false })
    } catch {
      return false
    }
  },
}

export type KeyState = 'first' | 'known' | 'changed'
export type Growth = 'first' | 'holds' | 'smaller' | 'rewritten' | 'not-asked'
export interface EntryCheck {
  readonly verdict: ProofVerdict
  readonly key: string
  readonly keyState: KeyState
  readonly growth: Growth
  /** Size of the head that was kept. */
  readonly keptSize: number | null
  readonly proof: string
}
/** What this device keeps between two visits; handed in, so that it can be tested. */
export interface Kept {
  readonly read: (name: 'key' | 'head') => string | null
  readonly write: (name: 'key' | 'head', text: string) => void
}
export const onThisDevice: Kept = {
  read: (name) => localStorage.getItem(`chanzo.ledger.${name}`),
  write: (name, text) => localStorage.setItem(`chanzo.ledger.${name}`, text),
}
export type Fetch = (address: string) => Promise<Uint8Array>
export const fetchBytes: Fetch = async (address) => {
  const answer = await fetch(address, { cache: 'no-cache' })
  if (!answer.ok) throw new Error(String(answer.status))
  return new Uint8Array(await answer.arrayBuffer())
}

export async function checkEntry(
  entry: LedgerEntry,
  { fetched, kept }: { readonly fetched: Fetch; readonly kept: Kept },
): Promise<EntryCheck> {
  const said = readKey(sha256, textOf(await fetched('/ledger/key')))
  const known = readKey(sha256, kept.read('key') ?? '')
  const key = known ?? said
  if (!key) throw new Error('no key')
  const keyState = known === null ? 'first' : said && keyText(said) === keyText(known) ? 'known' : 'changed'
  const query = new URLSearchParams({ number: entry.number, kind: entry.kind, sha256: entry.sha256 })
  const proof = textOf(await fetched(`/ledger/proof?${query.toString()}`))
  const verdict = checkOfflineProof(proof, { entry: entryText(entry), key }, browserNotes)
  const note = readOfflineProof(proof)?.checkpoint ?? ''
  const old = readCheckpoint(kept.read('head') ?? '')
  const growth = verdict.ok ? await growthOf(verdict.checkpoint, old, fetched) : 'not-asked'
  if (verdict.ok && keyState === 'first') kept.write('key', keyText(key))
  if (verdict.ok && (growth === 'first' || growth === 'holds')) kept.write('head', note)
  return { verdict, key: keyText(key), keyState, growth, keptSize: old?.size ?? null, proof }
}

/** Whether the head of now contains the one that was kept; the tiles of the server only say how. */
async function growthOf(now: Checkpoint, old: Checkpoint | null, fetched: Fetch): Promise<Growth> {
  return old === null || old.origin !== now.origin ? 'first' : contains(now, old, fetched)
}
async function contains(now: Checkpoint, old: PaperHead, fetched: Fetch): Promise<'holds' | 'smaller' | 'rewritten'> {
  if (old.size > now.size) return 'smaller'
  if (old.size === now.size) return sameBytes(old.root, now.root) ? 'holds' : 'rewritten'
  // A proof that binds both roots: of two roots made one after the other, a server could answer each from another tree.
  const tiles: TileSource = async (name) => openTile(await fetched(`/ledger/${tileName(name)}`))
  const path = await hashesOf(sha256, tiles, { ranges: consistencyRanges(old.size, now.size), size: now.size })
  return holdsConsistency(sha256, { old, size: now.size, root: now.root, path }) ? 'holds' : 'rewritten'
}

export type PaperHead = Pick<Checkpoint, 'size' | 'root'>
export interface HeadCheck {
  /** `not-signed`: the head of now is not signed by the key that this device knows, so nothing was compared. */
  readonly state: 'holds' | 'smaller' | 'rewritten' | 'not-signed'
  readonly size: number
}
/** Whether the signed ledger of now still contains a head that stands on paper. */
export async function checkPaperHead(
  paper: PaperHead,
  { fetched, kept }: { readonly fetched: Fetch; readonly kept: Kept },
): Promise<HeadCheck> {
  const key = readKey(sha256, kept.read('key') ?? '') ?? readKey(sha256, textOf(await fetched('/ledger/key')))
  const note = textOf(await fetched('/ledger/checkpoint'))
  const now = readCheckpoint(note)
  const isSigned = key !== null && now?.origin === key.name && (signersOf(note, [key], browserNotes) ?? []).length > 0
  return now === null || !isSigned ? { state: 'not-signed', size: 0 } : { state: await contains(now, paper, fetched), size: now.size }
}

/** Whether what somebody holds is what the entry speaks of: a printed fingerprint, or the text of which it is one. */
export function fitsPaper(held: string, hash: string): boolean {
  const bare = held
    .replaceAll(/\s+/g, '')
    .toLowerCase()
    .replace(/^v\d+:/, '')
  if (/^[0-9a-f]{64}$/.test(bare)) return bare === hash
  return toHex(sha256(new TextEncoder().encode(held.trim()))) === hash
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
