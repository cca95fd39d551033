/* A key that signs now was stolen: one step stops it, every way of asking says the same of what it signed, and office and exporter are told until it is replaced. */
import { afterAll, expect, test } from 'vitest'
import { newId, openCertificatesBed, person } from '../../../../../test/certificates-bed.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { Redeliveries } from '../../contract-issuing.ts'
import { ceec, exporter, trader, validator, verifier } from '../../domain/example-lot.ts'

const who = {
  exporter: person(newId(), exporter, 'EXPORTER'),
  rival: person(newId(), trader, 'EXPORTER'),
  verifier: person(verifier, ceec, 'CEEC_VERIFIER'),
  validator: person(validator, ceec, 'CEEC_VALIDATOR'),
  police: person(newId(), undefined, 'MINES_POLICE'),
  administrator: person(newId(), undefined, 'ADMINISTRATOR'),
}
const bed = await openCertificatesBed({ who })
afterAll(() => bed.close())
const { addLot, get, post, dossierFor, certify, verdictOf, certificates, log } = bed
const issue = async (lot: string, change: object = {}): Promise<string> => {
  expect((await certify(await dossierFor(lot, change))).code).toBeNull()
  return String((await get('validator', '/api/certificates')).body.certificates[0].number)
}
const toDeliver = async (as: string) =>
  mustParse(Redeliveries, (await get(as, '/api/redeliveries')).body).certificates.map(({ number, next }) => `${number.slice(-1)} ${next}`)
const toldOf = async (as: keyof typeof who, asked = 'certificatesToRedeliver') => {
  const { organisation, capabilities, territory, tenant } = who[as]
  const told = await log.read((tx) => certificates.notices.waiting(tx, { tenant, organisation, capabilities, territory }, bed.time.now))
  return told.flatMap(({ kind, count }) => (kind === asked ? [count] : []))
}
const credentialVerdict = async (number: string) => {
  const { text } = await get('nobody', `/credentials/certificates/${number}?format=jwt`)
  return log.read(async (tx) => (await certificates.verifyOwn(text, { tx, tenant: 'cd', now: bed.time.now })).verdict)
}
/** The same question asked in every way there is. */
const says = async (number: string) => {
  const { certificate, code } = (await get('validator', `/api/certificates/${number}`)).body
  const [inList] = (await get('exporter', '/api/certificates')).body.certificates.filter((one: { number: string }) => one.number === number)
  return {
    ...{
      desk: certificate.status,
      list: inList.status,
      code: (await verdictOf(code)).join(' '),
      credential: await credentialVerdict(number),
    },
    page: (await get('nobody', `/certificate/${number}`)).text.includes('révoqué'),
    sheet: (await get('validator', `/certificate/${number}/print`)).text.includes('class="void"'),
    // What UNTP and the exchanges of states read.
    facts: await log.read(async (tx) => (await certificates.credentials.find(tx, 'cd', number))?.revokedOn),
    standing: await log.read(async (tx) => {
      const { certificates: all } = await certificates.credentials.list(tx, 'cd', { exporter: null, standing: true, offset: 0, limit: 9 })
      return all.some((one) => one.number === number)
    }),
  }
}
const lots = { before: addLot(), on: addLot(), gone: addLot(), late: addLot() }

test('the key that signs now is revoked in one step: another signs from then on, and what was before the theft stands everywhere', async () => {
  const before = await issue(lots.before)
  bed.time.now = '2026-11-23T09:00:00.000Z'
  const [on, gone] = [await issue(lots.on), await issue(lots.gone)]
  await issue(lots.late)
  expect((await post('police', `/api/certificates/${gone}/uses`, { on: '2026-11-23', place: 'Ruzizi II' })).code).toBeNull()
  const [current] = (await get('administrator', '/api/issuer-keys')).body.keys
  const theft = { publicKey: current.publicKey, since: '2026-11-23', reason: 'Serveur copié.' }
  expect((await post('administrator', '/api/issuer-keys/revocation', { ...theft, since: '2026-11-24' })).code).toBe(
    'revocation-in-the-future',
  )
  const revoked = await post('administrator', '/api/issuer-keys/revocation', theft)
  expect(revoked.code).toBeNull()
  expect((await post('administrator', '/api/issuer-keys/revocation', theft, revoked.id)).code).toBeNull()
  expect((await post('administrator', '/api/issuer-keys/revocation', theft)).code).toBe('key-already-revoked')
  expect((await get('administrator', '/api/issuer-keys')).body.keys).toMatchObject([
    { current: true, revoked: null },
    { current: false, publicKey: current.publicKey, revoked: { since: '2026-11-23' }, standing: 1 },
  ])
  expect(await says(before)).toEqual({
    ...{
      desk: 'valid',
      list: 'valid',
      code: 'genuine signed-by',
      credential: 'genuine',
      page: false,
      sheet: false,
      facts: null,
      standing: true,
    },
  })
  const refused = {
    code: 'unknown-issuer key-revoked',
    credential: 'revoked',
    page: true,
    sheet: true,
    facts: '2026-11-23',
    standing: false,
  }
  for (const number of [on, gone]) expect(await says(number)).toEqual({ desk: 'revoked', list: 'revoked', ...refused })
  expect((await says(await issue(addLot()))).code).toBe('genuine signed-by')
})

