/*
Signs the head of the tree when it grew. Before every signature the tree must contain what was signed before, by the rows of the database and by
the note beside the keys: a database that was put back from an older copy, or whose entries were changed, is noticed, and nothing is signed.
*/
import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../../kernel/ids.ts'
import { asId } from '../../../kernel/schema.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { KeyRing } from '../../../platform/keys/signer.ts'
import type { Log } from '../../../platform/log/log.ts'
import type { LedgerPublisher } from '../contract.ts'
import { sameBytes, utf8 } from '../domain/bytes.ts'
import { type Checkpoint, checkpointText, readCheckpoint } from '../domain/checkpoint.ts'
import { type NoteKey, noteKey, noteOf, signatureLine } from '../domain/note.ts'
import { rootFrom } from '../domain/tiles.ts'
import { nodeSha256, tilesIn } from './grow.ts'
import { ledgerAggregate } from './projection.ts'
import { begunKinds, countEntries } from './store.ts'
import { insertHead, newestHead } from './store-heads.ts'

export interface LedgerParts {
  readonly database: Database
  readonly log: () => Log
  readonly keys: KeyRing
  readonly clock: () => string
  readonly tenant: string
  readonly baseUrl: string
  readonly publishers: readonly LedgerPublisher[]
}
/** `smaller`, `different`: what stands beside it was signed before, and the tree of today does not contain it. */
export type HeadFault = { readonly fault: 'smaller' | 'different'; readonly size: number; readonly signedSize: number }
export type Signing = { readonly ok: true; readonly size: number } | ({ readonly ok: false } & HeadFault)

/** Who asks for a head more often than this gets the one that stands. */
const FRESH_MS = 2_000
const ACTOR = { account: 'ledger', organisation: null, role: null } as const
const NOTE = 'ledger-head'

export interface HeadSigner {
  readonly sign: () => Promise<Signing>
  /** The same, at most every two seconds and never twice at once. */
  readonly freshen: () => Promise<Signing>
}

export function headSigner(parts: LedgerParts): HeadSigner {
  let last: { readonly at: number; readonly answer: Promise<Signing> } | null = null
  const sign = async (): Promise<Signing> => {
    await joinKinds(parts)
    return parts.database.transaction((tx) => signHead(tx, parts))
  }
  return {
    sign,
    freshen: () => {
      if (last && performance.now() - last.at < FRESH_MS) return last.answer
      const answer = sign()
      const mine = { at: performance.now(), answer }
      last = mine
      // A database that did not answer is asked again by the next one.
      answer.catch(() => {
        if (last === mine) last = null
      })
      return answer
    },
  }
}

/** The name of the ledger is that of its first head, whatever address the server has later. */
export async function ledgerKey(tx: Tx, { tenant, keys, baseUrl }: Pick<LedgerParts, 'tenant' | 'keys' | 'baseUrl'>): Promise<NoteKey> {
  const signed = (await newestHead(tx, tenant))?.checkpoint ?? keys.note(`${NOTE}-${tenant}`).read()
  const name = (signed === null ? null : readCheckpoint(signed)?.origin) ?? ledgerName(baseUrl)
  return noteKey(nodeSha256, { name, type: 1, publicKey: keys.signer('ledger').publicKey })
}
export function ledgerName(baseUrl: string): string {
  const { host, pathname } = new URL(baseUrl)
  return `${host}${pathname.replace(/\/+$/, '')}/ledger`
}

/** Kinds that this program knows and the ledger does not: they join by an event, once. */
async function joinKinds({ database, log, tenant, clock, publishers }: LedgerParts): Promise<void> {
  const kinds = publishers.flatMap((one) => one.kinds)
  const begun = await database.read((tx) => begunKinds(tx, tenant))
  if (kinds.every((kind) => begun.has(kind))) return
  const outcome = await log().execute({
    tenant,
    aggregate: ledgerAggregate,
    subject: tenant,
    command: { kinds },
    context: async () => null,
    envelope: { id: asId('command', uuidV7(Date.parse(clock()), randomBytes(10))) },
    actor: ACTOR,
  })
  if (!outcome.ok) throw new Error(`kinds could not join the ledger: ${outcome.refusal.code}`)
}

async function signHead(tx: Tx, parts: LedgerParts): Promise<Signing> {
  const { tenant, keys, clock } = parts
  const size = await countEntries(tx, tenant)
  const note = keys.note(`${NOTE}-${tenant}`)
  const row = await newestHead(tx, tenant)
  const beside = readCheckpoint(note.read() ?? '')
  const before = [row && { size: row.size, root: row.root }, beside].flatMap((head) => head ?? [])
  for (const head of before) {
    const fault = await faultOf(tx, tenant, { size, head })
    if (fault) return { ok: false, fault, size, signedSize: head.size }
  }
  if (size === 0 || size === row?.size) return { ok: true, size }
  const key = await ledgerKey(tx, parts)
  const root = await rootFrom(nodeSha256, tilesIn(tx, tenant), size)
  const text = checkpointText({ origin: key.name, size, root })
  const checkpoint = noteOf(text, [signatureLine(key, keys.signer('ledger').sign(utf8(text)))])
  // First the note, then the row: what is handed out is known beside the keys, whatever ends us in between.
  note.write(checkpoint)
  await insertHead(tx, tenant, { size, root, checkpoint, signed_at: clock() })
  return { ok: true, size }
}

async function faultOf(
  tx: Tx,
  tenant: string,
  { size, head }: { readonly size: number; readonly head: Pick<Checkpoint, 'size' | 'root'> },
): Promise<HeadFault['fault'] | null> {
  if (size < head.size) return 'smaller'
  return sameBytes(await rootFrom(nodeSha256, tilesIn(tx, tenant), head.size), head.root) ? null : 'different'
}
