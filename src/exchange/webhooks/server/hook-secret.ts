/*
Secrets of webhooks, sealed with a key from the server's own secret, and the signature of a delivery. Headers and text that is signed are those of
Standard Webhooks, so that receivers may use a library they have.
*/
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'
const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'chanzo-webhooks', 'seal', 32))

export const newHookSecret = (): string => PREFIX + randomBytes(32).toString('base64')

export function sealSecret(serverSecret: string, hookSecret: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(serverSecret), nonce)
  return Buffer.concat([nonce, cipher.update(hookSecret, 'utf8'), cipher.final(), cipher.getAuthTag()])
}
/** Null where the server has another secret than when it was sealed. */
export function openSecret(serverSecret: string, sealed: Uint8Array): string | null {
  try {
    const bytes = Buffer.from(sealed)
    const decipher = createDecipheriv('aes-256-gcm', keyOf(serverSecret), bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(-16))
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

export interface Signing {
  readonly id: string
  readonly body: string
  readonly at: string
}
/** A receiver refuses what is older than five minutes: what was overheard cannot be sent again later. */
export function signedHeaders(hookSecret: string, { id, body, at }: Signing): { readonly [name: string]: string } {
  const timestamp = String(Math.floor(Date.parse(at) / 1000))
  const key = Buffer.from(hookSecret.slice(PREFIX.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}`, 'user-agent': 'Chanzo' }
}
