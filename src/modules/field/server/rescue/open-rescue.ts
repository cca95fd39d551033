/*
Opens a rescue file on the server: the data key with the rescue key of this server, the rows a few at a time, because a file may hold a day's
photographs and a server has other things to do with its memory.
*/
import { createDecipheriv, hkdfSync } from 'node:crypto'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, parse } from '../../../../kernel/schema.ts'
import type { RescueKey } from '../../../../platform/keys/rescue-key.ts'
import { RescueHeader } from '../../contract.ts'
import { type OpenRow, type RescueCrypto, type RescueRow, openRows, readLayout } from '../../domain/rescue-file.ts'

const TAG_BYTES = 16
const IV_BYTES = 12
const AT_ONCE = 20

const nodeCrypto: RescueCrypto = {
  hkdf: (secret, salt, info) => Promise.resolve(new Uint8Array(hkdfSync('sha256', secret, salt, info, 32))),
  open: (key, sealed, bound) => Promise.resolve(opened(key, sealed, bound)),
  utf8: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'),
}

function opened(key: Uint8Array, sealed: Uint8Array, bound: string): Uint8Array<ArrayBuffer> | null {
  if (sealed.length < IV_BYTES + TAG_BYTES) return null
  const end = sealed.length - TAG_BYTES
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(bound, 'utf8'))
  cipher.setAuthTag(sealed.subarray(end))
  try {
    const text = new Uint8Array(end - IV_BYTES)
    text.set(cipher.update(sealed.subarray(IV_BYTES, end)))
    cipher.final()
    return text
  } catch {
    return null
  }
}

type Header = Infer<typeof RescueHeader>
export interface OpenRescue {
  readonly header: Header
  readonly rows: readonly RescueRow[]
  /** Rows that the header promises and the file does not hold. */
  readonly lost: number
}

/** Before anything of it is opened: whose it is. */
export function readRescue(file: Uint8Array<ArrayBuffer>): Outcome<OpenRescue> {
  const layout = readLayout(file)
  const header = parse(RescueHeader, layout?.header)
  if (!layout || !header.ok) return refused('rescue-not-understood')
  return accepted({ header: header.value, rows: layout.rows, lost: Math.max(0, header.value.rows - layout.rows.length) })
}

type SealedKey = Header['forServer']
export function dataKeyOf(key: RescueKey, device: string, sealed: SealedKey): Uint8Array<ArrayBuffer> | null {
  const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64')
  const found = key.open(device, {
    key: sealed.key,
    ephemeral: bytes(sealed.ephemeral),
    iv: bytes(sealed.iv),
    sealed: bytes(sealed.sealed),
  })
  return found ? new Uint8Array(found) : null
}

export interface OpenPart {
  readonly rows: readonly OpenRow[]
  readonly unreadable: number
}
export async function* openInParts(rows: readonly RescueRow[], dataKey: Uint8Array<ArrayBuffer>): AsyncGenerator<OpenPart> {
  for (let at = 0; at < rows.length; at += AT_ONCE) yield openRows(rows.slice(at, at + AT_ONCE), dataKey, nodeCrypto)
}
