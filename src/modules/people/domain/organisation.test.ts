import { expect, test } from 'vitest'
import { foldEvents } from '../../../kernel/decider.ts'
import { type OrganisationCommand, type OrganisationEvent, organisationDecider } from './organisation.ts'

const ceec = { name: 'CEEC Goma', kind: 'ceec', area: 'CD61', country: 'CD', identifiers: { nationalId: '01-123' } } as const
const registered: OrganisationEvent = { kind: 'organisation.registered.v1', payload: ceec }
const answer = (past: readonly OrganisationEvent[], command: OrganisationCommand, areaKnown = true): unknown => {
  const outcome = organisationDecider.decide(foldEvents(organisationDecider, past), command, { areaKnown })
  return outcome.ok ? outcome.value.map((event) => event.kind) : outcome.refusal.code
}

test.each<[string, readonly OrganisationEvent[], OrganisationCommand, boolean, unknown]>([
  ['is registered', [], { type: 'register', ...ceec }, true, ['organisation.registered.v1']],
  ['is registered once', [registered], { type: 'register', ...ceec }, true, 'organisation-exists'],
  ['works in a known area', [], { type: 'register', ...ceec }, false, 'area-unknown'],
  ['is amended', [registered], { type: 'amend', area: null, reason: 'moved to the capital' }, true, ['organisation.amended.v1']],
  ['is not amended into the same', [registered], { type: 'amend', reason: 'nothing' }, true, 'nothing-to-change'],
  ['must exist to be amended', [], { type: 'amend', name: 'CEEC', reason: 'typing error' }, true, 'unknown-organisation'],
])('an organisation %s', (_, past, command, areaKnown, expected) => {
  expect(answer(past, command, areaKnown)).toEqual(expected)
})

test('an amendment changes what it names and leaves the rest', () => {
  const amended: OrganisationEvent = { kind: 'organisation.amended.v1', payload: { area: null, reason: 'national' } }
  expect(foldEvents(organisationDecider, [registered, amended])).toEqual({ ...ceec, area: null })
})
