import { expect, test } from 'vitest'
import { DEVICE_POLICY, KEY_HOLDER_RULES, devicePolicyOf } from './device-policy.ts'
import { capabilitiesInField } from './field-capabilities.ts'
import { ROLE_IDS } from './roles.ts'

test('a telephone that opens files must come by every seventy-two hours and locks after two to five minutes', () => {
  const policy = devicePolicyOf(capabilitiesInField('CASE_WORKER'))
  expect(policy).toMatchObject({ leaseDays: 3, pinTries: DEVICE_POLICY.pinTries, wipeTries: DEVICE_POLICY.wipeTries })
  expect(policy.idleMinutes).toBeGreaterThanOrEqual(2)
  expect(policy.idleMinutes).toBeLessThanOrEqual(5)
  expect(Object.values(KEY_HOLDER_RULES).map(({ evidence }) => evidence)).toEqual(['D', 'D'])
})

test('everybody else keeps the rules of before', () => {
  for (const role of ROLE_IDS.filter((one) => !capabilitiesInField(one).has('cases.hold-key')))
    expect(devicePolicyOf(capabilitiesInField(role))).toEqual(DEVICE_POLICY)
})
