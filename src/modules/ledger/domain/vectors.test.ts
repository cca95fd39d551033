/* The published vectors (transparency-dev/merkle, C2SP), read in place and run through their own checker's cases. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sharedFile } from '../../../../test/shared-data.ts'
import { verifySignature } from '../../../platform/keys/signer.ts'
import { holdsConsistency, holdsInclusion } from './check-proof.ts'
import { readKey, signersOf } from './note.ts'
import { sha256 } from './sha256.ts'
import { readTileName, tilePath } from './tiles.ts'

interface ProofCase {
  readonly kind: 'inclusion' | 'consistency'
  readonly file: string
  readonly wantErr: boolean
  readonly proof: readonly string[] | null
  readonly leafIdx: number
  readonly treeSize: number
  readonly leafHash: string
  readonly root: string
  readonly size1: number
  readonly size2: number
  readonly root1: string
  readonly root2: string
}
interface NoteCase {
  readonly name: string
  readonly note: string
  readonly vkeys: readonly string[]
  readonly ok: boolean
}
const [proofs, notes] = [sharedFile('standards/tlog/proofs.json'), sharedFile('standards/tlog/notes.json')]
const bytes = (text: string | null | undefined): Uint8Array => new Uint8Array(Buffer.from(text ?? '', 'base64'))

describe.skipIf(proofs === null)('published proofs', () => {
  const cases: readonly ProofCase[] = proofs === null ? [] : JSON.parse(readFileSync(proofs, 'utf8'))
  test('there are some of both kinds that hold and that must be refused', () => {
    const kinds = new Set(cases.map((one) => `${one.kind} ${one.wantErr}`))
    expect([...kinds].sort()).toEqual(['consistency false', 'consistency true', 'inclusion false', 'inclusion true'])
    expect(cases.length).toBeGreaterThanOrEqual(28)
  })
  test.each(cases.map((one) => [`${one.file} ${one.wantErr ? 'refused' : 'holds'}`, one] as const))('%s', (_name, one) => {
    const path = (one.proof ?? []).map(bytes)
    const holds =
      one.kind === 'inclusion'
        ? holdsInclusion(sha256, { index: one.leafIdx, size: one.treeSize, leaf: bytes(one.leafHash), path, root: bytes(one.root) })
        : holdsConsistency(sha256, {
            ...{ old: { size: one.size1, root: bytes(one.root1) }, size: one.size2, root: bytes(one.root2), path },
          })
    expect(holds).toBe(!one.wantErr)
  })
})

describe.skipIf(notes === null)('published notes', () => {
  const cases: readonly NoteCase[] = notes === null ? [] : JSON.parse(readFileSync(notes, 'utf8'))
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { note, vkeys, ok }) => {
    const keys = vkeys.flatMap((text) => readKey(sha256, text) ?? [])
    expect(keys).toHaveLength(vkeys.length)
    const signers = signersOf(note, keys, { sha256, verify: verifySignature })
    expect(signers !== null && signers.length > 0).toBe(ok)
  })
})

test.each([
  [0, '000'],
  [7, '007'],
  [999, '999'],
  [1000, 'x001/000'],
  [1_234_067, 'x001/x234/067'],
  [999_999, 'x999/999'],
  [1_000_000, 'x001/x000/000'],
])('tile %i lies at %s', (n, path) => {
  expect(tilePath(n)).toBe(path)
  expect(readTileName(`0/${path}`)).toEqual({ level: 0, n, width: 256 })
  expect(readTileName(`entries/${path}.p/17`)).toEqual({ level: 'entries', n, width: 17 })
})
test.each(['0/7', '0/x000/007', '00/007', '0/007.p/0', '0/007.p/256', '0/007.p/017', '64/000', '0/007/', 'entries/x1/000', '../0/000', ''])(
  'no tile lies at "%s"',
  (text) => expect(readTileName(text)).toBeNull(),
)
