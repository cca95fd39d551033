/*
The register of shelters: a coded name, a province, rooms from a day on. A house belongs to the body that keeps it. Its name may not say where it
stands, and where it stands is in no event: only that its place was sealed, to how many and whom, and who looked it up.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, listOf, mustParse, record } from '../../../../kernel/schema.ts'
import { type AccountId, OrganisationId } from '../../../people/contract.ts'
import { type ArrangeShelter, CloseShelter, Room, ShelterFacts } from '../../contract-directory.ts'
import { PlaceOpened, PlaceSealed, act } from './service-point-events.ts'

export const ShelterRegistered = record({ organisation: OrganisationId, facts: ShelterFacts, ...act })
export const ShelterDescribed = record({ facts: ShelterFacts, ...act })
export const RoomsArranged = record({ from: calendarDate(), rooms: listOf(Room, 200), ...act })
export const ShelterClosed = record({ reason: CloseShelter.shape.reason, ...act })
export const shelterRegisterKinds = {
  'shelter.registered.v1': ShelterRegistered,
  'shelter.described.v1': ShelterDescribed,
  'shelter.rooms-arranged.v1': RoomsArranged,
  'shelter.closed.v1': ShelterClosed,
  'shelter.place-sealed.v1': PlaceSealed,
  'shelter.place-opened.v1': PlaceOpened,
} as const
type Kinds = typeof shelterRegisterKinds
export type ShelterRegisterEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export type ShelterRegisterCommand =
  | { readonly type: 'register'; readonly facts: ShelterFacts }
  | { readonly type: 'describe'; readonly facts: ShelterFacts }
  | ({ readonly type: 'arrange' } & Infer<typeof ArrangeShelter>)
  | ({ readonly type: 'close' } & CloseShelter)
  | { readonly type: 'seal-place'; readonly readers: readonly AccountId[] }
  | { readonly type: 'open-place' }
export interface ShelterRegisterContext {
  readonly today: string
  readonly account: string
  readonly organisation: string | null
  /** Names of provinces and territoires, for the coded name. */
  readonly areaNames: readonly string[]
  readonly isProvinceKnown: boolean
  readonly isProvinceMine: boolean
  readonly mayOpen: boolean
}
export interface RegisteredShelter {
  readonly organisation: string
  readonly facts: ShelterFacts
  readonly isClosed: boolean
}

/** Letters and digits without accents, one space between words. */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
const tellsPlace = (name: string, areaNames: readonly string[]): boolean => {
  const said = ` ${plainName(name)} `
  return areaNames.some((one) => plainName(one) !== '' && said.includes(` ${plainName(one)} `))
}
function checked(facts: ShelterFacts, context: ShelterRegisterContext): Outcome<null> {
  if (!context.isProvinceKnown) return refused('unknown-area')
  if (!context.isProvinceMine) return refused('area-not-yours')
  return tellsPlace(facts.name, context.areaNames) ? refused('shelter-name-tells-place') : accepted(null)
}

function decide(
  shelter: RegisteredShelter | null,
  command: ShelterRegisterCommand,
  context: ShelterRegisterContext,
): Outcome<readonly ShelterRegisterEvent[]> {
  const { today, account, organisation } = context
  const stamp = { on: today, by: account, body: organisation }
  if (command.type === 'register') {
    if (shelter) return refused('shelter-registered-already')
    if (organisation === null) return refused('shelter-needs-a-body')
    const fits = checked(command.facts, context)
    if (!fits.ok) return fits
    const keeper = mustParse(OrganisationId, organisation)
    return accepted([{ kind: 'shelter.registered.v1', payload: { organisation: keeper, facts: command.facts, ...stamp } }])
  }
  if (!shelter) return refused('unknown-shelter')
  if (command.type === 'open-place')
    return context.mayOpen ? accepted([{ kind: 'shelter.place-opened.v1', payload: stamp }]) : refused('unknown-shelter')
  if (shelter.organisation !== organisation) return refused('unknown-shelter')
  if (shelter.isClosed) return refused('shelter-closed')
  switch (command.type) {
    case 'describe': {
      const fits = checked(command.facts, context)
      return fits.ok ? accepted([{ kind: 'shelter.described.v1', payload: { facts: command.facts, ...stamp } }]) : fits
    }
    case 'arrange': {
      const { from, rooms } = command
      if (new Set(rooms.map((one) => one.room)).size < rooms.length) return refused('room-named-twice')
      return accepted([{ kind: 'shelter.rooms-arranged.v1', payload: { from, rooms, ...stamp } }])
    }
    case 'close':
      return accepted([{ kind: 'shelter.closed.v1', payload: { reason: command.reason, ...stamp } }])
    case 'seal-place':
      if (new Set(command.readers).size < command.readers.length) return refused('reader-named-twice')
      return accepted([{ kind: 'shelter.place-sealed.v1', payload: { readers: [...command.readers], ...stamp } }])
  }
}
function evolve(shelter: RegisteredShelter | null, event: ShelterRegisterEvent): RegisteredShelter | null {
  if (event.kind === 'shelter.registered.v1') {
    const { organisation, facts } = event.payload
    return { organisation, facts, isClosed: false }
  }
  if (!shelter) return null
  if (event.kind === 'shelter.described.v1') return { ...shelter, facts: event.payload.facts }
  return event.kind === 'shelter.closed.v1' ? { ...shelter, isClosed: true } : shelter
}
export const shelterRegisterDecider: Decider<
  RegisteredShelter | null,
  ShelterRegisterCommand,
  ShelterRegisterEvent,
  ShelterRegisterContext
> = { initial: null, decide, evolve }
