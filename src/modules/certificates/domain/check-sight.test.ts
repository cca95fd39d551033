import { expect, test } from 'vitest'
import { asId } from '../../../kernel/schema.ts'
import { asPublicReads } from './check-sight.ts'
import { evaluateChecks } from './checks.ts'
import { beside, input } from './example-lot.ts'

const incident = (severity: 1 | 2 | 3, change: object = {}) => ({
  ...{ id: asId('incident', '018f0000-0000-7000-8000-000000000077'), number: 'XL1-2026-0008', category: 'forced-labour' as const },
  ...{ risks: [], severity, state: 'reported' as const, open: true, occurredOn: null, reportedOn: '2026-11-20', confirmed: false },
  ...{ confidentiality: 'restricted' as const, touches: { lots: [], sites: [], organisations: [], places: [] }, ...change },
})
const tenth = (change: Partial<typeof beside>) =>
  evaluateChecks({ ...input, beside: { ...beside, ...change } }).filter((report) => report.number === 10)
const read = (change: Partial<typeof beside>) => asPublicReads(tenth(change))[0]
const suspended = {
  ...{ subject: { kind: 'route' as const, route: 'RN2' }, risk: null, code: 'A2' as const, because: 'decided' as const },
  ...{ since: '2026-11-01', plan: null, incident: null, kept: true as const },
}

const quiet = read({})

test.each([
  ['alleged', { incidents: [incident(1)] }, 'review'],
  ['confirmed', { incidents: [incident(1, { confirmed: true })] }, 'failed'],
  ['lesser', { incidents: [incident(2), incident(3)] }, 'passed'],
  ['closed', { incidents: [incident(1, { open: false })] }, 'passed'],
] as const)('an incident that is not public changes nothing for who does not certify: %s', (_, change, forCertifiers) => {
  expect(tenth({ incidents: [...change.incidents] })[0]?.result).toBe(forCertifiers)
  expect(read({ incidents: [...change.incidents] })).toEqual(quiet)
})

test('nor does a suspension that is kept', () => {
  expect(tenth({ suspensions: [suspended] })[0]?.result).toBe('failed')
  expect(read({ suspensions: [suspended] })).toEqual(quiet)
})

test('a public one is read, in words and result, and one sentence says that the authority looks at more', () => {
  const report = read({ incidents: [incident(1, { confidentiality: 'public', confirmed: true })] })
  expect(report?.result).toBe('failed')
  expect(report?.evidence.map((one) => one.code)).toEqual(['incident-open', 'nothing-suspended', 'also-not-public'])
  expect(quiet?.evidence.map((one) => one.code)).toEqual(['no-public-incident', 'nothing-suspended', 'also-not-public'])
  expect(quiet).toMatchObject({ result: 'passed', remedy: null })
})

test('which other dossier carries the same paper is told to those who certify alone', () => {
  const all = evaluateChecks({ ...input, elsewhere: [{ kind: 'tax-receipt', reference: 'Q-1', lots: ['EX-9'] }] })
  const eighth = all.find((report) => report.number === 8)
  expect(eighth?.result).toBe('review')
  expect(JSON.stringify(eighth)).toContain('EX-9')
  const told = asPublicReads(all).find((report) => report.number === 8)
  expect(told?.result).toBe('review')
  expect(JSON.stringify(told)).not.toContain('EX-9')
})

test('reading twice tells the same', () => expect(asPublicReads(quiet ? [quiet] : [])).toEqual(quiet ? [quiet] : []))
