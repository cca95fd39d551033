/* A file comes in: what it holds and what its columns probably mean; its bytes are kept in pieces until its rows are read. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidV7 } from '../../../kernel/ids.ts'
import { type Outcome, accepted } from '../../../kernel/outcome.ts'
import type { FoundFile } from '../chain-words.ts'
import { guessKind, guessMapping } from '../fields.ts'
import { openList } from '../open-list.ts'
import type { OpenedList } from '../open-rows.ts'
import type { ChainHouse } from './house.ts'
import { insertImport, insertPiece } from './store.ts'

const PIECE_BYTES = 1_000_000

export interface Given {
  readonly fileName: string
  readonly account: string
  readonly organisation: string | null
  readonly territory: 'everywhere' | readonly string[]
}

export function whatItHolds({ format, encoding, separator, sheet, columns, samples }: OpenedList): FoundFile {
  const kind = guessKind(columns)
  const samplesOf = (at: number): readonly string[] =>
    [...new Set(samples.map((row) => (row.cells[at] ?? '').trim().slice(0, 60)).filter((cell) => cell !== ''))].slice(0, 3)
  return {
    ...{ format, encoding, separator, sheet, kind },
    columns: columns.map((name, at) => ({ name, samples: samplesOf(at) })),
    guess: { ...guessMapping(kind, columns) },
  }
}

export async function takeIn(house: ChainHouse, bytes: Uint8Array, given: Given): Promise<Outcome<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'chanzo-import-'))
  try {
    const path = join(folder, 'list')
    await writeFile(path, bytes)
    const opened = await openList(path)
    if (!opened.ok) return opened
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const id = await register(house, { ...given, sha256, bytes: bytes.length, found: whatItHolds(opened.value) })
    for (let ordinal = 0; ordinal * PIECE_BYTES < bytes.length; ordinal += 1) {
      const content = bytes.subarray(ordinal * PIECE_BYTES, (ordinal + 1) * PIECE_BYTES)
      await house.database.transaction((tx) => insertPiece(tx, house.tenant, { id, ordinal, content }))
    }
    return accepted(id)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export async function register(
  { database, tenant, clock }: ChainHouse,
  given: Given & { readonly sha256: string; readonly bytes: number; readonly found: FoundFile },
): Promise<string> {
  const now = clock()
  const id = uuidV7(Date.parse(now), randomBytes(10))
  await database.transaction((tx) => insertImport(tx, tenant, { ...given, id, kind: given.found.kind, createdAt: now }))
  return id
}
