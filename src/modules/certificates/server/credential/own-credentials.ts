/* Our own documents as a verifier keeps them: for `chanzo verify` on the machine of the issuer. */
import { LIST_ENTRIES } from '../../../../platform/credentials/status-list.ts'
import { type IssuingParts, signCredential } from '../../../../platform/credentials/issuer.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Verification } from '../../domain/verify.ts'
import { ownDidDocument, revocationCredential } from './http-credentials.ts'
import { findHighestIndex } from './store-credentials.ts'
import { verifyCredentialText } from './verify-credential.ts'

export async function verifyOwnCredential(
  tx: Tx,
  asked: IssuingParts & { readonly tenant: string; readonly now: string },
  contents: string,
): Promise<Verification> {
  const { keys, baseUrl, tenant, now } = asked
  const parts = { keys, baseUrl, tenant, now }
  const blocks = Math.floor(((await findHighestIndex(tx, tenant)) ?? 0) / LIST_ENTRIES) + 1
  const statusLists: string[] = []
  for (let block = 0; block < blocks; block += 1)
    statusLists.push(signCredential(parts, await revocationCredential(tx, { ...parts, block })))
  return verifyCredentialText(contents, { documents: [await ownDidDocument(tx, parts)], statusLists }, now)
}
