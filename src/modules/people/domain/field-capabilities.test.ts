import { expect, test } from 'vitest'
import { capabilitiesInField, FIELD_ACTS, FIELD_CAPABILITIES, isForField } from './field-capabilities.ts'
import { ROLE_IDS, capabilitiesOf } from './roles.ts'

const decisions =
  /^(people|places|imports|forms|integrator|exchange)|\.(order|draft-order|review|plan-mission|register|choose-rules|hold$|blue-.*|transfer|aggregate|assay|quarantine|prepare|verify|validate|revoke|supervise|determine|guard-shares|protect-data|lock-down)/

test.each(ROLE_IDS)('a telephone of %s may nothing that its owner may not, and decides nothing', (role) => {
  const may = [...capabilitiesInField(role)]
  expect(may.filter((one) => !capabilitiesOf([role]).has(one))).toEqual([])
  expect(may.filter((one) => decisions.test(one))).toEqual([])
})

test('an agent at the pit weighs, gives tags and inspects', () => {
  expect([...capabilitiesInField('SAEMAPE_AGENT')]).toEqual(
    expect.arrayContaining([
      ...FIELD_ACTS.filter((act) => act !== 'mobility.count' && act !== 'outreach.test'),
      'documents.add',
      'sites.exact-position',
    ]),
  )
  expect(FIELD_ACTS.filter((act) => !FIELD_CAPABILITIES.includes(act))).toEqual([])
})

test.each(['MINISTER', 'MINISTER_PROV', 'GOVERNOR', 'ADMINISTRATOR', 'CEEC_VALIDATOR', 'OBSERVER', 'EXPORTER', 'CASE_WORKER'])(
  '%s is not for a telephone',
  (role) => {
    expect(isForField(role)).toBe(false)
  },
)
test.each(['MINES_PROV', 'SAEMAPE_AGENT', 'SCHEME_OPERATOR', 'PARTNER_TEAM', 'CIVIL_SOCIETY'])('%s is', (role) => {
  expect(isForField(role)).toBe(true)
})

test('who counts at a road carries a telephone that counts and reads no sums', () =>
  expect([...capabilitiesInField('FLOW_ENUMERATOR')]).toEqual(['mobility.count']))

test('who teaches carries a telephone that gives a test: no list of participants, no right option, no number', () =>
  expect([...capabilitiesInField('TRAINING_OFFICER')].filter((one) => one.startsWith('outreach.'))).toEqual(['outreach.test']))
