/*
Ed25519 keys of this server, one per purpose, kept as files that only their owner may read, never in the database. A key's id
is the first eight bytes of the SHA-256 of its raw public key, in hex. Key objects are made once: parsing one for each
signature costs as much as the signature.
*/
import { type KeyObject, createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type KeptNote, noteIn } from './kept-note.ts'
import { type RescueKey, newRescuePem, rescueKeyOf } from './rescue-key.ts'

/**
 * `log` signs entries, `certificate` signs certificates, `trust` signs the lists of keys and of revocations, `ledger` signs the heads of the public
 * ledger, `witness` those of the ledgers of others.
 */
export type KeyPurpose = 'log' | 'certificate' | 'trust' | 'ledger' | 'witness'

export interface Signer {
  readonly keyId: string
  /** Raw, 32 bytes. */
  readonly publicKey: Uint8Array
  /** 64 bytes. About 0.05–0.1 ms. */
  readonly sign: (message: Uint8Array) => Uint8Array
}

export interface KeyRing {
  readonly signer: (purpose: KeyPurpose) => Signer
  /** What telephones seal their keys to. */
  readonly rescue: () => RescueKey
  /** The key that will sign certificates after the next change: made once, the same until it takes its place. */
  readonly waiting: () => Pick<Signer, 'keyId' | 'publicKey'>
  /** The waiting key takes the place of the one before, whose private half is gone then; nothing when it is not this key (hexadecimal). */
  readonly promote: (publicKey: string) => void
  /** A text that must outlive the database, kept beside the keys: a database that was put back from an older copy cannot change it. */
  readonly note: (name: string) => KeptNote
  /** 32 bytes under which keys of sealed records are kept in the database: the database alone opens none of them. */
  readonly records: () => Uint8Array
}

/** Opens the keys in `folder`, making those that are missing; a crash while making one leaves only a temporary file. */
export function openKeyRing(folder: string): KeyRing {
  const opened = new Map<KeyPurpose, Signer>()
  let rescue: RescueKey | undefined
  let records: Uint8Array | undefined
  return {
    rescue: () => (rescue ??= rescueKeyOf(pemIn(folder, 'rescue', newRescuePem), keyIdOf)),
    note: (name) => noteIn(folder, name),
    records: () => (records ??= Buffer.from(pemIn(folder, 'records', newRecordsKey), 'base64url')),
    signer: (purpose) => {
      if (purpose === 'certificate') return newest(folder, opened)
      const known = opened.get(purpose)
      if (known) return known
      const made = signerOf(privateKeyIn(folder, purpose))
      opened.set(purpose, made)
      return made
    },
    waiting: () => signerOf(createPrivateKey(pemIn(folder, NEXT, newSigningPem))),
    promote: (publicKey) => {
      const next = join(folder, `${NEXT}.pem`)
      if (!existsSync(next)) return
      const waits = signerOf(createPrivateKey(readFileSync(next, 'utf8')))
      if (Buffer.from(waits.publicKey).toString('hex') === publicKey) renameSync(next, join(folder, 'certificate.pem'))
    },
  }
}

const NEXT = 'certificate-next'
const stamps = new WeakMap<Signer, string>()
/** A command may have changed the key of certificates while this server runs, so its file is looked at each time. */
function newest(folder: string, opened: Map<KeyPurpose, Signer>): Signer {
  const pem = pemIn(folder, 'certificate', newSigningPem)
  const known = opened.get('certificate')
  if (known && stamps.get(known) === pem) return known
  const made = signerOf(createPrivateKey(pem))
  stamps.set(made, pem)
  opened.set('certificate', made)
  return made
}

/** Keys that live only as long as the process: for tests and dry runs. */
export function passingKeyRing(): KeyRing {
  const opened = new Map<KeyPurpose, Signer>()
  const made: { next?: Signer } = {}
  const waiting = (): Signer => (made.next ??= signerOf(generateKeyPairSync('ed25519').privateKey))
  const notes = new Map<string, string>()
  let rescue: RescueKey | undefined
  return {
    rescue: () => (rescue ??= rescueKeyOf(newRescuePem(), keyIdOf)),
    // One and the same, so that a copy of a database that another process played can be read.
    records: () => createHash('sha256').update('passing records key').digest(),
    note: (name) => ({ read: () => notes.get(name) ?? null, write: (text) => void notes.set(name, text) }),
    signer: (purpose) => {
      const known = opened.get(purpose) ?? signerOf(generateKeyPairSync('ed25519').privateKey)
      opened.set(purpose, known)
      return known
    },
    waiting,
    promote: (publicKey) => {
      if (Buffer.from(waiting().publicKey).toString('hex') !== publicKey) return
      opened.set('certificate', waiting())
      delete made.next
    },
  }
}

export const keyIdOf = (publicKey: Uint8Array): string => createHash('sha256').update(publicKey).digest().subarray(0, 8).toString('hex')

const publicKeys = new Map<string, KeyObject>()
/** Checks a signature by a raw public key of 32 bytes; anything malformed is simply not valid. About 0.1 ms. */
export function verifySignature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const name = Buffer.from(publicKey).toString('base64url')
  const key = publicKeys.get(name) ?? createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: name }, format: 'jwk' })
  if (publicKeys.size < 10_000) publicKeys.set(name, key)
  return verify(null, message, key, signature)
}

const newRecordsKey = (): string => randomBytes(32).toString('base64url')
const newSigningPem = (): string => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const privateKeyIn = (folder: string, purpose: KeyPurpose): KeyObject => createPrivateKey(pemIn(folder, purpose, newSigningPem))

function pemIn(folder: string, name: string, make: () => string): string {
  const file = join(folder, `${name}.pem`)
  if (!existsSync(file)) writeOnce(file, make())
  return readFileSync(file, 'utf8')
}

/** Puts a secret file in place whole or not at all; of several processes the first wins, and all read its file afterwards. */
export function writeOnce(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const waiting = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(waiting, content, { mode: 0o600, flush: true })
  try {
    // A link, unlike a rename, fails when the name is taken: nothing that somebody already holds in memory is replaced.
    linkSync(waiting, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(waiting, { force: true })
  }
}

function signerOf(privateKey: KeyObject): Signer {
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' })
  const publicKey = Buffer.from(jwk.x ?? '', 'base64url')
  return { keyId: keyIdOf(publicKey), publicKey, sign: (message) => sign(null, message, privateKey) }
}
