import { expect, test } from 'vitest'
import { CAPABILITIES } from './capabilities.ts'
import { capabilitiesOf, grantsOf, INCOMPATIBLE_ROLES, isRole, ROLE_IDS } from './roles.ts'

const procedureRoles = [
  ...['MINES_NAT', 'MINISTER', 'MINES_PROV', 'MINISTER_PROV', 'GOVERNOR', 'SAEMAPE_AGENT', 'CEEC_VERIFIER', 'CEEC_VALIDATOR', 'CAMI'],
  ...['MINES_POLICE', 'COOP', 'NEGOCIANT', 'PROCESSOR', 'EXPORTER', 'CONCESSION_HOLDER', 'SCHEME_OPERATOR', 'PARTNER_TEAM'],
  ...['CIVIL_SOCIETY', 'FEC', 'AUDITOR_TPA', 'ICGLR_SEC', 'WHISTLEBLOWER', 'DOWNSTREAM'],
]

test('every role of the procedures is there, and five of our own, and no other', () => {
  expect([...ROLE_IDS].sort()).toEqual([...procedureRoles, 'ADMINISTRATOR', 'OBSERVER', 'integrator', 'epcis-client', 'map-reader'].sort())
})

test.each(CAPABILITIES)('%s belongs to at least one role', (capability) => {
  expect(ROLE_IDS.filter((role) => capabilitiesOf([role]).has(capability))).not.toEqual([])
})

test.each(ROLE_IDS)('every power of %s names its evidence and its source', (role) => {
  for (const given of grantsOf(role)) {
    expect(['V', 'S', 'U', 'D']).toContain(given.evidence)
    expect(given.source).not.toBe('')
  }
})

test.each(ROLE_IDS)('%s is given no power twice', (role) => {
  const named = grantsOf(role).flatMap((given) => given.may)
  expect(named.length).toBe(new Set(named).size)
})

test.each<[string, readonly string[]]>([
  ['sites.order', ['MINISTER']],
  ['certificates.validate', ['CEEC_VALIDATOR']],
  ['certificates.verify', ['CEEC_VERIFIER']],
  ['people.manage', ['ADMINISTRATOR']],
  ['integrator', ['integrator']],
])('%s is held by %j alone', (capability, holders) => {
  expect(ROLE_IDS.filter((role) => new Set<string>(capabilitiesOf([role])).has(capability))).toEqual(holders)
})

test.each(['DOWNSTREAM', 'OBSERVER', 'GOVERNOR'])('%s only reads', (role) => {
  const seeing: readonly string[] = ['sites.exact-position', 'custody.oversee']
  expect([...capabilitiesOf([role])].filter((capability) => !/[.-]read$/.test(capability) && !seeing.includes(capability))).toEqual([])
})

test('an auditor proposes and never decides; the secretariat decides on audits and audits nobody', () => {
  const may = (role: string, capability: string): boolean => new Set<string>(capabilitiesOf([role])).has(capability)
  expect([may('AUDITOR_TPA', 'operators.audit'), may('AUDITOR_TPA', 'operators.decide-audit')]).toEqual([true, false])
  expect([may('ICGLR_SEC', 'operators.audit'), may('ICGLR_SEC', 'operators.decide-audit')]).toEqual([false, true])
})

test('the FEC speaks for itself in a joint team, tells of incidents and otherwise only reads', () => {
  const writes = [...capabilitiesOf(['FEC'])].filter((capability) => !/[.-]read$/.test(capability) && capability !== 'sites.exact-position')
  expect(writes.toSorted()).toEqual(['documents.add', 'exchange.openrosa', 'incidents.report', 'sites.inspect'])
})

test.each(['COOP', 'NEGOCIANT', 'PROCESSOR', 'EXPORTER', 'CONCESSION_HOLDER'])(
  '%s sees and touches only own lots, and no exact position',
  (role) => {
    const may = capabilitiesOf([role])
    expect([may.has('custody.oversee'), may.has('sites.exact-position')]).toEqual([false, false])
  },
)

test('roles add up, and an unknown role gives nothing', () => {
  expect([...capabilitiesOf(['CAMI', 'MINISTER'])]).toEqual(expect.arrayContaining(['sites.register', 'sites.order']))
  expect(capabilitiesOf(['KING', 'toString', '__proto__']).size).toBe(0)
  expect(isRole('constructor')).toBe(false)
})

test('the pairs that nobody may hold together are real roles', () => {
  for (const pair of INCOMPATIBLE_ROLES) expect(pair.every(isRole)).toBe(true)
})
