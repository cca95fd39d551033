/*
A certificate as a credential of the W3C data model 2.0: the facts that the public page says, under the words of the ICGLR. Buyer, customs value and ICGLR
identifiers (which spell out positions) are not in it, because its address can be guessed. The words are defined by a context of our own.
*/
import { addressOn, issuerDid, statusEntry } from '../../../../platform/credentials/issuer.ts'
import type { IssuingParts } from '../../../../platform/credentials/issuer.ts'
import type { JsonObject } from '../../../../platform/credentials/json.ts'
import { LIST_ENTRIES } from '../../../../platform/credentials/status-list.ts'
import type { CertifiedFacts } from '../../contract-credentials.ts'

/** Days are those of the east of the country, as everywhere in this house (D). */
const OFFSET = '+02:00'
export const CONTEXT_PATH = '/credentials/context/v1'
export const revocationPath = (block: number): string => `/credentials/status/${block + 1}`
export const credentialPath = (number: string): string => `/credentials/certificates/${number}`

export function certificateCredential(parts: IssuingParts, facts: CertifiedFacts): JsonObject {
  const page = addressOn(parts, `/certificate/${facts.number}`)
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', addressOn(parts, CONTEXT_PATH)],
    id: addressOn(parts, credentialPath(facts.number)),
    type: ['VerifiableCredential', 'MineralExportCertificate'],
    issuer: { id: issuerDid(parts), name: facts.authority },
    validFrom: `${facts.issuedOn}T00:00:00${OFFSET}`,
    validUntil: `${facts.expiresOn}T23:59:59${OFFSET}`,
    credentialStatus: statusEntry(parts, {
      path: revocationPath(Math.floor(facts.listIndex / LIST_ENTRIES)),
      ...{ purpose: 'revocation', index: facts.listIndex },
    }),
    renderMethod: [{ id: page, type: 'CertificatePage', name: 'Page of the certificate, in French and English' }],
    credentialSubject: {
      id: addressOn(parts, `/id/class/${facts.mineral}/${encodeURIComponent(facts.lotNumber)}`),
      type: 'ExportLot',
      issuingCountry: facts.country,
      identifier: facts.number,
      memberStateIssuingAuthority: facts.authority,
      exporterName: facts.exporterName,
      lotNumber: facts.lotNumber,
      typeOfOre: facts.hsCode ?? facts.mineral,
      lotWeight: String(facts.massGrams / 1000),
      lotWeightUOM: 'KGM',
      lotGrade: facts.grade,
      mineralOrigin: facts.origin.join(';'),
      mineSite: facts.sites.map(({ name, nationalId }) => ({ type: 'MineSite', name, nationalId })),
      tagCount: facts.tagCount,
      dateOfIssuance: facts.issuedOn,
      dateOfExpiration: facts.expiresOn,
      codeSha256: facts.codeSha256,
    },
  }
}

const words = [
  ...['issuingCountry', 'identifier', 'memberStateIssuingAuthority', 'exporterName', 'lotNumber', 'typeOfOre', 'lotWeight', 'lotWeightUOM'],
  ...['lotGrade', 'mineralOrigin', 'mineSite', 'nationalId', 'tagCount', 'dateOfIssuance', 'dateOfExpiration', 'codeSha256'],
]
/** The context that the credentials name: every word of them that the data model does not define. Never changed under this address. */
export function certificateContext(parts: IssuingParts): JsonObject {
  const base = `${addressOn(parts, CONTEXT_PATH)}#`
  return {
    '@context': {
      '@protected': true,
      MineralExportCertificate: `${base}MineralExportCertificate`,
      ExportLot: `${base}ExportLot`,
      MineSite: `${base}MineSite`,
      CertificatePage: `${base}CertificatePage`,
      ...Object.fromEntries(words.map((word) => [word, `${base}${word}`])),
    },
  }
}
