/* The dialogs of an audit: what they send is what the contract takes, and nothing is sent while something is missing. */
import { describe, expect, test } from 'vitest'
import { parse } from '../../../../kernel/schema.ts'
import * as contract from '../../contract-audits.ts'
import {
  type OpeningForm,
  appealDecisionOf,
  appealOf,
  decisionOf,
  findingOf,
  openingOf,
  otherFlags,
  proposalOf,
  publicationOf,
} from './audit-forms.ts'

const supplier = '0193a1b2-0000-7000-8000-000000000001'
const opening: OpeningForm = {
  ...{
    exporter: supplier,
    accreditation: ' ICGLR-TPA-07 ',
    accreditedUntil: '2027-12-31',
    periodFrom: '2026-01-01',
    periodUntil: '2026-06-30',
  },
  ...{ about: 'Jusqu’à la mine', sites: 'Mto Mweupe 2\n\n Mto Mweupe 3 ', routes: '' },
}
const file = { sha256: 'a'.repeat(64), mediaType: 'application/pdf', bytes: 10 } as const
const decision = { flag: 'yellow', reason: 'r', committee: 'c', effectiveFrom: '', followUpOn: '' } as const

test('opening: suppliers enter by themselves, sites one to a line', () => {
  const sent = openingOf(opening, [supplier])
  expect(sent).toMatchObject({
    accreditation: 'ICGLR-TPA-07',
    scope: { suppliers: [supplier], sites: ['Mto Mweupe 2', 'Mto Mweupe 3'], routes: [] },
  })
  expect(parse(contract.OpenAudit, sent).ok).toBe(true)
})
test.each(['exporter', 'accreditation', 'accreditedUntil', 'periodFrom', 'periodUntil', 'about'] as const)(
  'opening without %s is not sent',
  (part) => expect(openingOf({ ...opening, [part]: ' ' }, [])).toBeNull(),
)
test('a finding needs words; its place is said only where one was given', () => {
  expect(findingOf({ grade: 'minor', text: '  ', about: 'Dépôt' })).toBeNull()
  expect(findingOf({ grade: 'major', text: ' Registre ', about: ' ' })).toEqual({ grade: 'major', text: 'Registre' })
  expect(parse(contract.RecordFinding, findingOf({ grade: 'minor', text: 'x', about: 'Dépôt' })).ok).toBe(true)
})
test('a status is proposed with its reason', () => {
  expect(proposalOf({ flag: 'red', reason: '' })).toBeNull()
  expect(parse(contract.ProposeFlag, proposalOf({ flag: 'red', reason: 'r' })).ok).toBe(true)
})
describe('a report', () => {
  const form = { address: '', summary: 'Résumé', file: null }
  test('with a file, an address, or both', () => {
    for (const one of [{ file }, { address: 'https://audit.example/r' }, { file, address: 'https://audit.example/r' }])
      expect(parse(contract.PublishReport, publicationOf({ ...form, ...one }, 'Rapport')).ok).toBe(true)
  })
  test('is not sent without a place, without a summary, or with an address that is none', () => {
    expect(publicationOf(form, 'Rapport')).toBeNull()
    expect(publicationOf({ ...form, file, summary: ' ' }, 'Rapport')).toBeNull()
    expect(publicationOf({ ...form, file, address: 'audit.example' }, 'Rapport')).toBeNull()
  })
})
test('a decision: dates that are left out are for the server to set', () => {
  expect(decisionOf({ ...decision, committee: ' ' })).toBeNull()
  expect(decisionOf({ ...decision, reason: ' ' })).toBeNull()
  expect(decisionOf(decision)).toEqual({ flag: 'yellow', reason: 'r', committee: 'c' })
  expect(parse(contract.DecideAudit, decisionOf({ ...decision, effectiveFrom: '2026-11-22', followUpOn: '2027-05-22' })).ok).toBe(true)
})
test('an appeal needs grounds; rejected it names no status, followed it names another one', () => {
  expect([appealOf(' '), appealOf(' g ')]).toEqual([null, { grounds: 'g' }])
  const form = { outcome: 'rejected', flag: 'green', reason: 'r' } as const
  expect(appealDecisionOf(form)).toEqual({ outcome: 'rejected', reason: 'r' })
  expect(appealDecisionOf({ ...form, reason: '' })).toBeNull()
  expect(parse(contract.DecideAppeal, appealDecisionOf({ ...form, outcome: 'changed' })).ok).toBe(true)
  expect(otherFlags('red')).toEqual(['green', 'yellow'])
})
