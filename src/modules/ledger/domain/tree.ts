/*
The Merkle tree of RFC 6962 and RFC 9162: a leaf is hashed behind 0x00, two hashes behind 0x01. A proof is a list of ranges of leaves, and a
range is a row of whole subtrees; where their hashes come from (rows, tiles, files) is not known here.
*/
import { joined } from './bytes.ts'
import type { Sha256 } from './sha256.ts'

export const HASH_BYTES = 32

export const leafHash = (sha256: Sha256, entry: Uint8Array): Uint8Array => sha256(joined(Uint8Array.of(0), entry))
export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(1 + 2 * HASH_BYTES)
  both[0] = 1
  both.set(left, 1)
  both.set(right, 1 + HASH_BYTES)
  return sha256(both)
}
export const emptyRoot = (sha256: Sha256): Uint8Array => sha256(new Uint8Array(0))

/** Leaves `from` up to and without `to`. */
export interface Range {
  readonly from: number
  readonly to: number
}
/** A whole subtree: 2^height leaves, the index-th of that size. */
export interface TreeNode {
  readonly height: number
  readonly index: number
}

/** Largest power of two below `n`, for `n` of two or more. */
function splitOf(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** The leaf's neighbours from the bottom up. */
export function inclusionRanges(index: number, { from, to }: Range): readonly Range[] {
  if (to - from <= 1) return []
  const middle = from + splitOf(to - from)
  return index < middle
    ? [...inclusionRanges(index, { from, to: middle }), { from: middle, to }]
    : [...inclusionRanges(index, { from: middle, to }), { from, to: middle }]
}

/** What shows that the tree of `old` leaves is the beginning of that of `size` leaves; `old` of at least 1. */
export const consistencyRanges = (old: number, size: number): readonly Range[] => sinceOld(old, { from: 0, to: size }, true)
function sinceOld(old: number, { from, to }: Range, isWhole: boolean): readonly Range[] {
  if (old === to) return isWhole ? [] : [{ from, to }]
  const middle = from + splitOf(to - from)
  return old <= middle
    ? [...sinceOld(old, { from, to: middle }, isWhole), { from: middle, to }]
    : [...sinceOld(old, { from: middle, to }, false), { from, to: middle }]
}

/** The whole subtrees that make up a range of a tree, from the left. */
export function nodesOf({ from, to }: Range): readonly TreeNode[] {
  const nodes: TreeNode[] = []
  for (let at = from; at < to;) {
    let [height, width] = [0, 1]
    while (at % (width * 2) === 0 && at + width * 2 <= to) {
      height += 1
      width *= 2
    }
    nodes.push({ height, index: at / width })
    at += width
  }
  return nodes
}

/** Hash of a row of subtrees, given from the left. */
export const foldNodes = (sha256: Sha256, hashes: readonly Uint8Array[]): Uint8Array =>
  hashes.length === 0 ? emptyRoot(sha256) : hashes.reduceRight((right, left) => nodeHash(sha256, left, right))

/** Root over the hashes of leaves; each level is made once. */
export function rootOf(sha256: Sha256, leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return emptyRoot(sha256)
  let level = leaves
  while (level.length > 1) {
    const above: Uint8Array[] = []
    let left: Uint8Array | null = null
    for (const hash of level) {
      if (left === null) left = hash
      else {
        above.push(nodeHash(sha256, left, hash))
        left = null
      }
    }
    if (left !== null) above.push(left)
    level = above
  }
  return level[0] ?? emptyRoot(sha256)
}
