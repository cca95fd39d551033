/*
The key to which telephones seal theirs (P-256), so that the work of a broken or removed phone can still be read here. It opens one thing:
32 bytes sealed as docs/spec/rescue-file.md says. Kept like the other keys; whoever loses this file cannot read rescue files made for it.
*/
import {
  type KeyObject,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
} from 'node:crypto'

export interface SealedForServer {
  /** The id of the key it was sealed to. */
  readonly key: string
  readonly ephemeral: Uint8Array
  readonly iv: Uint8Array
  readonly sealed: Uint8Array
}
export interface RescueKey {
  readonly id: string
  /** Raw uncompressed point, 65 bytes. */
  readonly publicKey: Uint8Array
  /** The data key that a device sealed; `null` when it was sealed to another key or for another device, or is damaged. */
  readonly open: (device: string, sealed: SealedForServer) => Uint8Array | null
}

const PURPOSE = 'chanzo-rescue-server-v1'
const IV_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

export const newRescuePem = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

export function rescueKeyOf(pem: string, idOf: (publicKey: Uint8Array) => string): RescueKey {
  const privateKey = createPrivateKey(pem)
  const publicKey = rawPoint(createPublicKey(privateKey))
  const id = idOf(publicKey)
  return {
    id,
    publicKey,
    open: (device, { key, ephemeral, iv, sealed }) => {
      if (key !== id || ephemeral.length !== 65 || iv.length !== IV_BYTES || sealed.length !== KEY_BYTES + TAG_BYTES) return null
      try {
        const secret = diffieHellman({ privateKey, publicKey: publicKeyOf(ephemeral) })
        const opens = Buffer.from(hkdfSync('sha256', secret, ephemeral, PURPOSE, KEY_BYTES))
        const cipher = createDecipheriv('aes-256-gcm', opens, iv, { authTagLength: TAG_BYTES })
        cipher.setAAD(Buffer.from(`${PURPOSE}\n${device}\n${key}`, 'utf8'))
        cipher.setAuthTag(sealed.subarray(KEY_BYTES))
        return Buffer.concat([cipher.update(sealed.subarray(0, KEY_BYTES)), cipher.final()])
      } catch {
        // A point that is not on the curve, or a seal that is not ours: nothing to tell apart.
        return null
      }
    },
  }
}

function rawPoint(key: KeyObject): Uint8Array {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return Buffer.concat([Uint8Array.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
}
function publicKeyOf(point: Uint8Array): KeyObject {
  const part = (from: number): string => Buffer.from(point.subarray(from, from + 32)).toString('base64url')
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: part(1), y: part(33) }, format: 'jwk' })
}
