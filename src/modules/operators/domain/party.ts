/*
Whether a body was in order on a day: it holds the card or approval that its kind needs, running that day, and for the zone where it acted.
Input of rules F29 and F30 and of the certificate's check 11. It answers with figures and states; it accuses nobody.
*/
import { addMonths } from '../../../kernel/calendar.ts'
import type { CardKind, CardState, PartyFault } from '../contract.ts'
import { isInOrder } from './card-state.ts'
import { cardRules, normaliseZone } from './card-rules.ts'

export interface HeldCard {
  readonly kind: CardKind
  readonly state: CardState
  readonly zone: string | null
}
export interface PartyVerdict<Card extends HeldCard> {
  readonly fault: PartyFault | null
  readonly nearest: Card | null
}

/** Nearest first: a card that would count but for the zone says more than one that ran out long ago. */
const FAULT_OF: { readonly [State in CardState]: PartyFault } = {
  applied: 'no-card',
  refused: 'no-card',
  issued: 'not-yet-valid',
  valid: 'other-zone',
  expiring: 'other-zone',
  expired: 'expired',
  withdrawn: 'withdrawn',
  'reported-lost': 'reported-lost',
}
const NEARNESS: readonly PartyFault[] = ['other-zone', 'expired', 'reported-lost', 'withdrawn', 'not-yet-valid', 'no-card']

/** `cards` as they stood on the day; `zone` of the site where it acted, `null` where that is not known or not asked. */
export function partyVerdict<Card extends HeldCard>(
  needs: CardKind | null,
  cards: readonly Card[],
  zone: string | null,
): PartyVerdict<Card> {
  if (needs === null) return { fault: null, nearest: null }
  const held = cards.filter((card) => card.kind === needs)
  const counts = held.find(
    (card) => isInOrder(card.state) && (zone === null || card.zone === null || normaliseZone(card.zone) === normaliseZone(zone)),
  )
  if (counts) return { fault: null, nearest: counts }
  const nearest = held.toSorted((a, b) => NEARNESS.indexOf(FAULT_OF[a.state]) - NEARNESS.indexOf(FAULT_OF[b.state]))[0] ?? null
  return { fault: nearest === null ? 'no-card' : FAULT_OF[nearest.state], nearest }
}

export const adultOn = (birthDate: string): string => addMonths(birthDate, cardRules.minimumAgeYears.value * 12)
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day >= addMonths(birthDate, years * 12) ? years : years - 1
}
export function ageClassOn(birthDate: string, day: string): 'under-18' | '18-24' | '25-34' | '35-49' | '50-and-over' {
  const age = ageOn(birthDate, day)
  return age < 18 ? 'under-18' : age < 25 ? '18-24' : age < 35 ? '25-34' : age < 50 ? '35-49' : '50-and-over'
}