test('what must be delivered again is listed and told to the office and to its exporter, with whose turn it is, until another stands', async () => {
  const [, on] = (await get('exporter', '/api/certificates')).body.certificates.map((one: { number: string }) => one.number).toReversed()
  for (const as of ['verifier', 'validator', 'exporter'] as const) {
    expect(await toDeliver(as)).toEqual(['2 revoke', '3 left', '4 revoke'])
    expect(await toldOf(as)).toEqual([3])
  }
  expect([await toDeliver('rival'), await toldOf('rival'), await toldOf('administrator')]).toEqual([[], [], []])
  expect((await post('validator', `/api/certificates/${on}/revocation`, { on: '2026-11-23', reason: 'Clé volée.' })).code).toBeNull()
  expect(await toDeliver('exporter')).toEqual(['2 open', '3 left', '4 revoke'])
  const [first] = (await get('exporter', '/api/redeliveries')).body.certificates
  // The line leads to the form of another dossier, which must know the lot.
  expect(first).toMatchObject({ number: on, lot: lots.on })
  const dossier = await dossierFor(lots.on, { replaces: on })
  expect(await toDeliver('exporter')).toEqual(['2 in-hand', '3 left', '4 revoke'])
  expect((await certify(dossier)).code).toBeNull()
  expect(await toDeliver('exporter')).toEqual(['3 left', '4 revoke'])
  bed.time.now = '2027-03-01T09:00:00.000Z'
  expect([await toDeliver('validator'), await toldOf('exporter')]).toEqual([[], []])
})

test('a departure under what does not count is kept as such whoever records it, and the office is told of it for thirty days', async () => {
  const use = async (number: string, on = bed.time.now.slice(0, 10)) =>
    expect((await post('police', `/api/certificates/${number}/uses`, { on, place: 'Bunagana' })).code).toBeNull()
  const [before = '', , gone = '', late = ''] = (await get('exporter', '/api/certificates')).body.certificates
    .map((one: { number: string }) => one.number)
    .toReversed()
  bed.time.now = '2026-11-24T09:00:00.000Z'
  const fresh = await issue(addLot())
  await use(fresh)
  expect(await toldOf('validator', 'departuresInAlarm')).toEqual([])
  // Of the stolen key and used once already; again under a good one; after the last day.
  expect(await toDeliver('exporter')).toEqual(['3 left', '4 revoke'])
  await use(late)
  expect(await toDeliver('exporter')).toEqual(['3 left', '4 left'])
  await use(gone)
  await use(fresh)
  bed.time.now = '2027-03-01T09:00:00.000Z'
  await use(before)
  const statusOf = async (number: string) =>
    (await get('validator', `/api/certificates/${number}/uses`)).body.uses.map(
      (one: { status: string; again: boolean }) => `${one.status} ${one.again}`,
    )
  expect([await statusOf(gone), await statusOf(fresh), await statusOf(before)]).toEqual([
    ['valid false', 'revoked true'],
    ['valid false', 'valid true'],
    ['expired false'],
  ])
  expect(await toldOf('validator', 'departuresInAlarm')).toEqual([1])
  bed.time.now = '2026-12-01T09:00:00.000Z'
  expect([await toldOf('verifier', 'departuresInAlarm'), await toldOf('exporter', 'departuresInAlarm')]).toEqual([[4], []])
  expect(await log.checkRebuild()).toMatchObject({ differences: 0 })
})
