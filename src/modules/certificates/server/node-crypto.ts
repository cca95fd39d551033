/* The cryptography that verification needs, by node:crypto: for the server and the command line. */
import { createHash, createPublicKey, verify } from 'node:crypto'
import type { VerifyCrypto } from '../domain/signed-document.ts'

const ed25519 = Buffer.from('302a300506032b6570032100', 'hex')

export const nodeCrypto: VerifyCrypto = {
  sha256: async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
  verify: async (publicKey, message, signature) => {
    if (publicKey.length !== 32) return false
    try {
      const key = createPublicKey({ key: Buffer.concat([ed25519, publicKey]), format: 'der', type: 'spki' })
      return verify(null, message, key, signature)
    } catch {
      return false
    }
  },
}
