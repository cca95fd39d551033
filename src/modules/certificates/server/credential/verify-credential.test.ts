/* A good signature under something that is no certificate: a border must not read "genuine" over it. */
import { expect, test } from 'vitest'
import { didDocument } from '../../../../platform/credentials/did-document.ts'
import { passingKeyRing } from '../../../../platform/keys/signer.ts'
import { signVcJwt } from '../../../../platform/credentials/vc-jwt.ts'
import { verifyCredentialText } from './verify-credential.ts'

const did = 'did:web:chanzo.example'
const { keyId, publicKey, sign } = passingKeyRing().signer('certificate')
const documents = [didDocument(did, [{ id: keyId, x: Buffer.from(publicKey).toString('base64url') }])]
const signed = (type: string, credentialSubject: { readonly [word: string]: string }): string =>
  signVcJwt(
    { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential', type], issuer: did, credentialSubject },
    { kid: `${did}#${keyId}`, sign },
  )
const asked = (text: string) => verifyCredentialText(text, { documents, statusLists: [] }, '2026-11-25T10:00:00Z')

test('the credential of a mine site, and a certificate without its facts, are signed and are no certificate', async () => {
  for (const text of [
    signed('DigitalConformityCredential', { id: 'urn:x' }),
    signed('MineralExportCertificate', { identifier: 'CD-2026-1' }),
  ])
    expect(await asked(text)).toEqual({
      ...{ verdict: 'unreadable', reasons: [{ code: 'credential-of-another-kind', facts: {} }] },
      ...{ facts: null, asOf: null, ageDays: null },
    })
})
