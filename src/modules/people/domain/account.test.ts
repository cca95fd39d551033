import { expect, test } from 'vitest'
import { foldEvents } from '../../../kernel/decider.ts'
import { asId } from '../../../kernel/schema.ts'
import { type AccountCommand, type AccountContext, type AccountEvent, accountDecider } from './account.ts'

const ceec = asId('organisation', '01934b6e-7d00-7000-8000-000000000001')
const context: AccountContext = {
  isSelf: false,
  organisationKnown: true,
  actorTerritory: 'everywhere',
  parents: { CD61: null, CD62: null, CD6103: 'CD61' },
  otherAdministrators: 1,
}
type Register = Extract<AccountCommand, { type: 'register' }>
const register = (more: Partial<Register> = {}): Register => ({
  type: 'register',
  kind: 'person',
  organisation: ceec,
  roles: ['CEEC_VERIFIER'],
  territory: ['CD61'],
  ...more,
})
const registered = (more: Partial<Register> = {}): AccountEvent[] => {
  const { type: _type, ...payload } = register(more)
  return [{ kind: 'account.registered.v1', payload }]
}
const answer = (past: readonly AccountEvent[], command: AccountCommand, more: Partial<AccountContext> = {}): unknown => {
  const outcome = accountDecider.decide(foldEvents(accountDecider, past), command, { ...context, ...more })
  return outcome.ok ? outcome.value.map((event) => event.kind) : outcome.refusal.code
}

test.each<[string, Partial<Register>, Partial<AccountContext>, unknown]>([
  ['with a role and an area', {}, {}, ['account.registered.v1']],
  ['without a role yet', { roles: [] }, {}, ['account.registered.v1']],
  ['of a machine', { kind: 'machine', roles: ['integrator'], organisation: null, territory: 'everywhere' }, {}, ['account.registered.v1']],
  ['with a role that does not exist', { roles: ['KING'] }, {}, 'role-unknown'],
  ['of a machine with a role of persons', { kind: 'machine', roles: ['MINISTER'] }, {}, 'role-for-other-kind'],
  ['of a person with the role of machines', { roles: ['integrator'] }, {}, 'role-for-other-kind'],
  ['with both checks of a certificate', { roles: ['CEEC_VERIFIER', 'CEEC_VALIDATOR'] }, {}, 'two-persons-needed'],
  ['in an unknown organisation', {}, { organisationKnown: false }, 'organisation-unknown'],
  ['in an unknown area', { territory: ['CD99'] }, {}, 'area-unknown'],
  ['in no area at all', { territory: [] }, {}, 'territory-empty'],
  ['by somebody of another province', {}, { actorTerritory: ['CD62'] }, 'beyond-your-territory'],
  ['for everywhere by somebody of one province', { territory: 'everywhere' }, { actorTerritory: ['CD61'] }, 'beyond-your-territory'],
  ['for a territoire by somebody of its province', { territory: ['CD6103'] }, { actorTerritory: ['CD61'] }, ['account.registered.v1']],
])('an account %s', (_, more, facts, expected) => {
  expect(answer([], register(more), facts)).toEqual(expected)
})

test('a role named twice is given once', () => {
  const outcome = accountDecider.decide(null, register({ roles: ['CAMI', 'CAMI'] }), context)
  expect(outcome.ok && outcome.value[0]?.payload).toMatchObject({ roles: ['CAMI'] })
})

const admin = { roles: ['ADMINISTRATOR'], territory: 'everywhere' } as const
const why = 'left the service'
test.each<[string, AccountEvent[], AccountCommand, Partial<AccountContext>, unknown]>([
  ['registering twice', registered(), register(), {}, 'account-exists'],
  ['a grant', registered({ roles: [] }), { type: 'grant-role', role: 'CEEC_VALIDATOR' }, {}, ['account.role-granted.v1']],
  ['a grant to oneself', registered({ roles: [] }), { type: 'grant-role', role: 'MINISTER' }, { isSelf: true }, 'not-to-yourself'],
  ['a grant of a role that is held', registered(), { type: 'grant-role', role: 'CEEC_VERIFIER' }, {}, 'role-already-held'],
  ['a grant of the second check', registered(), { type: 'grant-role', role: 'CEEC_VALIDATOR' }, {}, 'two-persons-needed'],
  ['a grant to a stranger', [], { type: 'grant-role', role: 'CAMI' }, {}, 'unknown-account'],
  [
    'a grant in another province',
    registered(),
    { type: 'grant-role', role: 'CAMI' },
    { actorTerritory: ['CD62'] },
    'beyond-your-territory',
  ],
  ['a withdrawal', registered(), { type: 'withdraw-role', role: 'CEEC_VERIFIER', reason: why }, {}, ['account.role-withdrawn.v1']],
  ['a withdrawal of what is not held', registered(), { type: 'withdraw-role', role: 'CAMI', reason: why }, {}, 'role-not-held'],
  [
    'a withdrawal from the last administrator',
    registered({ ...admin, roles: ['ADMINISTRATOR'] }),
    { type: 'withdraw-role', role: 'ADMINISTRATOR', reason: why },
    { otherAdministrators: 0 },
    'last-administrator',
  ],
  [
    'closing the last administrator',
    registered({ ...admin, roles: ['ADMINISTRATOR'] }),
    { type: 'close', reason: why },
    { otherAdministrators: 0 },
    'last-administrator',
  ],
  [
    'closing one administrator of two',
    registered({ ...admin, roles: ['ADMINISTRATOR'] }),
    { type: 'close', reason: why },
    {},
    ['account.closed.v1'],
  ],
  ['a new territory', registered(), { type: 'set-territory', territory: ['CD62'], reason: why }, {}, ['account.territory-set.v1']],
  [
    'a new territory for oneself',
    registered(),
    { type: 'set-territory', territory: 'everywhere', reason: why },
    { isSelf: true },
    'not-to-yourself',
  ],
  [
    'anything on a closed account',
    [...registered(), { kind: 'account.closed.v1', payload: { reason: why } }],
    { type: 'grant-role', role: 'CAMI' },
    {},
    'account-closed',
  ],
])('%s', (_, past, command, facts, expected) => {
  expect(answer(past, command, facts)).toEqual(expected)
})

test('roles and territory follow the events', () => {
  const past: AccountEvent[] = [
    ...registered(),
    { kind: 'account.role-granted.v1', payload: { role: 'OBSERVER' } },
    { kind: 'account.role-withdrawn.v1', payload: { role: 'CEEC_VERIFIER', reason: why } },
    { kind: 'account.territory-set.v1', payload: { territory: 'everywhere', reason: why } },
  ]
  expect(foldEvents(accountDecider, past)).toEqual({ kind: 'person', roles: ['OBSERVER'], territory: 'everywhere', closed: false })
})
