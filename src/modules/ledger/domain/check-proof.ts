/*
Whether a proof holds, as RFC 9162 (2.1.3.2 and 2.1.4.2) checks it. Never throws for what a stranger wrote; a proof from the tree without leaves
shows nothing and is refused.
*/
import { sameBytes } from './bytes.ts'
import type { Sha256 } from './sha256.ts'
import { HASH_BYTES, nodeHash } from './tree.ts'

export interface InclusionClaim {
  readonly index: number
  readonly size: number
  readonly leaf: Uint8Array
  readonly path: readonly Uint8Array[]
  readonly root: Uint8Array
}
export function holdsInclusion(sha256: Sha256, { index, size, leaf, path, root }: InclusionClaim): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || !allHashes([leaf, root, ...path])) return false
  let [at, last, hash] = [index, size - 1, leaf]
  for (const beside of path) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      hash = nodeHash(sha256, beside, hash)
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)]
    } else hash = nodeHash(sha256, hash, beside)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameBytes(hash, root)
}

export interface ConsistencyClaim {
  readonly old: { readonly size: number; readonly root: Uint8Array }
  readonly size: number
  readonly root: Uint8Array
  readonly path: readonly Uint8Array[]
}
export function holdsConsistency(sha256: Sha256, { old, size, root, path }: ConsistencyClaim): boolean {
  if (!isCount(old.size) || !isCount(size) || old.size === 0 || old.size > size) return false
  if (old.size === size) return path.length === 0 && sameBytes(old.root, root)
  if (!allHashes([old.root, root, ...path])) return false
  const [first, ...rest] = isPowerOfTwo(old.size) ? [old.root, ...path] : path
  if (!first || path.length === 0) return false
  let [at, last] = [old.size - 1, size - 1]
  while (isOdd(at)) [at, last] = [half(at), half(last)]
  let [before, after] = [first, first]
  for (const beside of rest) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      before = nodeHash(sha256, beside, before)
      after = nodeHash(sha256, beside, after)
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)]
    } else after = nodeHash(sha256, after, beside)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameBytes(before, old.root) && sameBytes(after, root)
}

// Sizes go beyond 32 bits, so no shifts.
const half = (n: number): number => Math.floor(n / 2)
const isOdd = (n: number): boolean => n % 2 === 1
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0
const allHashes = (hashes: readonly Uint8Array[]): boolean => hashes.every((hash) => hash.length === HASH_BYTES)
function isPowerOfTwo(n: number): boolean {
  let k = 1
  while (k < n) k *= 2
  return k === n
}
