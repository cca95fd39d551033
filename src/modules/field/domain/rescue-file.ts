/*
The file that carries a broken telephone's work: a line of JSON, then the sealed rows as they lay on the phone. Telephone and server read it by
these same functions; the cryptography is lent by whoever reads (docs/spec/rescue-file.md has every byte).
A file may be cut short or damaged anywhere: what comes before the damage is still read, and what cannot be opened is counted, never guessed.
It refuses to know what is in a row.
*/

export interface RescueRow {
  /** Tag of the holder on the phone, chance of 16 bytes in hex: it names nobody. */
  readonly holder: string
  readonly box: string
  /** HMAC of the key, hex. */
  readonly id: string
  /** The sealed key: iv of 12 bytes, then ciphertext with its tag. */
  readonly name: Uint8Array<ArrayBuffer>
  /** The sealed value, likewise. */
  readonly body: Uint8Array<ArrayBuffer>
}
export interface OpenRow {
  readonly box: string
  readonly key: string
  /** Plain JSON; absent for a row of bytes. */
  readonly value?: unknown
  readonly bytes?: Uint8Array<ArrayBuffer>
}

/** What the reader's machine lends. Keys are raw AES-256 keys. */
export interface RescueCrypto {
  /** HKDF-SHA-256 to 32 bytes. */
  readonly hkdf: (secret: Uint8Array<ArrayBuffer>, salt: Uint8Array<ArrayBuffer>, info: string) => Promise<Uint8Array<ArrayBuffer>>
  /** AES-256-GCM of `iv‖ciphertext‖tag`; null when key, text or additional data are not those that were sealed. */
  readonly open: (key: Uint8Array<ArrayBuffer>, sealed: Uint8Array<ArrayBuffer>, bound: string) => Promise<Uint8Array<ArrayBuffer> | null>
  readonly utf8: (bytes: Uint8Array<ArrayBuffer>) => string
}

export const RESCUE_FORMAT = 'chanzo-rescue-1'
/** HKDF info strings. `salt` is empty for `rows` and `ids`. */
export const derivedFor = {
  rows: 'chanzo-rows-v1',
  ids: 'chanzo-row-ids-v1',
  profile: 'chanzo-profile-v1',
  server: 'chanzo-rescue-server-v1',
  code: 'chanzo-rescue-code-v1',
} as const
/** Additional data: what a ciphertext is bound to, so that it opens only where it was put. */
export const boundTo = {
  name: (row: Pick<RescueRow, 'holder' | 'box' | 'id'>) => `chanzo-row-name-v1\n${row.holder}\n${row.box}\n${row.id}`,
  body: (row: Pick<RescueRow, 'holder' | 'box' | 'id'>) => `chanzo-row-v1\n${row.holder}\n${row.box}\n${row.id}`,
  server: (device: string, key: string) => `chanzo-rescue-server-v1\n${device}\n${key}`,
  code: (device: string) => `chanzo-rescue-code-v1\n${device}`,
  profile: (holder: string) => `chanzo-profile-v1\n${holder}`,
} as const
/** First byte of an opened body. */
export const JSON_BODY = 0
export const BYTES_BODY = 1

/** The line that opens the file; all of it is ASCII. */
export const headLine = (header: unknown): Uint8Array<ArrayBuffer> => fromAscii(`${JSON.stringify(header)}\n`)

/** A row of the file: length and text of its head, length and bytes of its body. The body comes apart, because it may be a photograph. */
export function rowParts(row: RescueRow): readonly Uint8Array<ArrayBuffer>[] {
  const head = fromAscii(JSON.stringify({ holder: row.holder, box: row.box, id: row.id, name: toHex(row.name) }))
  return [fourBytes(head.length), head, fourBytes(row.body.length), row.body]
}

