/*
Signed notes (C2SP signed-note) and cosignatures (C2SP tlog-cosignature): a text, an empty line, and one line for each signature with the name of
its key. Ed25519 is handed in. A signature of a known key that does not hold spoils the whole note; unknown keys are passed over.
*/
import { fromBase64, fromHex, joined, sameBytes, toBase64, toHex, utf8 } from './bytes.ts'
import type { Sha256 } from './sha256.ts'

export interface NoteCrypto {
  readonly sha256: Sha256
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean
}

/** 1: signs the text of a note; 4: a witness, signs the text with the time. */
export type NoteKeyType = 1 | 4
export interface NoteKey {
  readonly name: string
  readonly type: NoteKeyType
  readonly publicKey: Uint8Array
  /** First four bytes of SHA-256 of name, line feed, type and key. */
  readonly id: Uint8Array
}
export interface NoteSignature {
  readonly name: string
  readonly id: Uint8Array
  readonly signature: Uint8Array
  /** The line as it stood, without its end. */
  readonly line: string
}
export interface Note {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

const MOST_SIGNATURES = 100
const NAME = /^[^\s+\p{C}]+$/u

export function noteKey(sha256: Sha256, { name, type, publicKey }: Omit<NoteKey, 'id'>): NoteKey {
  return { name, type, publicKey, id: sha256(joined(utf8(`${name}\n`), Uint8Array.of(type), publicKey)).slice(0, 4) }
}
/** `name+id+key`, as it is handed to those who shall believe it. */
export const keyText = ({ name, type, publicKey, id }: NoteKey): string =>
  `${name}+${toHex(id)}+${toBase64(joined(Uint8Array.of(type), publicKey))}`
/** `null` also when the id in it is not that of the key. */
export function readKey(sha256: Sha256, text: string): NoteKey | null {
  const found = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim())
  const [, name = '', id = '', key = ''] = found ?? []
  const [bytes, idBytes] = [fromBase64(key), fromHex(id)]
  const type = bytes?.[0]
  if (!found || !bytes || !idBytes || bytes.length !== 33 || (type !== 1 && type !== 4) || !NAME.test(name)) return null
  const made = noteKey(sha256, { name, type, publicKey: bytes.slice(1) })
  return sameBytes(made.id, idBytes) ? made : null
}

/** `null` for anything that is not exactly a note. */
export function readNote(note: string): Note | null {
  const split = note.lastIndexOf('\n\n')
  // eslint-disable-next-line no-control-regex
  if (split < 0 || !note.endsWith('\n') || /[\u0000-\u0009\u000b-\u001f]/.test(note)) return null
  const lines = note.slice(split + 2, -1).split('\n')
  const signatures: NoteSignature[] = []
  for (const line of lines) {
    const found = /^— (\S+) (\S+)$/.exec(line)
    const bytes = fromBase64(found?.[2] ?? '')
    const name = found?.[1] ?? ''
    if (!found || !bytes || bytes.length < 5 || !NAME.test(name)) return null
    signatures.push({ name, id: bytes.slice(0, 4), signature: bytes.slice(4), line })
  }
  if (signatures.length > MOST_SIGNATURES) return null
  return { text: note.slice(0, split + 1), signatures }
}

export interface Believed {
  readonly key: NoteKey
  readonly line: string
  /** Seconds since 1970, of a cosignature. */
  readonly time: number | null
}
/** Who of the known keys signed it; `null` when it is no note or a known key's signature does not hold. */
export function signersOf(note: string, keys: readonly NoteKey[], crypto: NoteCrypto): readonly Believed[] | null {
  const read = readNote(note)
  if (!read) return null
  const believed: Believed[] = []
  for (const { name, id, signature, line } of read.signatures) {
    const key = keys.find((one) => one.name === name && sameBytes(one.id, id))
    if (!key || believed.some((one) => one.key === key)) continue
    const time = key.type === 4 ? timeOf(signature) : null
    const message = key.type === 4 ? cosigned(time ?? 0, read.text) : utf8(read.text)
    const bare = key.type === 4 ? signature.slice(8) : signature
    if (bare.length !== 64 || !crypto.verify(key.publicKey, message, bare)) return null
    believed.push({ key, line, time })
  }
  return believed
}

/** What a witness signs. */
export const cosigned = (time: number, text: string): Uint8Array => utf8(`cosignature/v1\ntime ${time}\n${text}`)
/** A line of a note, without its end. */
export const signatureLine = (key: NoteKey, signature: Uint8Array): string => `— ${key.name} ${toBase64(joined(key.id, signature))}`
export function cosignatureLine(key: NoteKey, time: number, signature: Uint8Array): string {
  const stamp = new DataView(new ArrayBuffer(8))
  stamp.setBigUint64(0, BigInt(time))
  return signatureLine(key, joined(new Uint8Array(stamp.buffer), signature))
}
export const noteOf = (text: string, lines: readonly string[]): string => `${text}\n${lines.map((line) => `${line}\n`).join('')}`

const timeOf = (signature: Uint8Array): number | null =>
  signature.length < 8 ? null : Number(new DataView(signature.buffer, signature.byteOffset, 8).getBigUint64(0))
