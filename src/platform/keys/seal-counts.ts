/*
The true counts behind a release are kept for one reader, the guard that compares releases. They lie sealed under a key made from the server's secret, so that a
copy of the database does not tell of how few people a withheld cell was.
*/
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { ReleasedCell } from '../../kernel/disclosure/release-guard.ts'
import { count, eitherOf, listOf, mustParse, oneOf, record, text } from '../../kernel/schema.ts'

const Told = eitherOf(record({ shown: count() }), record({ withheld: oneOf('below-minimum', 'complement') }))
const Cells = listOf(record({ cell: text(2_000), count: count(), told: Told }), 1_000_000)
const NONCE = 12
const TAG = 16

const keyOf = (secret: string): Uint8Array => new Uint8Array(hkdfSync('sha256', secret, '', 'chanzo-release-counts-v1', 32))

export function sealCounts(
  cells: readonly ReleasedCell[],
  { secret, release }: { readonly secret: string; readonly release: string },
): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce).setAAD(Buffer.from(release))
  const sealed = Buffer.concat([cipher.update(gzipSync(JSON.stringify(cells))), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Throws when the secret is another one or a byte was changed: then no comparison is possible, and nothing may leave. */
export function openCounts(
  sealed: Uint8Array,
  { secret, release }: { readonly secret: string; readonly release: string },
): readonly ReleasedCell[] {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), sealed.subarray(0, NONCE))
  decipher.setAAD(Buffer.from(release)).setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
  const text = gunzipSync(Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()])).toString('utf8')
  return mustParse(Cells, JSON.parse(text))
}
