import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { addDays } from '../../../../kernel/calendar.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { loadAfter } from '../../../../platform/log/store.ts'
import type { DeviceBrief } from '../../../people/contract.ts'
import { capabilitiesInField } from '../../../people/domain/field-capabilities.ts'
import { certificatesPublisher } from '../../ledger-publisher.ts'
import { BlockDetail } from '../../contract-issuing.ts'
import { toHex } from '../../domain/code/bytes.ts'
import { type CertificateFacts, encodeClaims } from '../../domain/code/claims.ts'
import { encodeCodeText } from '../../domain/code/code-text.ts'
import { bytesToSign, kidFromHash } from '../../domain/code/cose.ts'
import { ceec, exporter, terms, trace, verifier, validator, world } from '../../domain/example-lot.ts'
import { verifyFile } from '../verify-file.ts'
import { newId, openCertificatesBed, person } from '../../../../../test/certificates-bed.ts'

const office = asId('organisation', String(ceec))
const bodies = [...world.organisations, { id: office, name: 'CEEC Bukavu', kind: 'ceec' as const, area: 'CD62' }]
const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'))
  return { raw, hex: toHex(raw), sign: (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, privateKey)) }
}
const [phoneKey, otherKey] = [pair(), pair()]
const phone: DeviceBrief = {
  id: asId('device', newId()),
  account: asId('account', String(validator)),
  organisation: office,
  role: 'CEEC_VALIDATOR',
  capabilities: capabilitiesInField('CEEC_VALIDATOR'),
  territory: 'everywhere',
  language: 'fr',
  publicKey: Buffer.from(phoneKey.raw).toString('base64'),
  enrolledBy: newId(),
  enrolledAt: '2026-11-21T09:40:00.000Z',
  revokedAt: null,
  revokedReason: null,
  shut: null,
}
const other: DeviceBrief = { ...phone, id: asId('device', newId()), publicKey: Buffer.from(otherKey.raw).toString('base64') }
const devices = {
  byId: (_tx: Tx, _tenant: string, ids: readonly string[]) => Promise.resolve([phone, other].filter((one) => ids.includes(one.id))),
  seenBy: () => Promise.resolve([phone, other]),
}
const names: { readonly [account: string]: string } = { [String(verifier)]: 'Aline Vérifiant', [String(validator)]: 'Bahati Validant' }
const ofPhone = (device: DeviceBrief): Who => ({
  ...person(String(validator), office),
  capabilities: device.capabilities,
  device: device.id,
})
const who: { readonly [name: string]: Who } = {
  exporter: person(newId(), exporter, 'EXPORTER'),
  verifier: person(String(verifier), office, 'CEEC_VERIFIER'),
  validator: person(String(validator), office, 'CEEC_VALIDATOR'),
  police: person(newId(), undefined, 'MINES_POLICE'),
  administrator: person(newId(), undefined, 'ADMINISTRATOR'),
  phone: ofPhone(phone),
  other: ofPhone(other),
}
const bed = await openCertificatesBed({
  ...{ who, bodies },
  doors: { devices, nameOf: (_tx, account) => Promise.resolve(names[account] ?? null) },
})
const { addLot, get, post, dossierFor, certify, lists, verdictOf, time, keys, certificates, log } = bed
afterAll(() => bed.close())

const reserve = (change: object = {}) =>
  post('validator', '/api/number-blocks', { office, device: phone.id, size: 5, validUntil: addDays(time.now.slice(0, 10), 60), ...change })
const mine = async (): Promise<BlockDetail['block']> => {
  const { body } = await get('phone', '/api/number-blocks/mine')
  return BlockDetail.parse(body.blocks[0]).block
}
const sheetFacts = (number: string, index: number, change: Partial<CertificateFacts> = {}): CertificateFacts => ({
  ...{
    issuer: 'CD-CEEC',
    number,
    issuedOn: time.now.slice(0, 10),
    expiresOn: addDays(time.now.slice(0, 10), 10),
    exporter: 'Comptoir Kivu SARL',
  },
  ...{ lotNumber: 'EX-P', massGrams: trace.massGrams, grade: '65.2 % Sn', mineral: '2609.00.00', origin: ['CD'], sites: ['codmine11'] },
  ...{ siteCount: 1, tagCount: 2, statusList: { url: 'https://chanzo.example/api/revocation-list', index }, provisional: true },
  ...change,
})
const finalFacts = (number: string, index: number, change: Partial<CertificateFacts>): CertificateFacts => {
  const { provisional: _provisional, ...facts } = sheetFacts(number, index, change)
  return facts
}
function codeBy(key: typeof phoneKey, facts: CertificateFacts): string {
  const payload = encodeClaims(facts)
  const kid = kidFromHash(new Uint8Array(createHash('sha256').update(key.raw).digest()))
  return encodeCodeText({ kid, payload, signature: key.sign(bytesToSign(kid, payload)) })
}
const arrive = (block: string, code: string, as = 'phone') =>
  post(as, `/api/number-blocks/${block}/provisional-certificates`, { code, terms })
