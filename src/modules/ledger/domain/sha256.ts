/*
SHA-256 (FIPS 180-4) written out: a proof is checked in a browser that was opened from a file or over plain HTTP, where no WebCrypto is, and
the decision code may not reach for one. The server hands in the faster one of its platform; both are held together by a test.
*/
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** First 32 bits of the fractional parts: of the square roots (`start`) and cube roots (`round`) of the first primes. */
const { start, round } = constants()

export function sha256(bytes: Uint8Array): Uint8Array {
  const blocks = padded(bytes)
  const state = Uint32Array.from(start)
  const w = new Uint32Array(64)
  const view = new DataView(blocks.buffer)
  for (let at = 0; at < blocks.length; at += 64) compress(state, w, (word) => view.getUint32(at + word * 4))
  const digest = new DataView(new ArrayBuffer(32))
  state.forEach((word, index) => digest.setUint32(index * 4, word))
  return new Uint8Array(digest.buffer)
}

function compress(state: Uint32Array, w: Uint32Array, wordAt: (word: number) => number): void {
  for (let t = 0; t < 16; t++) w[t] = wordAt(t)
  for (let t = 16; t < 64; t++) {
    const [x, y] = [w[t - 15] ?? 0, w[t - 2] ?? 0]
    w[t] = (w[t - 16] ?? 0) + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + (w[t - 7] ?? 0) + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10))
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let t = 0; t < 64; t++) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (round[t] ?? 0) + (w[t] ?? 0)) | 0
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] ?? 0) + word
}
const turn = (x: number, n: number): number => (x >>> n) | (x << (32 - n))

function padded(bytes: Uint8Array): Uint8Array {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  blocks.set(bytes)
  blocks[bytes.length] = 0x80
  const view = new DataView(blocks.buffer)
  view.setUint32(blocks.length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(blocks.length - 4, (bytes.length * 8) >>> 0)
  return blocks
}

function constants(): { readonly start: Uint32Array; readonly round: Uint32Array } {
  const primes: number[] = []
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  return {
    start: Uint32Array.from(primes.slice(0, 8), (prime) => Number(rootBits(BigInt(prime), 2n))),
    round: Uint32Array.from(primes, (prime) => Number(rootBits(BigInt(prime), 3n))),
  }
}
/** The 32 bits behind the point of the k-th root of n: exact, by whole numbers. */
function rootBits(n: bigint, k: bigint): bigint {
  const target = n << (32n * k)
  let low = 0n
  for (let bit = 1n << 40n; bit > 0n; bit >>= 1n) if ((low + bit) ** k <= target) low += bit
  return low & 0xffffffffn
}
