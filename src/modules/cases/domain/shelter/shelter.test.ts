import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import type { RoomKind } from '../../contract-directory.ts'
import { differences } from '../machine-trial.ts'
import { idOf, worker } from '../case/case-story.ts'
import { alertOf, inMonth, onNight, provinceCapacity, reviewsDue } from './occupancy.ts'
import { type ShelterCommand, type ShelterEvent, shelterKinds } from './shelter-words.ts'
import { shelterDecider, stayMachine } from './shelter.ts'

const context = { by: worker, at: '2026-11-22T09:00:00.000Z' }
const stateOf = (events: readonly ShelterEvent[]) => foldEvents(shelterDecider, events)
const tell = (commands: readonly ShelterCommand[]): readonly ShelterEvent[] =>
  commands.reduce<readonly ShelterEvent[]>((events, command) => {
    const outcome = shelterDecider.decide(stateOf(events), command, context)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    for (const { kind, payload } of outcome.value) mustParse(shelterKinds[kind], payload)
    return [...events, ...outcome.value]
  }, [])
const refusalOf = (commands: readonly ShelterCommand[], command: ShelterCommand): string | null => {
  const outcome = shelterDecider.decide(stateOf(tell(commands)), command, context)
  return outcome.ok ? null : outcome.refusal.code
}
const rooms = (...some: readonly (readonly [string, RoomKind, number])[]): ShelterCommand => ({
  ...({ step: 'arrange', from: '2026-01-01' } as const),
  rooms: some.map(([room, kind, beds]) => ({ room, kind, beds })),
})
type Admit = Extract<ShelterCommand, { step: 'admit' }>
const admit = (number: number, room: string, changes: Partial<Admit> = {}): Admit => ({
  ...({
    step: 'admit',
    stay: idOf('shelter-stay', number),
    subject: `S${(number % 8) + 2}-4QX2-9D`,
    room,
    on: '2026-11-01',
    placedWith: 'women',
    family: null,
  } as const),
  ...changes,
})
const leave = (number: number, on: string): ShelterCommand => ({
  ...({ step: 'leave', stay: idOf('shelter-stay', number), on, reason: 'own-wish', isForced: false } as const),
})
const house = rooms(['w', 'women', 2], ['f', 'family', 4], ['a', 'accessible', 2], ['g', 'girls', 1])

test('acceptance 9: a stay takes the steps of its table and refuses every other', () => {
  const legal = ['- admit staying', 'staying move staying', 'staying review staying', 'staying leave left']
  expect(differences(stayMachine, { legal, open: { isRoomThere: true, freeBeds: 1, isMixed: false, isDayPossible: true } })).toEqual([])
})

test('acceptance 9: no bed is given twice, and one that was left is free from that night', () => {
  const full = [house, admit(1, 'w'), admit(2, 'w')]
  expect(refusalOf(full, admit(3, 'w'))).toBe('room-full')
  expect(refusalOf([...full, leave(1, '2026-11-10')], admit(3, 'w', { on: '2026-11-09' }))).toBe('room-full')
  expect(refusalOf([...full, leave(1, '2026-11-10')], admit(3, 'w', { on: '2026-11-10' }))).toBeNull()
  expect(refusalOf([house], admit(1, 'nowhere'))).toBe('unknown-room')
  expect(refusalOf([house], admit(1, 'w', { on: '2025-12-31' }))).toBe('unknown-room')
})

