/*
What two people read to each other over a telephone to know that a key is the other's: digits, because they are said alike in every language here. Six groups of four are eighty bits; to
find another key with the same ones is out of reach.
*/
const GROUPS = 6

/** From the SHA-256 of the text `age1…`. */
export function fingerprintFrom(hash: Uint8Array): string {
  let number = 0n
  for (const byte of hash.slice(0, 16)) number = number * 256n + BigInt(byte)
  const digits = (number % 10n ** BigInt(4 * GROUPS)).toString().padStart(4 * GROUPS, '0')
  return Array.from({ length: GROUPS }, (_, group) => digits.slice(4 * group, 4 * group + 4)).join(' ')
}
