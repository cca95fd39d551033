/*
The cryptography that verification needs, in a browser: WebCrypto where it knows Ed25519, else the audited @noble/curves,
loaded only then (old Android browsers). Both refuse a signature that is not in its one canonical form.
*/
import type { VerifyCrypto } from '../domain/signed-document.ts'

export const browserCrypto: VerifyCrypto = {
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))),
  verify: async (publicKey, message, signature) => {
    if (publicKey.length !== 32 || signature.length !== 64) return false
    const key = await importKey(publicKey)
    if (key !== null) return crypto.subtle.verify('Ed25519', key, Uint8Array.from(signature), Uint8Array.from(message))
    const { ed25519 } = await import('@noble/curves/ed25519.js')
    try {
      return ed25519.verify(signature, message, publicKey, { zip215: false })
    } catch {
      return false
    }
  },
}

/** `null` where the browser does not know Ed25519. */
async function importKey(publicKey: Uint8Array): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey('raw', Uint8Array.from(publicKey), 'Ed25519', false, ['verify'])
  } catch {
    return null
  }
}
