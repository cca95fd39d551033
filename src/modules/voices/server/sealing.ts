/*
Keys of the grievance desk, all from the server's secret, which is not in the database: what people said is sealed with AES-256-GCM, codes and
senders are kept as keyed hashes only. A copy of the database alone tells nothing. With another secret the texts stay shut and the codes are
not recognised; the guide for operators says to keep it.
*/
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { codeFrom } from '../domain/receipt-code.ts'

export interface Sealing {
  readonly seal: (text: string) => Buffer
  /** Null where it was sealed with another secret, or changed. */
  readonly open: (sealed: Uint8Array) => string | null
  /** `purpose` keeps hashes of the same words for different uses apart. */
  readonly hash: (purpose: string, text: string) => string
  readonly newCode: () => string
}

export function sealingWith(secret: string): Sealing {
  const key = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'chanzo-voices', purpose, 32))
  const [sealKey, hashKey] = [key('seal'), key('hash')]
  return {
    seal: (text) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce)
      // Filled up to whole blocks of 64 bytes, so that the length of a short message tells little.
      const body = Buffer.from(text, 'utf8')
      const filled = Buffer.alloc(Math.ceil((body.length + 4) / 64) * 64)
      filled.writeUInt32BE(body.length)
      body.copy(filled, 4)
      return Buffer.concat([nonce, cipher.update(filled), cipher.final(), cipher.getAuthTag()])
    },
    open: (sealed) => {
      try {
        const bytes = Buffer.from(sealed)
        const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, 12))
        decipher.setAuthTag(bytes.subarray(-16))
        const filled = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
        return filled.subarray(4, 4 + filled.readUInt32BE()).toString('utf8')
      } catch {
        return null
      }
    },
    hash: (purpose, text) => createHmac('sha256', hashKey).update(`${purpose}\n${text}`).digest('hex'),
    newCode: () => {
      for (;;) {
        const code = codeFrom(randomBytes(40))
        if (code !== null) return code
      }
    },
  }
}
