/*
UUIDv7 (RFC 9562): 48 bits of milliseconds, then 74 bits. The sender makes the id, so a repeat is the same id; time first
keeps the index of the log compact. The bits come from the caller: random for a new thing, a hash for a thing that an
import must recognise again.
*/
export function uuidV7(milliseconds: number, bits: Uint8Array): string {
  if (bits.length < 10) throw new Error('an id needs ten bytes')
  const bytes = new Uint8Array(16)
  let left = Math.max(0, Math.floor(milliseconds))
  for (let at = 5; at >= 0; at--) {
    bytes[at] = left % 256
    left = Math.floor(left / 256)
  }
  bytes.set(bits.subarray(0, 10), 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Milliseconds since 1970 that a UUIDv7 carries in front. */
export const uuidTime = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