const numberIn = (block: BlockDetail['block'], at: number): string => block.prefix + String(block.from + at).padStart(6, '0')
test('a block is reserved for an office and one of its telephones, behind every number that was given', async () => {
  expect((await reserve({ size: 0 })).code).toBe('block-size')
  expect((await reserve({ size: 201 })).code).toBe('block-size')
  expect((await reserve({ validUntil: '2030-01-01' })).code).toBe('block-term')
  expect((await reserve({ office: exporter })).code).toBe('not-an-office')
  expect((await reserve({ device: newId() })).code).toBe('no-telephone-of-that-office')
  expect((await reserve()).code).toBeNull()
  const { body } = await get('validator', '/api/number-blocks')
  expect(body.blocks).toMatchObject([{ from: 1, to: 5, firstIndex: 0, used: 0, unused: [{ from: 1, to: 5 }], officeName: 'CEEC Bukavu' }])
  const lot = addLot()
  const certified = await certify(await dossierFor(lot))
  expect(certified.code).toBeNull()
  expect((await get('validator', '/api/certificates')).body.certificates[0].number).toBe('CD-2026-000006')
})

test('a sheet of the block is recorded as it came, is provisional to every verifier, and one of anybody else is not', async () => {
  const block = await mine()
  const number = numberIn(block, 0)
  const code = codeBy(phoneKey, sheetFacts(number, block.firstIndex))
  for (const [wrong, as, refusal] of [
    [codeBy(otherKey, sheetFacts(number, block.firstIndex)), 'phone', 'provisional-not-of-this-block'],
    [codeBy(phoneKey, sheetFacts('CD-2026-000006', block.firstIndex)), 'phone', 'provisional-not-of-this-block'],
    [codeBy(phoneKey, sheetFacts(number, block.firstIndex + 1)), 'phone', 'provisional-not-of-this-block'],
    [
      codeBy(phoneKey, sheetFacts(number, block.firstIndex, { expiresOn: addDays(time.now.slice(0, 10), 15) })),
      'phone',
      'provisional-too-long',
    ],
    [code, 'other', 'block-of-another-telephone'],
  ] as const) {
    expect((await arrive(block.id, wrong, as)).code).toBe(refusal)
    expect(await verdictOf(wrong)).toEqual(wrong === code ? ['provisional', 'provisional-by'] : ['unknown-issuer', expect.any(String)])
  }
  expect((await arrive(block.id, code)).code).toBeNull()
  expect(await verdictOf(code)).toEqual(['provisional', 'provisional-by'])
  expect((await get('validator', '/api/number-blocks')).body).toMatchObject({
    blocks: [{ used: 1, unused: [{ from: 2, to: 5 }] }],
    provisional: [{ number, state: 'provisional', lotNumber: 'EX-P' }],
  })
  const { text } = await get('nobody', `/certificate/${number}`)
  expect(text).toContain('provisoire')
  expect(text).toContain('CEEC Bukavu')
})

test('the desk confirms it under its number after the checks, and not beside it', async () => {
  const block = await mine()
  const number = numberIn(block, 0)
  const heavier = addLot({ number: 'EX-P', massGrams: 74_000 })
  const wrong = await dossierFor(heavier)
  expect((await certify(wrong)).code).toBe('lot-has-a-provisional')
  expect((await certify(wrong, { confirms: numberIn(block, 3) })).code).toBe('unknown-provisional')
  expect((await certify(wrong, { confirms: number })).code).toBe('provisional-differs')
  const lot = addLot({ number: 'EX-P' })
  time.now = '2026-11-23T09:00:00.000Z'
  const dossier = await dossierFor(lot)
  expect((await certify(dossier, { confirms: number, expiresOn: '2027-02-20' })).code).toBe('validity-too-long')
  expect((await certify(dossier, { confirms: number, expiresOn: '2027-02-19' })).code).toBeNull()
  const { body } = await get('validator', `/api/certificates/${number}`)
  expect(body.certificate).toMatchObject({ number, status: 'valid' })
  expect(await verdictOf(body.code)).toEqual(['genuine', 'signed-by'])
  const sheet = codeBy(phoneKey, sheetFacts(number, block.firstIndex, { issuedOn: '2026-11-21', expiresOn: '2026-12-01' }))
  expect(await verdictOf(sheet)).toEqual(['provisional', 'provisional-confirmed'])
  const withdrawal = await post('validator', `/api/number-blocks/${block.id}/withdrawals`, { number, reason: 'Erreur.' })
  expect(withdrawal.code).toBe('provisional-already-confirmed')
})

