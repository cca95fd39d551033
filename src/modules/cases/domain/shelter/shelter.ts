/*
Who sleeps where. A bed is given when there is one in the room from that night on, and when those who sleep there are of the same group or all of
one family; a family room takes one family. Nobody is put out by a rule: a long stay is reviewed, a house that is full says so.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { AccountId } from '../../../people/contract.ts'
import type { Room } from '../../contract-directory.ts'
import { type Guard, type Machine, take } from '../machine.ts'
import type { PlacedWith, ShelterCommand, ShelterEvent, StayState } from './shelter-words.ts'

export interface Stretch {
  readonly room: string
  readonly from: string
  /** First night not slept there; `null`: still there. */
  readonly to: string | null
}
export interface Stay {
  readonly state: StayState
  readonly placedWith: PlacedWith
  readonly family: string | null
  readonly stretches: readonly Stretch[]
  readonly lastReviewOn: string
}
export interface Arrangement {
  readonly from: string
  readonly rooms: readonly Room[]
}
export interface Shelter {
  readonly arrangements: readonly Arrangement[]
  readonly stays: ReadonlyMap<string, Stay>
}
type StayCommand = Exclude<ShelterCommand, { step: 'arrange' }>

export interface StayKnown {
  readonly isRoomThere: boolean
  readonly freeBeds: number
  readonly isMixed: boolean
  readonly isDayPossible: boolean
}
type G = Guard<StayKnown>
const there: G = { code: 'unknown-room', holds: (known) => known.isRoomThere }
const free: G = { code: 'room-full', holds: (known) => known.freeBeds > 0 }
const unmixed: G = { code: 'room-would-be-mixed', holds: (known) => !known.isMixed }
const after: G = { code: 'stay-day-not-possible', holds: (known) => known.isDayPossible }
export const stayMachine: Machine<StayState, StayCommand['step'], StayKnown> = {
  ...{ name: 'shelter-stay', evidence: 'D', source: 'own table: in, moved, reviewed, out', states: ['staying', 'left'] },
  names: ['admit', 'move', 'review', 'leave'],
  steps: [
    { step: 'admit', from: [null], to: 'staying', guards: [there, free, unmixed] },
    { step: 'move', from: ['staying'], to: 'staying', guards: [after, there, free, unmixed] },
    { step: 'review', from: ['staying'], to: 'staying', guards: [after] },
    { step: 'leave', from: ['staying'], to: 'left', guards: [after] },
  ],
}

export const roomsOn = ({ arrangements }: Shelter, day: string): readonly Room[] =>
  arrangements.filter((one) => one.from <= day).reduce<Arrangement | null>((best, one) => (best && best.from > one.from ? best : one), null)
    ?.rooms ?? []
/** Whoever sleeps in the room on that night or comes to it later. */
const others = ({ stays }: Shelter, { room, from, but }: { room: string; from: string; but: string }): readonly Stay[] =>
  [...stays]
    .filter(([id, stay]) => id !== but && stay.stretches.some((one) => one.room === room && (one.to === null || one.to > from)))
    .map(([, stay]) => stay)

interface Newcomer {
  readonly placedWith: PlacedWith
  readonly family: string | null
}
function mixes(room: Room, newcomer: Newcomer, there_: readonly Newcomer[]): boolean {
  const isOneFamily = newcomer.family !== null && there_.every((one) => one.family === newcomer.family)
  if (isOneFamily) return false
  if (room.kind === 'family') return newcomer.family === null || there_.length > 0
  const suits = room.kind === 'accessible' || room.kind === newcomer.placedWith
  return !suits || there_.some((one) => one.placedWith !== newcomer.placedWith)
}

function knownOf(shelter: Shelter, command: StayCommand): StayKnown {
  const stay = shelter.stays.get(command.stay)
  const since = stay?.stretches.at(-1)?.from
  const isDayPossible = since === undefined || command.on >= since
  const name = command.step === 'admit' || command.step === 'move' ? command.room : null
  const room = roomsOn(shelter, command.on).find((one) => one.room === name)
  const newcomer: Newcomer | undefined = command.step === 'admit' ? command : stay
  if (!room || !newcomer) return { isRoomThere: room !== undefined, freeBeds: 0, isMixed: false, isDayPossible }
  const sleeping = others(shelter, { room: room.room, from: command.on, but: command.stay })
  return { isRoomThere: true, freeBeds: room.beds - sleeping.length, isMixed: mixes(room, newcomer, sleeping), isDayPossible }
}

type Context = { readonly by: AccountId; readonly at: string }
function decide(shelter: Shelter, command: ShelterCommand, { by, at }: Context): Outcome<readonly ShelterEvent[]> {
  if (command.step === 'arrange') {
    const names = command.rooms.map((one) => one.room)
    if (new Set(names).size < names.length) return refused('room-named-twice')
    return accepted([{ kind: 'shelter.arranged.v1', payload: { ...command, by, at } }])
  }
  const state = shelter.stays.get(command.stay)?.state ?? null
  const moved = take(stayMachine, { at: state, before: null }, { step: command.step, known: knownOf(shelter, command) })
  return moved.ok ? accepted([{ kind: 'shelter-stay.moved.v1', payload: { ...command, to: moved.value, by, at } }]) : moved
}

function evolve(shelter: Shelter, { kind, payload }: ShelterEvent): Shelter {
  if (kind === 'shelter.arranged.v1') {
    const { from, rooms } = payload
    return { ...shelter, arrangements: [...shelter.arrangements, { from, rooms }] }
  }
  const put = (stay: Stay): Shelter => ({ ...shelter, stays: new Map([...shelter.stays, [payload.stay, stay]]) })
  if (payload.step === 'admit') {
    const { placedWith, family, room, on, to } = payload
    return put({ state: to, placedWith, family, stretches: [{ room, from: on, to: null }], lastReviewOn: on })
  }
  const stay = shelter.stays.get(payload.stay)
  if (!stay) return shelter
  const ended = stay.stretches.map((one) => (one.to === null ? { ...one, to: payload.on } : one))
  switch (payload.step) {
    case 'move':
      return put({ ...stay, stretches: [...ended, { room: payload.room, from: payload.on, to: null }] })
    case 'leave':
      return put({ ...stay, state: payload.to, stretches: ended })
    case 'review':
      return put({ ...stay, lastReviewOn: payload.on })
  }
}
export const shelterDecider: Decider<Shelter, ShelterCommand, ShelterEvent, Context> = {
  ...{ initial: { arrangements: [], stays: new Map() }, decide, evolve },
}
