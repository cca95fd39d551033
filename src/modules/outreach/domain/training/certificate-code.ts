/*
The verification code of a training certificate: ten letters and digits that cannot be guessed and two digits by which a mistyped one is known before anybody asks the
record. Letters that are read for one another (I, L, O, U) are not used; what is typed for them is read as what was meant.
*/
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10
const MODULUS = 97

/** From at least ten bytes that nobody can foresee. */
export function certificateCode(bytes: Uint8Array): string {
  const body = Array.from(bytes.subarray(0, LENGTH), (byte) => LETTERS[byte % 32] ?? '0').join('')
  return `${body}${checkOf(body)}`
}
/** As it is kept, or `null` where the check digits do not fit. */
export function readCertificateCode(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const body = plain.slice(0, LENGTH)
  if (plain.length !== LENGTH + 2 || ![...body].every((one) => LETTERS.includes(one))) return null
  return plain.slice(LENGTH) === checkOf(body) ? plain : null
}
export const writtenCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1-')

function checkOf(body: string): string {
  let rest = 0
  for (const letter of body) rest = (rest * 32 + LETTERS.indexOf(letter)) % MODULUS
  return String(MODULUS - ((rest * 100) % MODULUS)).padStart(2, '0')
}
