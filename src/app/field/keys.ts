/*
The few steps of cryptography on which a telephone rests, each in one place: derive, seal, open, seal to the server. All is WebCrypto.
Sealed bytes are iv (12), ciphertext, tag; what they are bound to is given as text and must be the same to open them.
*/
import { type RescueCrypto, boundTo, derivedFor } from '../../modules/field/domain/rescue-file.ts'

export type Bytes = Uint8Array<ArrayBuffer>

export const chance = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const encoder = new TextEncoder()
export const fromUtf8 = (text: string): Bytes => new Uint8Array(encoder.encode(text))
/** Malformed bytes throw: they were not written by us. */
export const toUtf8 = (bytes: Bytes): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
export const toBase64 = (bytes: Bytes): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
export const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

export function joined(...parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const gcm = (iv: Bytes, bound: string): AesGcmParams => ({ name: 'AES-GCM', iv, additionalData: fromUtf8(bound), tagLength: 128 })

export async function seal(key: CryptoKey, plain: Bytes, bound: string): Promise<Bytes> {
  const iv = chance(12)
  return joined(iv, new Uint8Array(await crypto.subtle.encrypt(gcm(iv, bound), key, plain)))
}

/** Null when key, bytes or what they are bound to are not those that were sealed. */
export async function open(key: CryptoKey, sealed: Bytes, bound: string): Promise<Bytes | null> {
  if (sealed.length < 28) return null
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm(sealed.slice(0, 12), bound), key, sealed.subarray(12)))
  } catch {
    return null
  }
}

/** An AES-256-GCM key that cannot be taken out of the browser's hands. */
export const sealingKey = (raw: Bytes): Promise<CryptoKey> => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
export const newPhoneKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

export async function hkdf(secret: Bytes, salt: Bytes, info: string): Promise<Bytes> {
  const from = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: fromUtf8(info) }, from, 256))
}

export const rescueCrypto: RescueCrypto = {
  hkdf,
  open: async (key, sealed, bound) => open(await sealingKey(key), sealed, bound),
  utf8: toUtf8,
}

/** The keys of an open holder; none can be read out again. */
export interface HolderKeys {
  readonly rows: CryptoKey
  readonly ids: CryptoKey
  readonly profile: CryptoKey
}
export async function holderKeys(dataKey: Bytes): Promise<HolderKeys> {
  const none = new Uint8Array(0)
  const ids = await hkdf(dataKey, none, derivedFor.ids)
  return {
    rows: await sealingKey(await hkdf(dataKey, none, derivedFor.rows)),
    ids: await crypto.subtle.importKey('raw', ids, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
    profile: await sealingKey(await hkdf(dataKey, none, derivedFor.profile)),
  }
}

/** The server's key to which every holder's data key is sealed: an uncompressed P-256 point in base64. */
export interface RescueKey {
  readonly id: string
  readonly publicKey: string
}
export interface ForServer {
  readonly key: string
  readonly ephemeral: string
  readonly iv: string
  readonly sealed: string
}
export async function sealForServer(dataKey: Bytes, device: string, rescueKey: RescueKey): Promise<ForServer> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const server = await crypto.subtle.importKey('raw', fromBase64(rescueKey.publicKey), curve, false, [])
  const pair = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const secret = new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: server }, pair.privateKey, 256))
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const key = await sealingKey(await hkdf(secret, ephemeral, derivedFor.server))
  const sealed = await seal(key, dataKey, boundTo.server(device, rescueKey.id))
  return {
    key: rescueKey.id,
    ephemeral: toBase64(ephemeral),
    iv: toBase64(sealed.slice(0, 12)),
    sealed: toBase64(sealed.slice(12)),
  }
}