test('a sheet is withdrawn with a reason, two sheets under one number count for nothing, and a lost telephone ends with what is known', async () => {
  const block = await mine()
  const [second, third, fourth] = [1, 2, 3].map((at) => ({ number: numberIn(block, at), index: block.firstIndex + at }))
  if (!second || !third || !fourth) throw new Error('no numbers')
  const withdrawn = codeBy(phoneKey, sheetFacts(second.number, second.index))
  await arrive(block.id, withdrawn)
  const path = `/api/number-blocks/${block.id}/withdrawals`
  expect((await post('validator', path, { number: third.number, reason: 'x' })).code).toBe('unknown-provisional')
  for (const [as, code] of Object.entries({ other: 'block-of-another-telephone', phone: 'unknown-provisional' }))
    expect((await post(as, path.replace('/w', '/own-w'), { number: third.number, reason: 'x' })).code).toBe(code)
  expect((await post('validator', path, { number: second.number, reason: 'Le lot n’est pas parti.' })).code).toBeNull()
  expect((await post('validator', path, { number: second.number, reason: 'x' })).code).toBe('provisional-already-withdrawn')
  expect(await verdictOf(withdrawn)).toEqual(['revoked', 'provisional-withdrawn'])
  const [one, two] = [75_000, 80_000].map((massGrams) => codeBy(phoneKey, sheetFacts(third.number, third.index, { massGrams })))
  expect((await arrive(block.id, String(one))).code).toBeNull()
  expect((await arrive(block.id, String(one))).code).toBeNull()
  expect(await verdictOf(String(one))).toEqual(['provisional', 'provisional-by'])
  expect((await arrive(block.id, String(two))).code).toBeNull()
  for (const code of [one, two]) expect((await verdictOf(String(code)))[0]).toBe('revoked')
  const kept = codeBy(phoneKey, sheetFacts(fourth.number, fourth.index))
  await arrive(block.id, kept)
  const thief = codeBy(phoneKey, sheetFacts(numberIn(block, 4), block.firstIndex + 4, { issuedOn: '2026-11-21', expiresOn: '2026-12-01' }))
  time.now = '2026-11-24T09:00:00.000Z'
  expect((await arrive(block.id, thief)).code).toBeNull() // faster than the report, and dated back
  time.now = '2026-11-25T09:00:00.000Z'
  const close = async (since: string) =>
    (await post('validator', `/api/number-blocks/${block.id}/closing`, { why: 'lost', reason: 'Volé à Walungu.', since })).code
  expect(await close('2026-11-26')).toBe('revocation-in-the-future')
  expect(await close('2026-11-24')).toBeNull()
  expect(await close('2026-11-24')).toBe('block-closed')
  const [closed] = (await get('validator', '/api/number-blocks')).body.blocks
  expect(closed).toMatchObject({ closed: { why: 'lost', on: '2026-11-24' }, used: 5, unused: [] })
  expect((await verdictOf(kept))[0]).toBe('provisional')
  expect(await verdictOf(thief)).toEqual(['unknown-issuer', 'key-revoked'])
  expect((await reserve()).code).toBeNull()
  expect((await mine()).from).toBe(7)
})

test('goods that leave are recorded, whatever the certificate was worth; the first makes it used', async () => {
  const path = '/api/certificates/CD-2026-000006/uses'
  const use = { on: '2026-11-24', place: 'Ruzizi II', massGrams: 74_900 }
  expect((await post('police', path, { ...use, on: '2026-12-24' })).code).toBe('use-in-the-future')
  expect((await post('exporter', path, use)).status).toBe(403)
  expect((await post('police', path, use)).code).toBeNull()
  expect((await post('police', path, { on: '2026-11-24', place: 'Gisenyi' })).code).toBeNull()
  expect((await get('validator', path)).body.uses).toMatchObject([
    { place: 'Ruzizi II', again: false, status: 'valid', massGrams: 74_900 },
    { place: 'Gisenyi', again: true, status: 'valid', massGrams: null },
  ])
  expect((await get('validator', '/api/certificates/CD-2026-000006')).body.certificate.status).toBe('used')
  expect((await get('nobody', '/certificate/CD-2026-000006')).text).toContain('utilisé')
})

