import { expect, test } from 'vitest'
import { MemberBody, stateServices } from '../../domain/missions/mission.ts'
import { bodies, teamFaults, usualTeam } from './team.ts'

test('the form offers exactly the bodies that the server knows, services of the State first', () => {
  expect([...bodies]).toEqual(MemberBody.options)
  expect(bodies.slice(0, stateServices.length)).toEqual(stateServices)
})
test('the usual team can sign', () => expect(teamFaults(usualTeam)).toEqual([]))
test.each([
  ['nobody leads', usualTeam.map((one) => ({ ...one, head: false })), 'no-head'],
  [
    'civil society only looks on',
    usualTeam.map((one) => (one.body === 'civil-society' ? { ...one, attendance: 'observer' as const } : one)),
    'no-civil-society',
  ],
  ['no service of the State', usualTeam.filter((one) => ['civil-society', 'iom'].includes(one.body)), 'no-state-service'],
  ['a body comes twice', [...usualTeam, { body: 'iom', attendance: 'observer' as const, head: false }], 'twice'],
])('a team in which %s is named while planning', (_, members, fault) => expect(teamFaults(members)).toContain(fault))
