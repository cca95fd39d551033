/* The code of a slip, worked out on the device as the server does it: from the drawn number of the referral, so that it says nothing of the case. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

export async function slipCodeOf(referral: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`slip ${referral}`)))
  const four = (from: number): string => [0, 1, 2, 3].map((at) => LETTERS[(digest[from + at] ?? 0) % LETTERS.length]).join('')
  return `${four(0)}-${four(4)}`
}
