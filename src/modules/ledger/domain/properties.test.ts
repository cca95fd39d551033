/* Trees of our own making against a second implementation, and against whoever tampers. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { RFC9162 } from '@transmute/rfc9162'
import { expect, test } from 'vitest'
import { fromBase64, sameBytes, toBase64, utf8 } from './bytes.ts'
import { bundleOf, readBundle } from './bundle.ts'
import { holdsConsistency, holdsInclusion } from './check-proof.ts'
import { type Sha256, sha256 } from './sha256.ts'
import { type OpenTile, type TileSource, hashesOf, openTile, rootFrom, tilesOf } from './tiles.ts'
import { consistencyRanges, inclusionRanges, leafHash, rootOf } from './tree.ts'

const fast: Sha256 = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest())
const entry = (n: number): Uint8Array => utf8(`entry ${n}\n`)
const leaves = (size: number): readonly Uint8Array[] => Array.from({ length: size }, (_, n) => leafHash(fast, entry(n)))

/** Tiles as files: each level from the roots of the one below. */
function filesOf(all: readonly Uint8Array[]): TileSource {
  const levels = [all]
  for (let below = all; below.length >= 256;) {
    below = Array.from({ length: Math.floor(below.length / 256) }, (_, n) => rootOf(fast, below.slice(n * 256, n * 256 + 256)))
    levels.push(below)
  }
  const opened = new Map<string, OpenTile>()
  return async ({ level, n, width }) => {
    const name = `${level}/${n}/${width}`
    const tile = opened.get(name) ?? openTile(new Uint8Array(Buffer.concat((levels[level] ?? []).slice(n * 256, n * 256 + width))))
    opened.set(name, tile)
    return tile
  }
}

test('our own SHA-256 is SHA-256', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(sha256(bytes)).toEqual(fast(bytes))
    }),
    { numRuns: 300 },
  )
})
test('base64 is written and read as Node does, and read in one way only', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(toBase64(bytes))).toEqual(bytes)
    }),
  )
  for (const text of ['AB==', 'AA=', 'A', 'AAA', 'AA==\n', 'AA-_', ' AAA']) expect([text, fromBase64(text)]).toEqual([text, null])
})
test('bundles of entries come back as they were, and not when they are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { minLength: 1, maxLength: 20 }), (entries) => {
      const bundle = bundleOf(entries)
      expect(readBundle(bundle)).toEqual(entries)
      expect(readBundle(bundle.slice(0, -1))).toBeNull()
    }),
  )
})

test('roots and both proofs are those of the second implementation, on trees of any size', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 130 }), fc.nat(), fc.nat(), async (size, one, other) => {
      const entries = Array.from({ length: size }, (_, n) => entry(n))
      const [index, old] = [one % size, (other % size) + 1]
      const tiles = filesOf(leaves(size))
      const root = await rootFrom(fast, tiles, size)
      expect(root).toEqual(new Uint8Array(await RFC9162.treeHead(entries)))
      const path = await hashesOf(fast, tiles, { ranges: inclusionRanges(index, { from: 0, to: size }), size })
      expect(path.map(toBase64)).toEqual((await RFC9162.PATH(index, entries)).map((hash) => toBase64(new Uint8Array(hash))))
      const claim = { log_id: '', tree_size: size, leaf_index: index, inclusion_path: [...path] }
      expect(await RFC9162.verifyInclusionProof(root, leafHash(fast, entry(index)), claim)).toBe(true)
      const since = await hashesOf(fast, tiles, { ranges: consistencyRanges(old, size), size })
      const before = rootOf(fast, leaves(size).slice(0, old))
      const theirs = (await RFC9162.PROOF(old, entries)).map((hash) => toBase64(new Uint8Array(hash)))
      // It writes the old root in front where the RFC leaves it out, because the reader has it.
      const isLeftOut = old === size || Number.isInteger(Math.log2(old))
      expect(isLeftOut ? [toBase64(before), ...since.map(toBase64)] : since.map(toBase64)).toEqual(theirs)
    }),
    { numRuns: 40 },
  )
})

test('each of any two trees up to 300 entries is shown to be the beginning of the other, and never from nothing', async () => {
  const all = leaves(300)
  const roots = Array.from({ length: 301 }, (_, size) => rootOf(fast, all.slice(0, size)))
  const tiles = filesOf(all)
  for (let size = 1; size <= 300; size++) {
    const root = roots[size]!
    expect(holdsConsistency(fast, { old: { size: 0, root: roots[0]! }, size, root, path: [] })).toBe(false)
    for (let old = 1; old <= size; old++) {
      const path = await hashesOf(fast, tiles, { ranges: consistencyRanges(old, size), size })
      const claim = { old: { size: old, root: roots[old]! }, size, root, path }
      if (!holdsConsistency(fast, claim)) throw new Error(`${old} in ${size}`)
      if (old < size && holdsConsistency(fast, { ...claim, old: { size: old, root: roots[old - 1]! } }))
        throw new Error(`${old} in ${size}`)
    }
  }
})

test('whatever is changed in a proof, it no longer holds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 700 }),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (size, one, at, flip) => {
        const index = one % size
        const all = leaves(size)
        const path = await hashesOf(fast, filesOf(all), { ranges: inclusionRanges(index, { from: 0, to: size }), size })
        const claim = { index, size, leaf: all[index]!, path, root: rootOf(fast, all) }
        expect(holdsInclusion(fast, claim)).toBe(true)
        const changed = (hash: Uint8Array): Uint8Array => hash.map((byte, place) => (place === at % 32 ? byte ^ flip : byte))
        const which = at % path.length
        const forged = [
          { ...claim, leaf: changed(claim.leaf) },
          { ...claim, root: changed(claim.root) },
          { ...claim, path: path.map((hash, place) => (place === which ? changed(hash) : hash)) },
          { ...claim, path: path.slice(1) },
          { ...claim, path: [...path, all[0]!] },
          { ...claim, index: (index + 1) % size },
          { ...claim, leaf: leafHash(fast, entry(size + 1)) },
        ]
        for (const forgery of forged) expect(holdsInclusion(fast, forgery) && !sameBytes(forgery.leaf, claim.leaf)).toBe(false)
        expect(forged.slice(0, 5).some((forgery) => holdsInclusion(fast, forgery))).toBe(false)
      },
    ),
    { numRuns: 60 },
  )
})

test('a growing tree names only the tiles that grew', () => {
  expect(tilesOf(0)).toEqual([])
  expect(
    tilesOf(70_000)
      .map(({ level, n, width }) => `${level}/${n}/${width}`)
      .slice(-4),
  ).toEqual(['0/273/112', '1/0/256', '1/1/17', '2/0/1'])
  expect(tilesOf(70_000, 69_990)).toEqual([{ level: 0, n: 273, width: 112 }])
  expect(tilesOf(70_000, 70_000)).toEqual([])
})
