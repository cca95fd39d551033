/*
The age format, as far as vaults need it: a pair of keys, sealing to public keys, opening with a private half. The library is fetched when something is sealed or opened, so that the first
screen of a telephone does not carry it.
*/
import { type Bytes, fromBase64, fromUtf8, toBase64, toUtf8 } from '../field/keys.ts'

/** `AGE-SECRET-KEY-1…`; lives in memory only. */
export type PrivateHalf = string
export interface Pair {
  readonly publicKey: string
  readonly privateHalf: PrivateHalf
}
const library = () => import('age-encryption')

export async function newPair(): Promise<Pair> {
  const { generateX25519Identity } = await library()
  return pairOf(await generateX25519Identity())
}
export async function pairOf(privateHalf: PrivateHalf): Promise<Pair> {
  const { identityToRecipient } = await library()
  return { privateHalf, publicKey: await identityToRecipient(privateHalf) }
}
/** The age file, in base64. */
export const sealTo = async (publicKey: string, plain: Bytes): Promise<string> => toBase64(await sealFileTo(publicKey, plain))
/** One box that each of several opens. */
export const sealToEach = async (publicKeys: readonly string[], plain: Bytes): Promise<string> =>
  toBase64(await sealFileTo(publicKeys, plain))
/** The age file itself. */
export async function sealFileTo(publicKey: string | readonly string[], plain: Bytes): Promise<Bytes> {
  const { Encrypter } = await library()
  const encrypter = new Encrypter()
  for (const one of typeof publicKey === 'string' ? [publicKey] : publicKey) encrypter.addRecipient(one)
  return new Uint8Array(await encrypter.encrypt(plain))
}
/** Null when it was sealed to somebody else or is not what was sealed. */
export async function openWith(privateHalf: PrivateHalf, box: string): Promise<Bytes | null> {
  try {
    return await openFileWith(privateHalf, fromBase64(box))
  } catch {
    return null
  }
}
export async function openFileWith(privateHalf: PrivateHalf, sealed: Bytes): Promise<Bytes | null> {
  const { Decrypter } = await library()
  const decrypter = new Decrypter()
  try {
    decrypter.addIdentity(privateHalf)
    return new Uint8Array(await decrypter.decrypt(sealed))
  } catch {
    return null
  }
}

/* What is sealed begins with a line that says what it is and where it belongs: whoever carries boxes cannot lay one in the place of another. */
export const labelled = (label: string, text: string): Bytes => fromUtf8(`${label}\n${text}`)
export function readLabelled(label: string, plain: Bytes | null): string | null {
  if (plain === null) return null
  try {
    const text = toUtf8(plain)
    return text.startsWith(`${label}\n`) ? text.slice(label.length + 1) : null
  } catch {
    return null
  }
}
