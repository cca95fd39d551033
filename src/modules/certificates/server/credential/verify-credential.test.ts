/* A good signature under something that is no certificate: a border must not read "genuine" over it. */
import { expect, test } from 'vitest'
import { didDocument } from '../../../../platform/credentials/did-document.ts'
import { passingKeyRing } from '../../../../platform/keys/signer.ts'
import { encodeStatusList } from '../../../../platform/credentials/status-list.ts'
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

test('a clock set back brings no expired credential to life: no moment lies before a status list of the issuer', async () => {
  const address = 'https://chanzo.example/credentials/status/1'
  const envelope = { '@context': ['https://www.w3.org/ns/credentials/v2'], issuer: did }
  const by = { kid: `${did}#${keyId}`, sign }
  const subject = {
    ...{
      identifier: 'CD-2026-000001',
      exporterName: 'Comptoir',
      lotNumber: 'EX-1',
      lotWeight: '75',
      lotGrade: '65 %',
      typeOfOre: '2609.00.00',
    },
    ...{ mineralOrigin: 'CD', mineSite: [], tagCount: 2, dateOfIssuance: '2026-08-01', dateOfExpiration: '2026-10-30' },
  }
  const certificate = signVcJwt(
    {
      ...envelope,
      type: ['VerifiableCredential', 'MineralExportCertificate'],
      ...{ validFrom: '2026-08-01T00:00:00Z', validUntil: '2026-10-30T23:59:59Z', credentialSubject: subject },
      credentialStatus: {
        ...{ type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '0', statusListCredential: address },
      },
    },
    by,
  )
  const listOf = async (indexes: readonly number[]) =>
    signVcJwt(
      {
        ...{ ...envelope, id: address, type: ['VerifiableCredential', 'BitstringStatusListCredential'], validFrom: '2026-11-20T08:00:00Z' },
        credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: await encodeStatusList(indexes) },
      },
      by,
    )
  const on = async (statusLists: readonly unknown[]) => {
    const said = await verifyCredentialText(certificate, { documents, statusLists }, '2026-09-15T10:00:00Z')
    return [said.verdict, ...said.reasons.map((reason) => reason.code)]
  }
  expect((await on([]))[0]).toBe('genuine')
  expect(await on([await listOf([])])).toEqual(['expired', 'expired-on', 'clock-is-behind', 'not-revoked-as-of'])
  expect((await on([await listOf([0])]))[0]).toBe('revoked')
})
