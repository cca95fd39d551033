import { describe, expect, test } from 'vitest'
import { CAPABILITIES } from './capabilities.ts'
import { PROTECTION_ROLES } from './protection-roles.ts'
import { capabilitiesOf, grantsOf, INCOMPATIBLE_ROLES, isRole, ROLE_IDS } from './roles.ts'

const procedureRoles = [
  ...['MINES_NAT', 'MINISTER', 'MINES_PROV', 'MINISTER_PROV', 'GOVERNOR', 'SAEMAPE_AGENT', 'CEEC_VERIFIER', 'CEEC_VALIDATOR', 'CAMI'],
  ...['MINES_POLICE', 'COOP', 'NEGOCIANT', 'PROCESSOR', 'EXPORTER', 'CONCESSION_HOLDER', 'SCHEME_OPERATOR', 'PARTNER_TEAM'],
  ...['CIVIL_SOCIETY', 'FEC', 'AUDITOR_TPA', 'ICGLR_SEC', 'WHISTLEBLOWER', 'DOWNSTREAM'],
]

const protecting = [
  ...['CASE_WORKER', 'CASE_SUPERVISOR', 'SERVICE_PROVIDER', 'SHELTER_MANAGER', 'JUSTICE_LIAISON', 'IDENTIFICATION_BODY'],
  ...['DATA_PROTECTION_OFFICER', 'MONITORING_OFFICER', 'KEY_CUSTODIAN'],
]

const mapping = ['CONFLICT_ANALYST', 'PEACE_SECRETARIAT']
const coordinating = ['COMMITTEE_SECRETARY', 'TRAINING_OFFICER', 'RESOURCE_DESK', 'FLOW_ENUMERATOR', 'PROJECT_MANAGER', 'DONOR']

test('every role of the procedures is there, those that protect persons, those that map conflicts or coordinate, and five of our own, and no other', () => {
  const ours = ['ADMINISTRATOR', 'OBSERVER', 'integrator', 'epcis-client', 'map-reader']
  expect([...ROLE_IDS].sort()).toEqual([...procedureRoles, ...protecting, ...mapping, ...coordinating, ...ours].sort())
  expect(Object.keys(PROTECTION_ROLES).sort()).toEqual(protecting.toSorted())
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

test('the FEC speaks for itself in a joint team, tells of incidents and of persons in danger, and otherwise only reads', () => {
  const writes = [...capabilitiesOf(['FEC'])].filter((capability) => !/[.-]read$/.test(capability) && capability !== 'sites.exact-position')
  expect(writes.toSorted()).toEqual([
    'cases.signal',
    'conflict.propose',
    'conflict.warn',
    'coordination.act',
    'documents.add',
    'exchange.openrosa',
    'incidents.report',
    'sites.inspect',
  ])
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

const holders = (capability: string): readonly string[] =>
  ROLE_IDS.filter((role) => new Set<string>(capabilitiesOf([role])).has(capability))
const apart = (one: string, other: string): boolean => INCOMPATIBLE_ROLES.some((pair) => pair.includes(one) && pair.includes(other))

test('whoever inspects sites may send a signal about a person, and reads nothing of it', () => {
  for (const role of holders('sites.inspect')) {
    const may = [...capabilitiesOf([role])].filter((capability) => capability.startsWith('cases.'))
    expect([role, may]).toEqual([role, ['cases.signal']])
  }
})

test('of files of persons the administrator may shut an office down, and nothing else', () => {
  expect([...capabilitiesOf(['ADMINISTRATOR'])].filter((capability) => capability.startsWith('cases.'))).toEqual(['cases.lock-down'])
})

test('no role outside protection holds a key of files, works on one, watches or counts', () => {
  const open = CAPABILITIES.filter((one) => one.startsWith('cases.') && one !== 'cases.signal' && one !== 'cases.lock-down')
  for (const capability of open) expect(holders(capability).filter((role) => !protecting.includes(role))).toEqual([])
})

test('secret names of conflicts are for who maps them and holds a key; who maps validates nothing', () => {
  expect(holders('conflict.named')).toEqual(mapping)
  expect(holders('conflict.validate')).toEqual(['PEACE_SECRETARIAT'])
})

describe('separation of duties: one account never', () => {
  test.each(holders('cases.hold-key'))('runs the machine, or watches, and holds a key as %s', (role) => {
    expect([apart('ADMINISTRATOR', role), apart('DATA_PROTECTION_OFFICER', role)]).toEqual([true, true])
  })
  test('runs the machine and watches over it', () => expect(apart('ADMINISTRATOR', 'DATA_PROTECTION_OFFICER')).toBe(true))
  test.each(holders('cases.hold-key').filter((role) => role !== 'KEY_CUSTODIAN'))(
    'keeps a share of the keys and asks for one as %s',
    (role) => expect(apart('KEY_CUSTODIAN', role)).toBe(true),
  )
  test.each(['CASE_WORKER', 'CASE_SUPERVISOR'])('recognises a person whom it accompanies as %s', (role) =>
    expect(apart('IDENTIFICATION_BODY', role)).toBe(true),
  )
  test.each(holders('cases.hold-key'))('watches without a key, so %s is another person than who watches', (role) => {
    expect(capabilitiesOf([role]).has('cases.protect-data')).toBe(false)
  })
})

test('a small team may combine: a case worker who also supervises, a clinic that also shelters', () => {
  expect([apart('CASE_WORKER', 'CASE_SUPERVISOR'), apart('SERVICE_PROVIDER', 'SHELTER_MANAGER')]).toEqual([false, false])
})
