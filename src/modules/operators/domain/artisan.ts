/*
An artisan as a fact: which cooperative, since when, born on which day. The name never comes here; it is kept in a plain table of its own, so
that it can be taken away and the log stays whole. The number of the identity paper arrives as a keyed hash.
*/
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, calendarDate, listOf, oneOf, orNull, record, text } from '../../../kernel/schema.ts'
import { OrganisationId } from '../../people/contract.ts'
import { ArtisanId, type MoveArtisan, type RegisterArtisan } from '../contract.ts'
import { cardRules } from './card-rules.ts'
import { adultOn } from './party.ts'

export const ArtisanRegistered = record({
  cooperative: OrganisationId,
  memberSince: calendarDate(),
  sex: oneOf('female', 'male'),
  birthDate: calendarDate(),
  nationality: text(2),
  registeredOn: calendarDate(),
  identityHash: orNull(text(64)),
  sameAs: listOf(ArtisanId, 50),
})
/** Without a cooperative: the artisan left and joined no other. */
export const ArtisanMoved = record({ cooperative: orNull(OrganisationId), on: calendarDate(), reason: text(400) })
export const ArtisanErased = record({ reason: text(400) })
export const artisanKinds = {
  'artisan.registered.v1': ArtisanRegistered,
  'artisan.moved.v1': ArtisanMoved,
  'artisan.person-erased.v1': ArtisanErased,
} as const
type Kinds = typeof artisanKinds
export type ArtisanEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export type ArtisanCommand =
  | ({ readonly type: 'register'; readonly identityHash: string | null } & Omit<Infer<typeof RegisterArtisan>, 'person' | 'identityNumber'>)
  | ({ readonly type: 'move' } & Infer<typeof MoveArtisan>)
  | { readonly type: 'erase'; readonly reason: string }
export type ArtisanStanding = { readonly cooperative: OrganisationId | null; readonly memberSince: string; readonly erased: boolean } | null
export interface ArtisanContext {
  readonly today: string
  readonly happenedOn: string
  /** The cooperative that is named, or that the artisan belongs to: `null` when there is none of that kind. */
  readonly cooperative: { readonly inside: boolean; readonly own: boolean } | null
  readonly oversees: boolean
  /** Artisans that carry the same identity. */
  readonly sameAs: readonly ArtisanId[]
}
type Decided = Outcome<readonly ArtisanEvent[]>

/** Refusals: `operator-outside-your-territory`, `operator-not-yours`. */
const beyond = ({ cooperative, oversees }: ArtisanContext): ReturnType<typeof refused> | null => {
  if (oversees) return cooperative === null || cooperative.inside ? null : refused('operator-outside-your-territory')
  return cooperative?.own ? null : refused('operator-not-yours')
}

/** Refusals: `unknown-cooperative`, `artisan-already-registered`, `artisan-not-adult`, `artisan-not-congolese`, `card-day-in-the-future`. */
function register(state: ArtisanStanding, command: Extract<ArtisanCommand, { type: 'register' }>, context: ArtisanContext): Decided {
  if (state) return refused('artisan-already-registered')
  if (context.cooperative === null) return refused('unknown-cooperative')
  const wrong = beyond(context)
  if (wrong) return wrong
  const { cooperative, sex, birthDate, nationality, identityHash, registeredOn = context.happenedOn } = command
  const memberSince = command.memberSince ?? registeredOn
  if (registeredOn > context.today || memberSince > context.today)
    return refused('card-day-in-the-future', { on: registeredOn > context.today ? registeredOn : memberSince })
  if (registeredOn < adultOn(birthDate)) return refused('artisan-not-adult', { years: cardRules.minimumAgeYears.value })
  if (nationality !== cardRules.nationality.value) return refused('artisan-not-congolese')
  const payload = { cooperative, memberSince, sex, birthDate, nationality, registeredOn, identityHash, sameAs: [...context.sameAs] }
  return accepted([{ kind: 'artisan.registered.v1', payload }])
}

function decide(state: ArtisanStanding, command: ArtisanCommand, context: ArtisanContext): Decided {
  if (command.type === 'register') return register(state, command, context)
  if (!state) return refused('unknown-artisan')
  const wrong = beyond(context)
  if (wrong) return wrong
  if (command.type === 'erase')
    return state.erased
      ? refused('person-already-erased')
      : accepted([{ kind: 'artisan.person-erased.v1', payload: { reason: command.reason } }])
  const { cooperative, reason, on = context.happenedOn } = command
  if (cooperative !== null && context.cooperative === null) return refused('unknown-cooperative')
  if (on > context.today) return refused('card-day-in-the-future', { on })
  if (cooperative === state.cooperative) return refused('artisan-is-there-already')
  return accepted([{ kind: 'artisan.moved.v1', payload: { cooperative, on, reason } }])
}

export const artisanDecider: Decider<ArtisanStanding, ArtisanCommand, ArtisanEvent, ArtisanContext> = {
  initial: null,
  decide,
  evolve: (state, event) => {
    if (event.kind === 'artisan.registered.v1')
      return { cooperative: event.payload.cooperative, memberSince: event.payload.memberSince, erased: false }
    if (!state) throw new Error(`${event.kind} of an artisan who does not exist`)
    if (event.kind === 'artisan.person-erased.v1') return { ...state, erased: true }
    return { ...state, cooperative: event.payload.cooperative, memberSince: event.payload.on }
  },
}
