import { expect, test } from 'vitest'
import { MemberBody, stateServices } from '../../domain/missions/mission.ts'
import { bodies, linesOfTeam, teamFaults, usualTeam } from './team.ts'

test('the form offers exactly the bodies that the server knows, services of the State first', () => {
  expect([...bodies]).toEqual(MemberBody.options)
  expect(bodies.slice(0, stateServices.length)).toEqual(stateServices)
})
test('every body has a line, and a body that came twice has two', () => {
  const lines = linesOfTeam([...usualTeam, { body: 'iom', attendance: 'observer', head: false }])
  expect([...new Set(lines.map((one) => one.body))]).toEqual([...bodies])
  expect(lines.filter((one) => one.body === 'iom').map((one) => one.at)).toEqual([5, 6])
  expect(lines.find((one) => one.body === 'fec')?.at).toBe(-1)
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
