/*
How an event about a person lies in the log: sealed under the key of its own record, with the record and its place in it as what may not be moved.
The key lies beside the log, itself sealed under a secret that is not in the database. Destroying the key ends the record and leaves the chain as
it is. Texts are padded to steps of 256 bytes, so that lengths tell little.
*/
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const STEP_BYTES = 256

function seal(key: Uint8Array, text: Uint8Array, bound: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(bound, 'utf8'))
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()])
}
function open(key: Uint8Array, sealed: Uint8Array, bound: string): Uint8Array | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
    decipher.setAAD(Buffer.from(bound, 'utf8'))
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
}

/** JSON within JSON's own white space: what is added is spaces. */
function padded(value: unknown): Uint8Array {
  const text = Buffer.from(JSON.stringify(value), 'utf8')
  return Buffer.concat([text, Buffer.alloc((STEP_BYTES - (text.length % STEP_BYTES)) % STEP_BYTES, ' ')])
}
/** Base64. Cost: about 5 µs and the length of the text. */
export const sealEvent = (key: Uint8Array, subject: string, inner: unknown): string =>
  Buffer.from(seal(key, padded(inner), `chanzo-record-v1\n${subject}`)).toString('base64')
/** `null`: not this key, not this record, or changed. */
export function openEvent(key: Uint8Array, subject: string, box: string): unknown {
  const opened = open(key, Buffer.from(box, 'base64'), `chanzo-record-v1\n${subject}`)
  return opened === null ? null : JSON.parse(Buffer.from(opened).toString('utf8'))
}

/** Keeps keys of records under the server's secret; `subject` binds each to its record. */
export interface RecordKeys {
  readonly make: () => Uint8Array
  readonly wrap: (key: Uint8Array, subject: string) => Uint8Array
  /** Throws: a key that cannot be opened is damage, or another server's secret. */
  readonly unwrap: (wrapped: Uint8Array, subject: string) => Uint8Array
}
export function recordKeysUnder(secret: Uint8Array): RecordKeys {
  const wrapping = Buffer.from(hkdfSync('sha256', secret, 'chanzo', 'chanzo-record-keys-v1', 32))
  return {
    make: () => randomBytes(32),
    wrap: (key, subject) => seal(wrapping, key, `chanzo-record-key-v1\n${subject}`),
    unwrap: (wrapped, subject) => {
      const key = open(wrapping, wrapped, `chanzo-record-key-v1\n${subject}`)
      if (key === null) throw new Error('the key of a record does not open: is keys/records.pem the one of this database?')
      return key
    },
  }
}
