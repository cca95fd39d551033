/*
The one document that a telephone signs beside what it sends: the code of a provisional certificate. Whoever asks gives facts and never bytes; what is
signed is made here, as COSE names it (`Signature1`), which no parcel and no session begins with. So nothing else can be signed by this way, and nothing
that is signed elsewhere can pass for a certificate. Fetched when somebody issues; it refuses to know numbers and blocks.
*/
import { ed25519 } from '@noble/curves/ed25519.js'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import { type CertificateFacts, encodeClaims } from '../../modules/certificates/domain/code/claims.ts'
import { toHex } from '../../modules/certificates/domain/code/bytes.ts'
import { encodeCodeText } from '../../modules/certificates/domain/code/code-text.ts'
import { bytesToSign, kidFromHash } from '../../modules/certificates/domain/code/cose.ts'

export async function sealProvisional(
  deviceKey: Uint8Array,
  { facts, publicKey }: { readonly facts: CertificateFacts; readonly publicKey: string },
): Promise<Outcome<string>> {
  if (facts.provisional !== true) return refused('only-provisional-here')
  const own = ed25519.getPublicKey(deviceKey)
  // A block whose key is another's: every verifier would refuse the sheet.
  if (toHex(own) !== publicKey) return refused('block-of-another-telephone')
  const payload = encodeClaims(facts)
  const kid = kidFromHash(new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(own))))
  return accepted(encodeCodeText({ kid, payload, signature: ed25519.sign(bytesToSign(kid, payload), deviceKey) }))
}
