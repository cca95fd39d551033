/* Lots and draws as they come, before they have an order: columns that grow. */
import { type Amounts, GraphFault, NONE } from './graph.ts'
import { roomFor } from './layout.ts'

const u32 = (size: number) => new Uint32Array(size)
export type Words = Uint32Array<ArrayBuffer>
/** Amounts have four bytes each until one comes that needs eight. */
export function wideEnough(column: Amounts, amount: number): Amounts {
  if (!(amount >= 0) || amount > Number.MAX_SAFE_INTEGER) throw new GraphFault('amount-too-large')
  return amount > NONE && column instanceof Uint32Array ? Float64Array.from(column) : column
}
export const narrow = (size: number): Amounts => u32(size)
export const moreAmounts = (column: Amounts, needed: number): Amounts =>
  column instanceof Float64Array ? roomFor(column, needed) : roomFor(column, needed)

export function rawLots(size: number) {
  return {
    count: 0,
    ids: u32(4 * size + 4),
    mass: narrow(size + 1),
    least: narrow(size + 1),
    produced: new Uint16Array(size + 1),
    formed: new Uint16Array(size + 1),
    site: u32(size + 1),
    holder: u32(size + 1),
    code: new Uint8Array(size + 1),
    flags: new Uint16Array(size + 1),
    position: new Float64Array(size + 1),
  }
}
export type RawLots = ReturnType<typeof rawLots>
export interface Links {
  readonly count: number
  readonly into: Uint32Array<ArrayBuffer>
  readonly from: Uint32Array<ArrayBuffer>
  readonly drawn: Amounts
}
