import { expect, test } from 'vitest'
import type { Finding } from '../../contract.ts'
import {
  type StandingFacts,
  type TagRecord,
  bagMassFinding,
  dayOfStep,
  duplicateTag,
  foreignTag,
  fromTheFuture,
  gradeFinding,
  ineligibleSite,
  isCritical,
  said,
  tagOutOfTime,
  timeReversal,
  untaggedBag,
  wrongMineral,
} from './arrival-rules.ts'

const inShort = (finding: Finding | null): string | null => finding && `${finding.rule} ${finding.severity}`
const record: TagRecord = {
  batch: 'b',
  issuer: 'ITSCI',
  allocatedSite: 'x',
  allocatedOn: '2026-03-01',
  declared: null,
  wrongCheckDigit: false,
}
const green: StandingFacts = {
  internal: 'GREEN',
  basis: 'order',
  validUntil: '2027-01-10',
  orderNumber: '12/2026',
  lapsed: false,
  hold: false,
  produce: 'yes',
  rulebook: 'hash',
  lapsedColour: null,
  lapsedOn: null,
}

test.each<[string, Finding | null, string | null]>([
  ['F01 a tag that is on another lot', duplicateTag('1234567', { lot: 'l', number: '1234567' }), 'F01 C'],
  ['F01 a tag that is on no other lot', duplicateTag('1234567', null), null],
  ['F02 at its own site', foreignTag('1', 'x', record), null],
  ['F02 at another site', foreignTag('1', 'y', record), 'F02 C'],
  ['F02 at an unknown site', foreignTag('1', null, record), 'F02 C'],
  ['F02 a number that nobody registered', foreignTag('1', 'x', null), 'F02 C'],
  ['F02 a wrong check digit', foreignTag('1', 'x', { ...record, wrongCheckDigit: true }), 'F02 C'],
  ['F02 leaves an unallocated tag to F03', foreignTag('1', 'x', { ...record, allocatedSite: null, allocatedOn: null }), null],
  ['F03 on the day of its allocation', tagOutOfTime('1', '2026-03-01', record), null],
  ['F03 on the day before', tagOutOfTime('1', '2026-02-28', record), 'F03 C'],
  ['F03 without allocation', tagOutOfTime('1', '2026-03-01', { ...record, allocatedOn: null }), 'F03 C'],
  ['F03 before it was lost', tagOutOfTime('1', '2026-03-09', { ...record, declared: { as: 'lost', on: '2026-03-10' } }), null],
  ['F03 on the day it was lost', tagOutOfTime('1', '2026-03-10', { ...record, declared: { as: 'lost', on: '2026-03-10' } }), 'F03 C'],
  ['F04 a green site', ineligibleSite('x', '2026-03-01', green), null],
  ['F04 a site without right to produce', ineligibleSite('x', '2026-03-01', { ...green, internal: 'RED', produce: 'no' }), 'F04 C'],
  ['F04 a site that needs a review first', ineligibleSite('x', '2026-03-01', { ...green, produce: 'review' }), 'F04 C'],
  ['F04 no site', ineligibleSite(null, '2026-03-01', null), 'F04 C'],
  ['F13 the same day', timeReversal('x', '2026-03-01', '2026-03-01'), null],
  ['F13 a day too early', timeReversal('x', '2026-03-02', '2026-03-01'), 'F13 C'],
  ['F13 tomorrow may have begun in the mines', fromTheFuture('x', '2026-03-02', '2026-03-01'), null],
  ['F13 the day after tomorrow has not', fromTheFuture('x', '2026-03-03', '2026-03-01'), 'F13 C'],
  ['F21 a mineral on the list', wrongMineral('Sn', ['Sn', 'Ta']), null],
  ['F21 a mineral that is not', wrongMineral('W', ['Sn', 'Ta']), 'F21 A'],
  ['F21 a site without list', wrongMineral('W', []), null],
  ['P01 five kilograms', bagMassFinding('Sn', 5_000), null],
  ['P01 a gram less', bagMassFinding('Sn', 4_999), 'P01 W'],
  ['P01 sixty kilograms', bagMassFinding('Ta', 60_000), null],
  ['P01 a gram more', bagMassFinding('Ta', 60_001), 'P01 W'],
  ['P01 more than a bag can hold', bagMassFinding('Ta', 100_001), 'P01 C'],
  ['P01 an empty bag', bagMassFinding('Au', 0), 'P01 C'],
  ['P01 a little gold', bagMassFinding('Au', 12), null],
  ['P02 no tag', untaggedBag(null), 'P02 C'],
  ['P03 a usual grade', gradeFinding('Sn', 65, 'percent'), null],
  ['P03 a low grade', gradeFinding('Sn', 30, 'percent'), 'P03 W'],
  ['P03 more tin than there can be', gradeFinding('Sn', 79, 'percent'), 'P03 C'],
  ['P03 gold in percent', gradeFinding('Au', 92, 'percent'), null],
  ['P03 an element without range', gradeFinding('Fe', 99, 'percent'), null],
])('%s', (_name, finding, expected) => {
  expect(inShort(finding)).toBe(expected)
})

test('only what spoke is kept, and one critical finding is enough to hold a lot', () => {
  const findings = said(null, wrongMineral('W', ['Sn']), null)
  expect(findings).toHaveLength(1)
  expect(isCritical(findings)).toBe(false)
  expect(isCritical([...findings, ...said(untaggedBag(null))])).toBe(true)
})

test('a step just after midnight in the mines is not before the step that it follows', () => {
  expect(dayOfStep('2026-03-01', '2026-03-02')).toBe('2026-03-02')
  expect(dayOfStep('2026-03-01', '2026-03-03')).toBe('2026-03-01')
  expect(dayOfStep('2026-03-05', '2026-03-02')).toBe('2026-03-05')
})
