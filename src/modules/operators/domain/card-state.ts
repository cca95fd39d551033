/*
The state of a card or an approval on any day: a pure function of what happened to it and the day, like the status of a site. A day
before the first act knows no card. Renewals that follow without a gap count as one period.
*/
import { addDays, daysBetween } from '../../../kernel/calendar.ts'
import { type Infer, calendarDate, count, maybe, oneOf, orNull, record, text } from '../../../kernel/schema.ts'
import type { CardState } from '../contract.ts'
import { cardRules } from './card-rules.ts'

/** As it stands in the row beside the card. Days are those of the act, in the order in which we learned of them. */
export const StoredAct = record({
  what: oneOf('applied', 'refused', 'issued', 'withdrawn', 'reported-lost'),
  on: calendarDate(),
  number: maybe(text(40)),
  class: maybe(orNull(oneOf('A', 'B'))),
  zone: maybe(orNull(text(40))),
  issuedBy: maybe(orNull(text(60))),
  validFrom: maybe(calendarDate()),
  validUntil: maybe(calendarDate()),
  reason: maybe(text(400)),
  fileLateDays: maybe(orNull(count())),
})
export type StoredAct = Infer<typeof StoredAct>

export interface CardPeriod {
  readonly number: string
  readonly class: 'A' | 'B' | null
  readonly zone: string | null
  readonly issuedBy: string | null
  readonly issuedOn: string
  readonly validFrom: string
  readonly validUntil: string
}
export interface CardOnDay {
  readonly state: CardState
  /** The period that counts on the day, or the one that came nearest. */
  readonly period: CardPeriod | null
  /** To the last valid day, renewals without a gap included; negative once past. */
  readonly daysLeft: number | null
  /** An application that nobody decided yet. */
  readonly application: { readonly on: string; readonly fileLateDays: number | null; readonly examinationDueOn: string } | null
}

/** `null`: on that day there was no such card yet. */
export const cardStateOn = (acts: readonly StoredAct[], day: string): CardOnDay | null => cardClock(acts)(day)

/** The same for whoever asks many days of one card, as a lot of thousands of bags does: its acts are put in order once. */
export function cardClock(acts: readonly StoredAct[]): (day: string) => CardOnDay | null {
  const inOrder = acts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const known = new Map<number, KnownActs>()
  return (day) => {
    const after = inOrder.findIndex((act) => act.on > day)
    const count = after === -1 ? inOrder.length : after
    if (count === 0) return null
    const then = known.get(count) ?? knownOf(inOrder.slice(0, count))
    known.set(count, then)
    return stateAmong(then, day)
  }
}

/** What the acts up to a day say, whichever day it is until the next act. */
interface KnownActs extends Pick<CardOnDay, 'application'> {
  readonly last: StoredAct['what'] | null
  readonly periods: readonly LongPeriod[]
}
/** A period, and how far it reaches with what follows it without a gap. */
interface LongPeriod {
  readonly period: CardPeriod
  readonly until: string
}

function knownOf(acts: readonly StoredAct[]): KnownActs {
  const periods = acts.flatMap(periodOf)
  const applied = acts.findLast((act) => act.what === 'applied')
  const pending = applied && !acts.slice(acts.indexOf(applied) + 1).some((act) => act.what === 'issued' || act.what === 'refused')
  return {
    last: acts.findLast((act) => act.what !== 'applied')?.what ?? null,
    periods: periods.map((period) => ({ period, until: reachOf(period, periods) })),
    application:
      applied && pending
        ? {
            on: applied.on,
            fileLateDays: applied.fileLateDays ?? null,
            examinationDueOn: addDays(applied.on, cardRules.examinationDays.value),
          }
        : null,
  }
}

function stateAmong({ last, periods, application }: KnownActs, day: string): CardOnDay {
  const standing = standingPeriod(periods, day)
  const period = standing?.period ?? null
  const daysLeft = standing === null ? null : daysBetween(day, standing.until)
  const shown = { period, daysLeft, application }
  if (last === 'withdrawn' || last === 'reported-lost') return { ...shown, state: last }
  if (period === null || daysLeft === null) return { ...shown, state: last === 'refused' && application === null ? 'refused' : 'applied' }
  if (day < period.validFrom) return { ...shown, state: 'issued' }
  if (daysLeft < 0) return { ...shown, state: 'expired' }
  return { ...shown, state: daysLeft <= cardRules.expiringDays.value ? 'expiring' : 'valid' }
}

/** Whether somebody may act on it. */
export const isInOrder = (state: CardState): boolean => state === 'valid' || state === 'expiring'

function periodOf(act: StoredAct): readonly CardPeriod[] {
  const { number, validFrom, validUntil } = act
  if (act.what !== 'issued' || number === undefined || validFrom === undefined || validUntil === undefined) return []
  return [
    { number, validFrom, validUntil, class: act.class ?? null, zone: act.zone ?? null, issuedBy: act.issuedBy ?? null, issuedOn: act.on },
  ]
}

/** The newest period that covers the day, else the newest that is past, else the first to come. */
const standingPeriod = (periods: readonly LongPeriod[], day: string): LongPeriod | null =>
  periods.findLast(({ period }) => period.validFrom <= day && day <= period.validUntil) ??
  periods.findLast(({ period }) => period.validUntil < day) ??
  periods[0] ??
  null

function reachOf(period: CardPeriod, periods: readonly CardPeriod[]): string {
  let until = period.validUntil
  for (const next of periods.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    if (next.validFrom <= addDays(until, 1) && next.validUntil > until) until = next.validUntil
  }
  return until
}