test('a new key signs, old paper verifies; of a stolen key only what the log had before stands', async () => {
  const before = (await get('validator', '/api/certificates/CD-2026-000006')).body.code
  const [first] = (await get('administrator', '/api/issuer-keys')).body.keys
  expect((await get('validator', '/api/issuer-keys')).status).toBe(403)
  const revocation = { publicKey: first.publicKey, since: '2026-11-23', reason: 'Clé copiée.' }
  const revoke = async (change: object = {}) =>
    (await post('administrator', '/api/issuer-keys/revocation', { ...revocation, ...change })).code
  const stolen = keys.signer('certificate')
  const rotation = await post('administrator', '/api/issuer-keys/rotation', { reason: 'Chaque année.' })
  expect(rotation.code).toBeNull()
  const now = toHex(keys.signer('certificate').publicKey)
  expect((await post('administrator', '/api/issuer-keys/rotation', { reason: 'Chaque année.' }, rotation.id)).code).toBeNull()
  expect(toHex(keys.signer('certificate').publicKey)).toBe(now)
  expect(now).not.toBe(first.publicKey)
  expect(await verdictOf(before)).toEqual(['genuine', 'signed-by'])
  const after = await certify(await dossierFor(addLot()))
  expect(after.code).toBeNull()
  const number = (await get('validator', '/api/certificates')).body.certificates[0].number
  expect(await verdictOf((await get('validator', `/api/certificates/${number}`)).body.code)).toEqual(['genuine', 'signed-by'])
  expect(await revoke({ publicKey: 'ab'.repeat(32) })).toBe('unknown-key')
  expect(await revoke()).toBeNull()
  // 000006 was in the log on the 21st; 000001 was confirmed on the 23rd, the day of the theft.
  expect(await verdictOf(before)).toEqual(['genuine', 'signed-by'])
  const late = (await get('validator', '/api/certificates/CD-2026-000001')).body.code
  expect(await verdictOf(late)).toEqual(['unknown-issuer', 'key-revoked'])
  const forged = codeBy(
    { raw: Uint8Array.from(stolen.publicKey), hex: toHex(stolen.publicKey), sign: (bytes) => Uint8Array.from(stolen.sign(bytes)) },
    finalFacts('CD-2026-000099', 99, { issuedOn: '2026-11-20' }),
  )
  expect(await verdictOf(forged)).toEqual(['unknown-issuer', 'key-revoked'])
  const credentialEndsOn = (number: string) => log.read(async (tx) => (await certificates.credentials.find(tx, 'cd', number))?.revokedOn)
  expect([await credentialEndsOn('CD-2026-000006'), await credentialEndsOn('CD-2026-000001')]).toEqual([null, '2026-11-23'])
  // Page, sheet and desk say the same, and it can still be revoked, which frees the lot.
  expect((await get('nobody', '/certificate/CD-2026-000001')).text).toMatch(/révoqué[^]*d’autres mains depuis le 23/)
  expect((await get('validator', '/certificate/CD-2026-000001/print')).text).toContain('class="void"')
  expect((await get('validator', '/api/certificates/CD-2026-000001')).body).toMatchObject({ certificate: { status: 'revoked' } })
  // Without the register nothing of the stolen key is believed.
  const alone = await verifyFile(before, { ...(await lists()), registers: [] }, '2026-11-24')
  expect(alone.verdict).toBe('unknown-issuer')
  expect((await get('administrator', '/api/issuer-keys')).body.keys).toMatchObject([
    { current: true, certificates: 1, revoked: null },
    { publicKey: first.publicKey, current: false, certificates: 2, standing: 1, revoked: { since: '2026-11-23' } },
  ])
})

test('the paper names the two persons to those who issue, and a copy does not', async () => {
  const original = (await get('validator', '/certificate/CD-2026-000006/print?language=fr')).text
  const copy = (await get('exporter', '/certificate/CD-2026-000006/print?language=fr')).text
  for (const name of ['Aline Vérifiant', 'Bahati Validant']) {
    expect(original).toContain(name)
    expect(copy).not.toContain(name)
  }
  expect(copy).toContain('Copie')
})

test('the ledger is given each act, and the leaf of a certificate is the hash of its code', async () => {
  const seen = new Set<string>()
  const issued = (await get('validator', '/api/certificates/CD-2026-000006')).body.code
  await log.read(async (tx) => {
    for (const event of await loadAfter(tx, 'cd', 0, 1000)) {
      if (!certificatesPublisher.kinds.includes(event.kind)) continue
      for (const entry of [certificatesPublisher.entryOf(event, [])]) {
        if (entry === null) continue
        seen.add(entry.kind)
        if (entry.kind === 'certificate-issued' && entry.number === 'CD-2026-000006') {
          expect(entry.sha256).toBe(createHash('sha256').update(issued).digest('hex'))
        }
      }
    }
  })
  expect([...seen].toSorted().join(' ')).toBe(
    'certificate-confirmed certificate-issued certificate-provisional certificate-withdrawn issuer-key-added issuer-key-revoked',
  )
  expect(await log.checkRebuild()).toMatchObject({ differences: 0 })
})
