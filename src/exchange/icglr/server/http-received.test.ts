/* Certificates of other states on the desk, and ours that were taken back at the protocol: over HTTP. */
import { afterAll, expect, test } from 'vitest'
import { openCertificatesBed, newId, person } from '../../../../test/certificates-bed.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { ceec, exporter, validator, verifier } from '../../../modules/certificates/domain/example-lot.ts'
import { ReceivedDetail, ReceivedList } from '../contract-received.ts'
import { certificateRoutes } from './http-certificates.ts'
import { receivedRoutes } from './http-received.ts'
import { icglrProjection } from './projection.ts'

const entity = (country: string, name: string) => ({
  ...{ identifier: `${country}-1`, name, tin: '100' },
  contactDetails: { legalRepresentative: 'A Person', contactPhoneNumber: '+256772000000', contactEmail: 'info@comptoir.africa' },
  physicalAddress: { country, addressLocalityText: 'Town' },
})
const document = {
  ...{
    issuingCountry: 'UG',
    identifier: 'UG-77',
    exporter: entity('UG', 'Kampala Ores'),
    importer: entity('BE', 'Smelter'),
    lotNumber: 'UG-L',
  },
  ...{ typeOfOre: '2609.00.00', lotWeight: 1.5, lotWeightUOM: 'TNE', lotGrade: '65 %', mineralOrigin: 'UG', customsValue: 'USD 9' },
  ...{ dateOfShipment: '2026-11-30', memberStateIssuingAuthority: 'DGSM', nameOfVerifier: 'V', positionOfVerifier: 'Inspector' },
  ...{ dateOfVerification: '2026-11-10', nameOfValidator: 'Valid Ator', dateOfIssuance: '2026-11-12', dateOfExpiration: '2027-02-10' },
}

const who = {
  exporter: person(newId(), exporter, 'EXPORTER'),
  verifier: person(verifier, ceec, 'CEEC_VERIFIER'),
  validator: person(validator, ceec, 'CEEC_VALIDATOR'),
  kampala: person(newId(), undefined, 'integrator'),
  secretariat: person(newId(), undefined, 'ICGLR_SEC'),
}
const bed = await openCertificatesBed({
  who,
  more: (parts) => {
    const all = { ...parts, baseUrl: 'https://chanzo.example/', nameOf: () => Promise.resolve('centre de Kampala') }
    return { routes: [...certificateRoutes(all), ...receivedRoutes(all)], projections: [icglrProjection] }
  },
})
afterAll(() => bed.close())

const { get, post } = bed

test('the desk reads what other states sent, who sent it and when, and that nobody verified it; who trades reads none', async () => {
  const send = async (more: object) => {
    const { status, body } = await bed.send('kampala', '/v1/export-certificates', { ...document, ...more })
    expect(status, JSON.stringify(body)).toBe(201)
  }
  await send({ certificateFile: 'https://dgsm.example/77.pdf', certificateFileHash: `sha-256=${'a'.repeat(64)}` })
  bed.time.now = '2026-11-21T10:00:00.000Z'
  await send({ identifier: 'UG-78', certificateFile: 'https://chanzo.example/v1/export-certificates/CD-2026-000001/file' })
  const list = mustParse(ReceivedList, (await get('verifier', '/api/received-certificates')).body)
  expect(list.certificates.map((one) => [one.identifier, one.verification, one.massGrams])).toEqual([
    ['UG-78', 'file-of-ours', 1_500_000],
    ['UG-77', 'with-hash', 1_500_000],
  ])
  const one = mustParse(ReceivedDetail, (await get('validator', '/api/received-certificates/UG/UG-77')).body)
  expect(one).toMatchObject({
    sentBy: 'centre de Kampala',
    importer: 'Smelter, BE',
    authority: 'DGSM',
    fileHash: `sha-256=${'a'.repeat(64)}`,
  })
  expect(one.certificate.receivedAt.slice(0, 16)).toBe('2026-11-21T09:40')
  expect(JSON.stringify([list, one])).not.toMatch(/A Person|Valid Ator/)
  expect((await get('exporter', '/api/received-certificates')).body).toEqual({ certificates: [], next: null })
  expect((await get('exporter', '/api/received-certificates/UG/UG-77')).status).toBe(404)
})

test('a certificate of ours that was revoked is left out of the list and gone at its address; who asks for any status is told which', async () => {
  const { addLot, dossierFor, certify } = bed
  for (const _ of [1, 2]) expect((await certify(await dossierFor(addLot()))).code).toBeNull()
  const at = (number: string, query = '') => get('secretariat', `/v1/export-certificates/${number}?issuingCountry=CD${query}`)
  const numbers = async (query = '') =>
    (await get('secretariat', `/v1/export-certificates?issuingCountry=CD${query}`)).body.data.map(
      (one: { identifier: string }) => one.identifier,
    )
  expect((await at('CD-2026-000001')).body).toMatchObject({ identifier: 'CD-2026-000001' })
  expect((await at('CD-2026-000001')).body.chanzoStatus).toBeUndefined()
  expect((await at('CD-2026-000001', '&status=any')).body.chanzoStatus).toMatchObject({ status: 'valid' })
  await post('validator', '/api/certificates/CD-2026-000001/revocation', { on: '2026-11-21', reason: 'Sacs échangés.' })
  expect(await at('CD-2026-000001')).toMatchObject({
    ...{ status: 410, body: { code: 'certificate-taken-back', details: [{ problem: 'revoked since 2026-11-21' }] } },
  })
  expect(await numbers()).toEqual(['CD-2026-000002'])
  expect(await numbers('&status=any')).toEqual(['CD-2026-000002', 'CD-2026-000001'])
  expect(await at('CD-2026-000001', '&status=any')).toMatchObject({
    status: 200,
    body: {
      identifier: 'CD-2026-000001',
      chanzoStatus: { status: 'revoked', since: '2026-11-21', page: 'https://chanzo.example/certificate/CD-2026-000001' },
    },
  })
})
