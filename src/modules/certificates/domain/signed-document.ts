/*
A small JSON document with a date and a signature: the key list and the revocation list travel in this form, so that they can
be cached, carried on a stick and believed without network. The signature is Ed25519 over the UTF-8 bytes of the canonical
JSON (RFC 8785) of everything but the signature itself; `kind` keeps one sort of document from being taken for another.
*/
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { fromHex, toHex, utf8Bytes } from './code/bytes.ts'

/** What the surroundings must be able to do: WebCrypto in a browser, node:crypto on a server. Keys are 32 raw bytes. */
export interface VerifyCrypto {
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>
  readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>
}

/** The bytes to sign for a document without its signature. */
export const documentBytes = (unsigned: object): Uint8Array => utf8Bytes(canonicalJson(unsigned))

/** The document with the signature that was made over `documentBytes`. */
export const withSignature = <Unsigned extends object>(
  unsigned: Unsigned,
  signature: Uint8Array,
): Unsigned & { readonly signature: string } => ({
  ...unsigned,
  signature: toHex(signature),
})

/** True when the signature over the rest of the document is by that key (raw 32 bytes in hexadecimal). */
export async function isSignedBy(document: { readonly signature: string }, publicKeyHex: string, crypto: VerifyCrypto): Promise<boolean> {
  const { signature, ...unsigned } = document
  const [key, bytes] = [fromHex(publicKeyHex), fromHex(signature)]
  if (key === null || key.length !== 32 || bytes === null || bytes.length !== 64) return false
  return crypto.verify(key, documentBytes(unsigned), bytes)
}
