/* Small tools for arrays of numbers: more room, and an order by a whole number without comparing. */

type Column = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>

/** The same content in an array with room for at least `needed`, and some more. */
export function roomFor(column: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer>
export function roomFor(column: Uint16Array<ArrayBuffer>, needed: number): Uint16Array<ArrayBuffer>
export function roomFor(column: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer>
export function roomFor(column: Float64Array<ArrayBuffer>, needed: number): Float64Array<ArrayBuffer>
export function roomFor(column: Column, needed: number): Column {
  if (needed <= column.length) return column
  const length = Math.max(needed, Math.ceil(column.length * 1.25), 1024)
  const wider =
    column instanceof Uint8Array
      ? new Uint8Array(length)
      : column instanceof Uint16Array
        ? new Uint16Array(length)
        : column instanceof Uint32Array
          ? new Uint32Array(length)
          : new Float64Array(length)
  wider.set(column)
  return wider
}

/** 0 … count-1 in the order of their keys (whole numbers below 2³²), equal keys in their own order: two counting passes. */
export function orderedRadix(count: number, keyOf: (n: number) => number): Uint32Array<ArrayBuffer> {
  const keys = new Uint32Array(count)
  for (let n = 0; n < count; n++) keys[n] = keyOf(n)
  let order = new Uint32Array(count)
  let next = new Uint32Array(count)
  for (let n = 0; n < count; n++) order[n] = n
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(65_537)
    for (let n = 0; n < count; n++) {
      const bucket = (((keys[n] ?? 0) >>> shift) & 65_535) + 1
      starts[bucket] = (starts[bucket] ?? 0) + 1
    }
    for (let bucket = 0; bucket < 65_536; bucket++) starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0)
    for (let n = 0; n < count; n++) {
      const one = order[n] ?? 0
      const bucket = ((keys[one] ?? 0) >>> shift) & 65_535
      next[starts[bucket] ?? 0] = one
      starts[bucket] = (starts[bucket] ?? 0) + 1
    }
    ;[order, next] = [next, order]
  }
  return order
}