export interface RescueFile {
  /** JSON as it stood in the first line; the reader checks it by the contract. */
  readonly header: unknown
  readonly rows: readonly RescueRow[]
  /** The bytes end, or make no sense, after the rows that were read. */
  readonly isCut: boolean
}
/** Null when it does not begin like a rescue file. */
export function readLayout(file: Uint8Array<ArrayBuffer>): RescueFile | null {
  const end = file.subarray(0, MOST_HEAD).indexOf(10)
  if (end < 0) return null
  const header = parsed(toAscii(file.subarray(0, end)))
  if (!isRecord(header) || header['format'] !== RESCUE_FORMAT) return null
  const rows: RescueRow[] = []
  let at = end + 1
  while (at < file.length) {
    const head = piece(file, at)
    const body = head === null ? null : piece(file, head.next)
    const row = head === null || body === null ? null : rowOf(head.bytes, body.bytes)
    if (row === null || body === null) return { header, rows, isCut: true }
    rows.push(row)
    at = body.next
  }
  return { header, rows, isCut: header['rows'] !== rows.length }
}

/** Opens the rows with the data key. `unreadable` counts those that were changed, swapped, or belong to another key. */
export async function openRows(
  rows: readonly RescueRow[],
  dataKey: Uint8Array<ArrayBuffer>,
  crypto: RescueCrypto,
): Promise<{ readonly rows: readonly OpenRow[]; readonly unreadable: number }> {
  const key = await crypto.hkdf(dataKey, new Uint8Array(0), derivedFor.rows)
  const opened: OpenRow[] = []
  for (const row of rows) {
    const name = await crypto.open(key, row.name, boundTo.name(row))
    const body = name === null ? null : await crypto.open(key, row.body, boundTo.body(row))
    const value = name === null || body === null ? null : openRow({ box: row.box, key: crypto.utf8(name) }, body, crypto.utf8)
    if (value !== null) opened.push(value)
  }
  return { rows: opened, unreadable: rows.length - opened.length }
}

/** What an opened body says; null when it is of no known kind. */
export function openRow(
  row: { readonly box: string; readonly key: string },
  body: Uint8Array<ArrayBuffer>,
  utf8: RescueCrypto['utf8'],
): OpenRow | null {
  if (body[0] === BYTES_BODY) return { ...row, bytes: body.slice(1) }
  if (body[0] !== JSON_BODY) return null
  const value = parsed(utf8(body.slice(1)))
  return value === undefined ? null : { ...row, value }
}

/** The data key as it was sealed to the server; the shared secret comes from ECDH of the server's rescue key with `ephemeral`. */
export async function openForServer(
  sealed: {
    readonly device: string
    readonly key: string
    readonly ephemeral: Uint8Array<ArrayBuffer>
    readonly secret: Uint8Array<ArrayBuffer>
    readonly sealed: Uint8Array<ArrayBuffer>
  },
  crypto: RescueCrypto,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = await crypto.hkdf(sealed.secret, sealed.ephemeral, derivedFor.server)
  return crypto.open(key, sealed.sealed, boundTo.server(sealed.device, sealed.key))
}

const MOST_HEAD = 16_384
const fourBytes = (length: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array([(length >>> 24) & 255, (length >>> 16) & 255, (length >>> 8) & 255, length & 255])

function piece(file: Uint8Array<ArrayBuffer>, at: number): { readonly bytes: Uint8Array<ArrayBuffer>; readonly next: number } | null {
  const [a, b, c, d] = file.subarray(at, at + 4)
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null
  const next = at + 4 + a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d
  return next > file.length ? null : { bytes: file.subarray(at + 4, next), next }
}

function rowOf(head: Uint8Array<ArrayBuffer>, body: Uint8Array<ArrayBuffer>): RescueRow | null {
  if (head.length > MOST_HEAD) return null
  const read = parsed(toAscii(head))
  if (!isRecord(read)) return null
  const { holder, box, id, name } = read
  if (typeof holder !== 'string' || typeof box !== 'string' || typeof id !== 'string' || typeof name !== 'string') return null
  const sealedName = fromHex(name)
  return sealedName === null ? null : { holder, box, id, name: sealedName, body }
}

const isRecord = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null
/** `undefined` when it is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function fromAscii(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 127) throw new Error('the head of a rescue file is plain ASCII')
    bytes[at] = code
  }
  return bytes
}
const toAscii = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
export function fromHex(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return null
  const bytes = new Uint8Array(text.length / 2)
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(text.slice(at * 2, at * 2 + 2), 16)
  return bytes
}
