import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { Member } from '../../domain/access/access.ts'
import { noAccess } from '../../domain/access/access.ts'
import { noCase } from '../../domain/case/case-file.ts'
import { warningOf } from './breach-waits.ts'
import type { BreachPersonRow } from './store-breach.ts'

const body = (at: number) => asId('organisation', `00000000-0000-7000-8000-00000000000${at}`)
const [ours, former, stranger, guests] = [body(1), body(2), body(3), body(4)]
const guest: Member = {
  ...{ account: asId('account', '00000000-0000-7000-8000-0000000000a1'), organisation: guests, as: 'break-glass', vaults: [] },
  ...{ joinedAt: '2026-11-01T09:00:00.000Z', until: null },
}
const whole = {
  file: { ...noCase, subject: 'AB-CDEF-GH', organisation: ours, heldBefore: [former] },
  access: { ...noAccess, members: [guest] },
}
const of = (organisation: string | null, said: Partial<BreachPersonRow> = {}) => {
  const person = { code: 'AB-CDEF-GH', risk: null, warning: null, ...said }
  const named = new Map([['AB-CDEF-GH', [{ id: 'b1', organisation, detectedAt: '2026-11-22T09:00:00.000Z', person }]]])
  return warningOf(named, whole)?.isOfOwnBody ?? null
}

test.each([
  ['of the own body', ours, {}, true],
  ['of the body that had it before', former, {}, false],
  ['of a body whose guest reads it', guests, {}, false],
  ['of a body that never had it', stranger, {}, null],
  ['of no body', null, {}, null],
  ['warned by the owner', ours, { warning: 'warned', owner: 'warned' }, null],
  ['the owner says that it would be dangerous', former, { owner: 'cannot-be-warned-safely' }, null],
  ['not reached is tried again', former, { owner: 'not-reached' }, false],
  ['said in the own body where nobody owned it', ours, { warning: 'warned' }, null],
  ['what another body said ends nothing here', former, { warning: 'warned' }, false],
] as const)('a wait %s', (_name, organisation, said, expected) => {
  expect(of(organisation, said)).toBe(expected)
})