test.each([
  ['a man among women', [admit(1, 'w')], admit(2, 'w', { placedWith: 'men' }), 'room-would-be-mixed'],
  ['a girl among women', [], admit(2, 'w', { placedWith: 'girls' }), 'room-would-be-mixed'],
  ['a girl with her mother', [admit(1, 'w', { family: 'FK-4QX2-9D' })], admit(2, 'w', { placedWith: 'girls', family: 'FK-4QX2-9D' }), null],
  [
    'a boy of another family',
    [admit(1, 'w', { family: 'FK-4QX2-9D' })],
    admit(2, 'w', { placedWith: 'boys', family: 'FM-4QX2-9D' }),
    'room-would-be-mixed',
  ],
  ['a family of both sexes', [admit(1, 'f', { family: 'FK-4QX2-9D' })], admit(2, 'f', { placedWith: 'men', family: 'FK-4QX2-9D' }), null],
  ['a second family', [admit(1, 'f', { family: 'FK-4QX2-9D' })], admit(2, 'f', { family: 'FM-4QX2-9D' }), 'room-would-be-mixed'],
  ['somebody alone in a family room', [], admit(2, 'f'), 'room-would-be-mixed'],
  ['the same group in the accessible room', [admit(1, 'a')], admit(2, 'a'), null],
  ['another group in the accessible room', [admit(1, 'a')], admit(2, 'a', { placedWith: 'men' }), 'room-would-be-mixed'],
] as const)('%s', (_what, before, command, code) => expect(refusalOf([house, ...before], command)).toBe(code))

test('a move asks what an admission asks, on a day that can be', () => {
  const move = (room: string, on: string): ShelterCommand => ({ step: 'move', stay: idOf('shelter-stay', 1), room, on })
  const before = [house, admit(1, 'w'), admit(2, 'g', { placedWith: 'girls' })]
  expect(refusalOf(before, move('g', '2026-11-05'))).toBe('room-full')
  expect(refusalOf(before, move('a', '2026-10-31'))).toBe('stay-day-not-possible')
  expect(refusalOf(before, leave(1, '2026-10-31'))).toBe('stay-day-not-possible')
  const moved = stateOf(tell([...before, move('a', '2026-11-05')]))
  expect(moved.stays.get(idOf('shelter-stay', 1))?.stretches).toEqual([
    { room: 'w', from: '2026-11-01', to: '2026-11-05' },
    { room: 'a', from: '2026-11-05', to: null },
  ])
  expect(refusalOf([rooms(), house], rooms(['w', 'women', 1], ['w', 'men', 1]))).toBe('room-named-twice')
})

test('bed-nights of a night and of a month; the night of leaving is not slept', () => {
  const state = stateOf(tell([house, admit(1, 'w'), admit(2, 'w', { on: '2026-11-16' }), leave(1, '2026-11-11')]))
  expect(onNight(state, '2026-11-10')).toEqual({ occupied: 1, available: 9, share: 1111 })
  expect(onNight(state, '2026-11-11').occupied).toBe(0)
  expect(inMonth(state, '2026-11')).toEqual({ occupied: 25, available: 270, share: 926 })
  expect(inMonth(state, '2025-11')).toEqual({ occupied: 0, available: 0, share: null })
})

test('ninety percent and full are told; more than ninety days are reviewed', () => {
  const share = (hundredths: number | null) => alertOf({ occupied: 0, available: 0, share: hundredths })
  expect([share(8_999), share(9_000), share(9_999), share(10_000), share(null)]).toEqual([null, 'nearly-full', 'nearly-full', 'full', null])
  const stay = idOf('shelter-stay', 1)
  const state = stateOf(tell([house, admit(1, 'w', { on: '2026-01-01' })]))
  expect([reviewsDue(state, '2026-04-01'), reviewsDue(state, '2026-04-02')]).toEqual([[], [stay]])
  const reviewed = stateOf(tell([house, admit(1, 'w', { on: '2026-01-01' }), { step: 'review', stay, on: '2026-04-02' }]))
  expect(reviewsDue(reviewed, '2026-07-01')).toEqual([])
})

test('what leaves is a line for a province, never a house', () => {
  const shelter = stateOf(tell([house, admit(1, 'w')]))
  expect(
    provinceCapacity(
      [
        { provinceCode: 'CD62', shelter },
        { provinceCode: 'CD61', shelter },
        { provinceCode: 'CD62', shelter },
      ],
      '2026-11-02',
    ),
  ).toEqual([
    { provinceCode: 'CD61', beds: { occupied: 1, available: 9, share: 1111 } },
    { provinceCode: 'CD62', beds: { occupied: 2, available: 18, share: 1111 } },
  ])
})
