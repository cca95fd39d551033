/*
Writes the ledger as files that any web server can hand out: the first time all of them, then what grew. The checkpoint comes last, so whoever reads
meanwhile finds every tile that it speaks of. Refuses a folder that holds another ledger or a larger one.
*/
import { readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../../../platform/database/connect.ts'
import { entryText } from '../contract.ts'
import { sameBytes, utf8 } from '../domain/bytes.ts'
import { bundleOf } from '../domain/bundle.ts'
import { readCheckpoint } from '../domain/checkpoint.ts'
import { keyText } from '../domain/note.ts'
import { TILE_WIDTH, rootFrom, tileName, tilesOf } from '../domain/tiles.ts'
import { HASH_BYTES } from '../domain/tree.ts'
import { nodeSha256, tilesIn } from './grow.ts'
import { type LedgerParts, ledgerKey } from './head-signer.ts'
import { writeWhole } from './ledger-files.ts'
import { headOf } from './read.ts'
import { entriesBetween } from './store.ts'

export type Exported =
  | { readonly ok: true; readonly size: number; readonly before: number; readonly files: number }
  | { readonly ok: false; readonly code: 'ledger-is-empty' | 'folder-holds-another-ledger' }

export async function exportLedger(
  parts: Pick<LedgerParts, 'tenant' | 'keys' | 'baseUrl'> & { readonly database: Database },
  folder: string,
): Promise<Exported> {
  const { database, tenant } = parts
  const [head, key] = await database.read(async (tx) => [await headOf(tx, tenant), await ledgerKey(tx, parts)] as const)
  if (!head) return { ok: false, code: 'ledger-is-empty' }
  const file = join(folder, 'checkpoint')
  const old = existsSync(file) ? readCheckpoint(readFileSync(file, 'utf8')) : null
  if (existsSync(file)) {
    const root = old && old.size <= head.size ? await database.read((tx) => rootFrom(nodeSha256, tilesIn(tx, tenant), old.size)) : null
    if (!old || !root || old.origin !== key.name || !sameBytes(root, old.root)) return { ok: false, code: 'folder-holds-another-ledger' }
  }
  const before = old?.size ?? 0
  let files = 2
  for (const name of tilesOf(head.size, before)) {
    const { level, n, width } = name
    const [hashes, entries] = await database.read(
      async (tx) =>
        [
          (await tilesIn(tx, tenant)(name)).hashes.slice(0, width * HASH_BYTES),
          level === 0 ? await entriesBetween(tx, tenant, { from: n * TILE_WIDTH, to: n * TILE_WIDTH + width }) : [],
        ] as const,
    )
    writeWhole(folder, tileName(name), hashes)
    files += 1
    if (level > 0) continue
    writeWhole(folder, tileName({ ...name, level: 'entries' }), bundleOf(entries.map((entry) => utf8(entryText(entry)))))
    files += 1
  }
  writeWhole(folder, 'key', `${keyText(key)}\n`)
  writeWhole(folder, 'checkpoint', head.checkpoint)
  return { ok: true, size: head.size, before, files }
}
