/* The six digits that an authenticator shows now, and how a person of a test sets up a second factor with them. */
import { createHmac } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/** By RFC 6238: SHA-1, thirty seconds, six digits; `base32` as it stands in the address of the code to scan. */
export function totp(base32: string): string {
  const bits = [...base32.replaceAll('=', '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

export interface Enrolled {
  readonly secret: string
  readonly recoveryCodes: readonly string[]
}
/** Sets it up as the page does; everybody who was signed in before is out, so sign in anew with `secondStep`. */
export async function enrolSecondFactor(
  app: FastifyInstance,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Enrolled> {
  const post = async (path: string, payload: object, cookie: string) => {
    const answer = await app.inject({ method: 'POST', url: `/api/auth/${path}`, payload, headers: cookie === '' ? {} : { cookie } })
    if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`)
    return answer
  }
  const cookie = (await post('sign-in/email', { email, password }, '')).cookies.map((one) => `${one.name}=${one.value}`).join('; ')
  const { totpURI, backupCodes } = (await post('two-factor/enable', { password }, cookie)).json<{
    totpURI: string
    backupCodes: readonly string[]
  }>()
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''
  await post('two-factor/verify-totp', { code: totp(secret) }, cookie)
  return { secret, recoveryCodes: backupCodes }
}
