/*
A nonce for a telephone to sign, which nobody has to remember: it says until when it is good and for which device, and a MAC by the
server's secret says that this server made it. Signed by the device's key it proves who asks, now.
*/
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export const CHALLENGE_SECONDS = 120

export interface Challenges {
  readonly make: (device: string, now: string) => string
  readonly isGood: (device: string, nonce: string, now: string) => boolean
}

export function createChallenges(secret: string): Challenges {
  const mac = (device: string, body: string): Buffer =>
    createHmac('sha256', secret).update(`chanzo-device-challenge-v1\n${device}\n${body}`).digest()
  return {
    make: (device, now) => {
      const until = Date.parse(now) + CHALLENGE_SECONDS * 1000
      const body = `${until.toString(36)}.${randomBytes(16).toString('base64url')}`
      return `${body}.${mac(device, body).toString('base64url')}`
    },
    isGood: (device, nonce, now) => {
      const found = /^([0-9a-z]{1,12})\.([\w-]{22})\.([\w-]{43})$/.exec(nonce)
      if (!found?.[1] || !found[2] || !found[3]) return false
      const given = Buffer.from(found[3], 'base64url')
      const good = mac(device, `${found[1]}.${found[2]}`)
      return given.length === good.length && timingSafeEqual(given, good) && Number.parseInt(found[1], 36) > Date.parse(now)
    },
  }
}

/** What the device signs. */
export const sessionMessage = (device: string, nonce: string): Uint8Array =>
  Buffer.from(`chanzo-device-session-v1\n${device}\n${nonce}`, 'utf8')
