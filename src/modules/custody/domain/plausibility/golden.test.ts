/*
The acceptance scenarios of numbers that cannot be true (golden tests of the domain specification, section 21), each naming its rule.
Where another module owns the subject the scenario runs through that module's own function, and its own test is named.
*/
import { expect, test } from 'vitest'
import { f01 } from './rules/f01-duplicate-tag.ts'
import { f07 } from './rules/f07-purchases-above-production.ts'
import { f23 } from './rules/f23-combination-excess.ts'
import { f24 } from './rules/f24-macro-balance.ts'
import { f29 } from './rules/f29-invalid-party.ts'
import { f33 } from './rules/f33-certificate-abuse.ts'
import { f39 } from './rules/f39-gold-sachet.ts'
import { coltanYears, kalimbiMonths } from './worked-example.ts'

test('golden 7, F07: the Kalimbi figures of 2017 speak alert, alert, critical', () => {
  const said = kalimbiMonths.map((month) => f07.evaluate(month))
  expect(said.map((one) => one?.severity)).toEqual(['A', 'A', 'C'])
  // 10.58 %, 16.77 %, 44.44 % of what was bought.
  expect(said.map((one) => one?.facts['gapHundredthsOfPercent'])).toEqual([1_058, 1_677, 4_444])
})

test('golden 8, F23: 40 kg and 35 kg recorded as 78 kg is critical', () => {
  expect(f23.evaluate({ inputGrams: 40_000 + 35_000, massGrams: 78_000 })).toMatchObject({
    rule: 'F23',
    severity: 'C',
    facts: { excessGrams: 3_000 },
  })
})

test('golden 9, F01: tag 1234567 on a second sheet is critical; both lots are held (server/lots/custody-log.test.ts)', () => {
  const said = f01.evaluate({ tag: '1234567', other: { lot: 'l', number: '1234567' } })
  expect(said).toMatchObject({ rule: 'F01', severity: 'C', facts: { tag: '1234567', otherLot: 'l' } })
})

const certificate = {
  certificate: 'CD-1',
  others: 0,
  issuedOn: '2026-01-01',
  massGrams: 1,
  dossierGrams: 1,
  statedOrigins: ['CD'],
  foundOrigins: ['CD'],
}
test('golden 10, F33: a certificate of ninety days passes, one of ninety-one does not (certificates/domain/checks.test.ts)', () => {
  expect(f33.evaluate({ ...certificate, expiresOn: '2026-04-01' })).toBeNull()
  expect(f33.evaluate({ ...certificate, expiresOn: '2026-04-02' })).toMatchObject({
    rule: 'F33',
    severity: 'C',
    facts: { why: 'too-long', days: 91 },
  })
})

test('golden 11, F33: CD, RW and an unknown root stated as CD;RW;0 pass, stated as CD alone do not (certificates/domain/checks.test.ts asks for the review)', () => {
  const found = { ...certificate, expiresOn: '2026-04-01', foundOrigins: ['RW', 'CD', '0'] }
  expect(f33.evaluate({ ...found, statedOrigins: ['CD', 'RW', '0'] })).toBeNull()
  expect(f33.evaluate(found)).toMatchObject({ rule: 'F33', severity: 'C', facts: { why: 'origins', stated: 'CD', found: '0;CD;RW' } })
})

test('golden 14, F39: 12.40 g at 920 ‰ is 11.408 g fine; 12.30 g at receipt is 0.80 % off, an alert', () => {
  expect((12_400 * 920) / 1_000).toBe(11_408)
  const said = f39.evaluate({ serial: 'S1', otherLot: null, sealBroken: false, sentMilligrams: 12_400, receivedMilligrams: 12_300 })
  expect(said).toMatchObject({ rule: 'F39', severity: 'A', facts: { why: 'weight', gapHundredthsOfPercent: 80 } })
})

test('golden 16, F29: a trader card for ZEA 1 used at a site of ZEA 2', () => {
  const card = { paper: 'trader-card', number: 'C-1', on: '2026-06-01', validFrom: null, validUntil: '2026-12-31', isMember: null } as const
  expect(f29.evaluate({ ...card, zones: ['ZEA 1'], siteZone: 'ZEA 2' })).toMatchObject({
    rule: 'F29',
    severity: 'A',
    facts: { why: 'outside-zone', siteZone: 'ZEA 2' },
  })
  expect(f29.evaluate({ ...card, zones: ['ZEA 1'], siteZone: 'ZEA 1' })).toBeNull()
})

test('golden 18, F24: national coltan, 2,485 t exported, 872 t produced, no stock: critical', () => {
  const last = coltanYears.at(-1)
  expect(last && f24.evaluate(last)).toMatchObject({
    rule: 'F24',
    severity: 'C',
    facts: { exportedGrams: 2_485_000_000, producedGrams: 872_000_000, openingGrams: 0, gapGrams: 1_613_000_000 },
  })
})
