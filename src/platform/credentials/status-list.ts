/*
Bitstring status lists: one bit (or a few) for each credential of an issuer, so that asking for one does not tell which. Index 0 is the left-most
bit. Lists that we write have whole blocks of 131,072 entries, so that a short list betrays nobody; what we read may not be shorter either.
Compression by the gzip that browsers and Node both have.
*/
import { timeFault } from './credential-rules.ts'
import { fromBase64url, toBase64url } from './encodings.ts'
import { type JsonObject, isObject, listed } from './json.ts'

/** Entries of one list of ours, and the least number of bits of anybody's. */
export const LIST_ENTRIES = 131_072
/** A list that unpacks to more than this is an attack, not a list: eight million entries. */
const MOST_BYTES = 8 * 1024 * 1024

/** The encoded list with these indexes set: `u`, base64url of gzip. */
export async function encodeStatusList(indexes: Iterable<number>): Promise<string> {
  const bits = new Uint8Array(LIST_ENTRIES / 8)
  for (const index of indexes) {
    if (!Number.isInteger(index) || index < 0 || index >= LIST_ENTRIES) throw new Error('an index outside the list')
    const at = index >> 3
    bits[at] = (bits[at] ?? 0) | (0x80 >> (index & 7))
  }
  const packed = new Response(new Blob([bits]).stream().pipeThrough(new CompressionStream('gzip')))
  return `u${toBase64url(new Uint8Array(await packed.arrayBuffer()))}`
}

export async function decodeStatusList(encoded: string): Promise<Uint8Array> {
  const packed = encoded.startsWith('u') ? fromBase64url(encoded.slice(1)) : null
  if (packed === null) throw new Error('not a list in base64url with its prefix u')
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))) {
    length += part.length
    if (length > MOST_BYTES) throw new Error('the list is too long')
    parts.push(part)
  }
  const bits = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bits.set(part, at)
    at += part.length
  }
  return bits
}

export interface StatusOf {
  readonly status: number
  readonly valid: boolean
  readonly message?: string
}
/** The status of an entry in a list credential that the caller has already verified; throws a sentence for what does not fit together. */
export async function bitstringStatus(list: unknown, entry: unknown, now?: string): Promise<StatusOf> {
  if (!isObject(list) || !isObject(entry)) throw new Error('not a list or not an entry')
  if (!listed(list['type']).includes('BitstringStatusListCredential')) throw new Error('not a status list credential')
  if (!listed(entry['type']).includes('BitstringStatusListEntry')) throw new Error('not an entry of a status list')
  const subject = list['credentialSubject']
  if (!isObject(subject) || !listed(subject['type']).includes('BitstringStatusList')) throw new Error('not a status list')
  const { statusPurpose: purpose, statusListCredential: address } = entry
  if (typeof purpose !== 'string' || !listed(subject['statusPurpose']).includes(purpose)) throw new Error('the list has another purpose')
  if (typeof address === 'string' && typeof list['id'] === 'string' && address !== list['id'])
    throw new Error('the entry names another list')
  const late = now === undefined ? null : timeFault(list, now)
  if (late !== null) throw new Error(`the list is ${late}`)
  const size = sizeOf(entry['statusSize'] ?? subject['statusSize'])
  const index = indexOf(entry['statusListIndex'])
  const encoded = subject['encodedList']
  if (typeof encoded !== 'string') throw new Error('the list is missing')
  const bits = await decodeStatusList(encoded)
  if (bits.length * 8 < LIST_ENTRIES) throw new Error('the list is shorter than the standard allows')
  if ((index + 1) * size > bits.length * 8) throw new Error('the index lies outside the list')
  let status = 0
  for (let bit = index * size; bit < (index + 1) * size; bit += 1) status = status * 2 + (((bits[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1)
  const message = messageOf(entry, status)
  return { status, valid: status === 0, ...(message === null ? {} : { message }) }
}

function sizeOf(given: unknown): number {
  const size = given ?? 1
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > 32)
    throw new Error('the size of a status is not a small number')
  return size
}
/** The standard writes text, samples of UNTP a number; both are taken. */
function indexOf(given: unknown): number {
  const index = typeof given === 'number' ? given : typeof given === 'string' && /^\d{1,12}$/.test(given) ? Number(given) : Number.NaN
  if (!Number.isSafeInteger(index) || index < 0) throw new Error('the index is no number')
  return index
}
function messageOf({ statusMessage }: JsonObject, status: number): string | null {
  const written = `0x${status.toString(16)}`
  const found = listed(statusMessage)
    .filter(isObject)
    .find((one) => String(one['status']).toLowerCase() === written)
  return typeof found?.['message'] === 'string' ? found['message'] : null
}
