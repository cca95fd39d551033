import { expect, test } from 'vitest'
import { methodsOf, statusOf } from './case-to-htcds.ts'

test.each([
  ['active-assessment', 'Active'],
  ['active-planning', 'Active'],
  ['active-implementation', 'Active'],
  ['follow-up', 'FollowUp'],
  ['closed', 'Closed'],
  ['transferred', 'ClosedReferred'],
  ['draft', null],
  ['closure-pending', null],
])('a case that is %s is written as %s', (state, status) => expect(statusOf(state)).toBe(status))

test.each([
  ['D2.DEBT D5.DEBT', ['DebtBondage']],
  ['D5.WAGES D2.MONEY D4.WAGEMAN', ['TakesEarnings']],
  ['D2.THREAT D5.THREAT', ['PhysicalThreats']],
  ['D2.FAMVIOL D5.FAMVIOL', ['ThreatensChildrenFamily']],
  ['D2.DENOUNCE D5.DENOUNCE', ['ThreatsLawEnforcement']],
  ['D2.VIOLENCE D5.VIOLENCE', ['PhysicalAbuse']],
  ['D2.CONFINE D5.CONFINE', ['RestrictsMovement']],
  ['D2.DOCS D5.DOCS', ['WithholdsDocuments']],
  ['D1.JOB D1.EDU D1.MARRIAGE', ['FalsePromises']],
  ['D4.HOURS', ['ExcessiveWorkingHours']],
  ['D5.INFLUENCE D5.SHAME', ['PsychologicalAbuse']],
  ['D4.LIVING', []],
  ['D4.HAZARD D3.ECON D2.SHAME D6.ECON', []],
])('%s is written as %j', (codes, methods) => expect(methodsOf(codes.split(' ').map((code) => ({ code })))).toEqual(methods))

test('violence that was sexual is that, and necessities are withheld only when it was on purpose', () => {
  expect(methodsOf([{ code: 'D5.VIOLENCE', sexual: true }, { code: 'D2.VIOLENCE' }])).toEqual(['SexualAbuse', 'PhysicalAbuse'])
  expect(methodsOf([{ code: 'D4.LIVING', onPurpose: true }])).toEqual(['WithholdsNecessities'])
  expect(methodsOf([{ code: 'D5.DEBT', sexual: true, onPurpose: true }])).toEqual(['DebtBondage'])
})
