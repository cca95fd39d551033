/*
What a telephone in the field may at most, and which roles an officer may put on one. An enrolment is a way in without a password, so whoever may
enrol could else become a colleague and decide in the colleague's name. A telephone therefore observes, weighs and reads; decisions (orders, holds,
missions, certificates, transfers, persons, forms) need the desk and the password. All of it a proposal (D): a country changes these lists.
*/
import type { Capability } from './capabilities.ts'
import { capabilitiesOf } from './roles.ts'

export const FIELD_CAPABILITIES: readonly Capability[] = [
  ...(['sites.read', 'sites.exact-position', 'sites.inspect'] as const),
  ...(['custody.read', 'custody.oversee', 'custody.weigh', 'custody.allocate-tags'] as const),
  ...(['documents.add', 'certificates.read', 'reports.read'] as const),
  ...(['field.oversee', 'field.rescue'] as const),
  // Both always kept, and nothing is decided by them.
  ...(['incidents.report', 'conflict.warn'] as const),
  // Who counts at a road; what others counted is for a desk.
  'mobility.count',
  // Who gives a test in a hall; right options, names and numbers of a training are for a desk.
  'outreach.test',
  // A signal about a person is sealed before it leaves; a case worker carries a few own files, which only her personal key opens.
  ...(['cases.signal', 'cases.work', 'cases.hold-key', 'cases.directory-read'] as const),
  // The one decision without the desk: on numbers reserved for this telephone, provisional until the desk confirms it.
  ...(['certificates.provisional'] as const),
]

/** Acts that are done at the pit; without one of them a role has no need of a telephone. */
export const FIELD_ACTS: readonly Capability[] = [
  'sites.inspect',
  'custody.weigh',
  'custody.allocate-tags',
  'mobility.count',
  'outreach.test',
]

/** What of a role its telephone may. */
export function capabilitiesInField(role: string): ReadonlySet<Capability> {
  const held = capabilitiesOf([role])
  return new Set(FIELD_CAPABILITIES.filter((capability) => held.has(capability)))
}

/** Whether an officer may offer a telephone in this role; others are offered by whoever manages people. */
export function isForField(role: string): boolean {
  const held = capabilitiesOf([role])
  return FIELD_ACTS.some((act) => held.has(act))
}
