/*
A shelter by a coded name: rooms, beds, stays. Its address is in no field; who stays is a pseudonym and the group with which the person chose to
be placed, because a room is shared by agreement and not by what a paper says.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import {
  type Id,
  type Infer,
  calendarDate,
  exactly,
  id,
  instant,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import { SubjectCode } from '../codes.ts'
import { AccountId } from '../../../people/contract.ts'
import { Room } from '../../contract-directory.ts'
import { SealedRef } from '../sealed-ref.ts'

export const StayId = id('shelter-stay')
export type StayId = Id<'shelter-stay'>
export const PlacedWith = oneOf('women', 'men', 'girls', 'boys')
export type PlacedWith = Infer<typeof PlacedWith>
export const LeavingReason = oneOf(
  'exit-plan-done',
  'own-wish',
  'moved-elsewhere',
  'returned-home',
  'stay-ended-by-house',
  'unsafe-here',
  'unknown',
)
export const StayState = oneOf('staying', 'left')
export type StayState = Infer<typeof StayState>

const arrange = { step: exactly('arrange'), from: calendarDate(), rooms: listOf(Room, 200) }
const stay = { stay: StayId }
const admit = {
  ...{ step: exactly('admit'), ...stay, subject: SubjectCode, room: text(40), on: calendarDate(), placedWith: PlacedWith },
  ...{ family: orNull(SubjectCode), exitPlan: maybe(SealedRef) },
}
const move = { step: exactly('move'), ...stay, room: text(40), on: calendarDate() }
const review = { step: exactly('review'), ...stay, on: calendarDate() }
const leave = { step: exactly('leave'), ...stay, on: calendarDate(), reason: LeavingReason, isForced: yesOrNo() }
const stamp = { by: AccountId, at: instant() }

export const ShelterCommand = taggedBy('step', [record(arrange), record(admit), record(move), record(review), record(leave)])
export type ShelterCommand = Infer<typeof ShelterCommand>
export const ShelterArranged = record({ ...arrange, ...stamp })
export const StayMoved = taggedBy('step', [
  // Of which person it is lies apart, under a key that goes with their case.
  record({ ...admit, subject: maybe(SubjectCode), ...stamp, to: StayState }),
  record({ ...move, ...stamp, to: StayState }),
  record({ ...review, ...stamp, to: StayState }),
  record({ ...leave, ...stamp, to: StayState }),
])
export const shelterKinds = { 'shelter.arranged.v1': ShelterArranged, 'shelter-stay.moved.v1': StayMoved } as const
export type ShelterEvent =
  | DomainEvent<'shelter.arranged.v1', Infer<typeof ShelterArranged>>
  | DomainEvent<'shelter-stay.moved.v1', Infer<typeof StayMoved>>
