/*
Cards and approvals as decisions: applied for, issued, renewed, withdrawn, reported lost. A number names one card of its kind for good. An
application is an observation and is kept even when its file came late; an issue is a decision and may be refused.
*/
import { addMonths, dayOf, daysBetween } from '../../../kernel/calendar.ts'
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, calendarDate, count, oneOf, orNull, record, text, whole, yesOrNo } from '../../../kernel/schema.ts'
import {
  type ApplyForCard,
  type ArtisanId,
  type CardHolder as Holder,
  CardHolder,
  CardKind,
  type EndCard,
  type EnterCard,
  type EntityType,
  type IssueCard,
} from '../contract.ts'
import { cardRules, isApproval, isOfZone, monthsOf, neededBy, normaliseNumber, normaliseZone } from './card-rules.ts'
import { type StoredAct, cardStateOn } from './card-state.ts'
import { adultOn } from './party.ts'

const CardClass = orNull(oneOf('A', 'B'))
export const CardApplied = record({
  kind: CardKind,
  holder: CardHolder,
  class: CardClass,
  zone: orNull(text(40)),
  forYear: orNull(whole()),
  appliedOn: calendarDate(),
  fileLateDays: orNull(count()),
})
export const CardIssued = record({
  kind: CardKind,
  holder: CardHolder,
  number: text(40),
  class: CardClass,
  zone: orNull(text(40)),
  /** The body whose officer entered it. */
  issuedBy: orNull(text(60)),
  issuedOn: calendarDate(),
  validFrom: calendarDate(),
  validUntil: calendarDate(),
  renewal: yesOrNo(),
})
export const CardEnded = record({ on: calendarDate(), reason: text(400) })
export const cardKinds = {
  'card.applied.v1': CardApplied,
  'card.issued.v1': CardIssued,
  'card.application-refused.v1': CardEnded,
  'card.withdrawn.v1': CardEnded,
  'card.reported-lost.v1': CardEnded,
} as const
type Kinds = typeof cardKinds
export type CardEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export type CardCommand =
  | ({ readonly type: 'apply' } & Infer<typeof ApplyForCard>)
  | ({ readonly type: 'enter' } & Infer<typeof EnterCard>)
  | ({ readonly type: 'issue' } & Infer<typeof IssueCard>)
  | ({ readonly type: 'refuse' | 'withdraw' | 'report-lost' } & Infer<typeof EndCard>)

export type CardStanding = {
  readonly kind: CardKind
  readonly holder: Holder
  readonly class: 'A' | 'B' | null
  readonly zone: string | null
  readonly acts: readonly StoredAct[]
} | null

/** What was found out about who shall hold it. `null`: no such body or artisan. */
export type HolderFacts =
  | { readonly kind: 'organisation'; readonly entityType: EntityType | null; readonly inside: boolean; readonly own: boolean }
  | {
      readonly kind: 'artisan'
      readonly birthDate: string
      readonly nationality: string
      readonly cooperative: string | null
      /** Artisans of the same identity who are still members somewhere. */
      readonly others: readonly ArtisanId[]
      readonly inside: boolean
      readonly own: boolean
    }
  | null
export interface CardContext {
  readonly today: string
  /** The instant of the act, for the hour by which a file is due. */
  readonly happenedAt: string
  readonly happenedOn: string
  readonly organisation: string | null
  readonly holder: HolderFacts
  /** Watches over the trade in a territory; without it, only one's own organisation and members. */
  readonly oversees: boolean
  readonly mayApprove: boolean
  /** Another card of this kind bears the number. */
  readonly numberTaken: boolean
}
type Decided = Outcome<readonly CardEvent[]>
type Of<Type extends CardCommand['type']> = Extract<CardCommand, { type: Type }>

/** Refusals: `unknown-card-holder`, `card-holder-does-not-fit`, `operator-outside-your-territory`, `operator-not-yours`. */
function holderFits(kind: CardKind, { holder, oversees }: CardContext): ReturnType<typeof refused> | null {
  if (holder === null) return refused('unknown-card-holder')
  const fits = holder.kind === 'artisan' ? kind === 'miner-card' : holder.entityType !== null && neededBy[holder.entityType] === kind
  if (!fits) return refused('card-holder-does-not-fit', { kind, entityType: holder.kind === 'artisan' ? 'artisan' : holder.entityType })
  if (oversees && !holder.inside) return refused('operator-outside-your-territory')
  if (!oversees && !holder.own) return refused('operator-not-yours')
  return null
}

/** Days after 31 December, 17:00 in Kinshasa, of the year before; 0 in time. */
export function fileLateDays(forYear: number, happenedAt: string): number {
  const { lastDay, until } = cardRules.fileDue.value
  const due = `${forYear - 1}-${lastDay}`
  return happenedAt <= `${due}T${until}Z` ? 0 : Math.max(1, daysBetween(due, dayOf(happenedAt)))
}

/** Refusals: those of the holder, `card-day-in-the-future`, `application-pending`. */
function apply(state: CardStanding, command: Of<'apply'>, context: CardContext): Decided {
  if (state) return refused('card-already-entered')
  const wrong = holderFits(command.kind, context)
  if (wrong) return wrong
  const { kind, holder, forYear, appliedOn = context.happenedOn } = command
  if (appliedOn > context.today) return refused('card-day-in-the-future', { on: appliedOn })
  const late = isApproval(kind) && forYear !== undefined ? lateOf(forYear, appliedOn, context) : null
  return accepted([
    {
      kind: 'card.applied.v1',
      payload: {
        kind,
        holder,
        class: command.class ?? null,
        zone: command.zone === undefined ? null : normaliseZone(command.zone),
        forYear: forYear ?? null,
        appliedOn,
        fileLateDays: late,
      },
    },
  ])
}
/** A day that was typed counts to its evening; the hour is known only when it is today. */
const lateOf = (forYear: number, appliedOn: string, { happenedAt, happenedOn }: CardContext): number =>
  fileLateDays(forYear, appliedOn === happenedOn ? happenedAt : `${appliedOn}T15:00:00.000Z`)

/** Refusals: of the holder; `card-is-withdrawn`, `approval-needs-its-signature`, `card-needs-zone`, `card-needs-class`, `card-number-taken`, those of the artisan and of the period. */
function issue(state: CardStanding, command: Of<'issue'> | Of<'enter'>, context: CardContext): Decided {
  if (command.type === 'enter' && state) return refused('card-already-entered')
  const subject = command.type === 'enter' ? { ...command, class: command.class ?? null, zone: command.zone ?? null } : state
  if (!subject) return refused('unknown-card')
  const { kind, holder } = subject
  const wrong = holderFits(kind, context)
  if (wrong) return wrong
  if (isApproval(kind) && !context.mayApprove) return refused('approval-needs-its-signature', { kind })
  if (state && cardStateOn(state.acts, context.today)?.state === 'withdrawn') return refused('card-is-withdrawn')
  const zone = command.zone ?? subject.zone
  if (isOfZone(kind) && zone === null) return refused('card-needs-zone', { kind })
  const cardClass = command.class ?? subject.class
  if (kind === 'trader-card' && cardClass === null) return refused('card-needs-class')
  if (context.numberTaken) return refused('card-number-taken', { number: command.number })
  const { issuedOn = context.happenedOn } = command
  const validFrom = command.validFrom ?? issuedOn
  const validUntil = command.validUntil ?? addMonths(validFrom, monthsOf[kind])
  const wrongPeriod = periodFits(kind, { issuedOn, validFrom, validUntil, today: context.today })
  if (wrongPeriod) return wrongPeriod
  const wrongPerson = artisanFits(context, issuedOn)
  if (wrongPerson) return wrongPerson
  return accepted([
    {
      kind: 'card.issued.v1',
      payload: {
        kind,
        holder,
        number: normaliseNumber(command.number),
        class: cardClass,
        zone: zone === null ? null : normaliseZone(zone),
        issuedBy: context.organisation,
        issuedOn,
        validFrom,
        validUntil,
        renewal: state !== null && state.acts.some((act) => act.what === 'issued'),
      },
    },
  ])
}

/** Refusals: `card-day-in-the-future`, `card-period-not-valid`, `card-longer-than-allowed`. */
function periodFits(
  kind: CardKind,
  { issuedOn, validFrom, validUntil, today }: { issuedOn: string; validFrom: string; validUntil: string; today: string },
): ReturnType<typeof refused> | null {
  if (issuedOn > today) return refused('card-day-in-the-future', { on: issuedOn })
  if (validUntil < validFrom || validFrom < issuedOn) return refused('card-period-not-valid', { from: validFrom, until: validUntil })
  const latest = addMonths(validFrom, monthsOf[kind])
  return validUntil > latest ? refused('card-longer-than-allowed', { months: monthsOf[kind], until: latest }) : null
}

/** Refusals: `artisan-not-adult`, `artisan-not-congolese`, `artisan-not-member`, `identity-registered-twice`. */
function artisanFits({ holder }: CardContext, day: string): ReturnType<typeof refused> | null {
  if (holder?.kind !== 'artisan') return null
  const { birthDate, nationality, cooperative, others } = holder
  if (day < adultOn(birthDate)) return refused('artisan-not-adult', { years: cardRules.minimumAgeYears.value })
  if (nationality !== cardRules.nationality.value) return refused('artisan-not-congolese')
  if (cooperative === null) return refused('artisan-not-member')
  return others.length > 0 ? refused('identity-registered-twice', { others: [...others] }) : null
}

/** Refusals: `unknown-card`, `card-day-in-the-future`, `card-not-issued`, `no-application`, `card-is-withdrawn`. */
function end(state: CardStanding, command: Of<'refuse' | 'withdraw' | 'report-lost'>, context: CardContext): Decided {
  if (!state) return refused('unknown-card')
  const { on = context.happenedOn, reason, type } = command
  const { holder, oversees } = context
  if (holder !== null && (oversees ? !holder.inside : !holder.own))
    return refused(oversees ? 'operator-outside-your-territory' : 'operator-not-yours')
  if (on > context.today) return refused('card-day-in-the-future', { on })
  const standing = cardStateOn(state.acts, context.today)
  if (type === 'refuse') {
    if (!standing?.application) return refused('no-application')
    return accepted([{ kind: 'card.application-refused.v1', payload: { on, reason } }])
  }
  const first = state.acts.find((act) => act.what === 'issued')
  if (!first) return refused('card-not-issued')
  if (daysBetween(first.on, on) < 0) return refused('card-period-not-valid', { from: first.on, until: on })
  if (standing?.state === 'withdrawn') return refused('card-is-withdrawn')
  if (type === 'report-lost') {
    if (standing?.state === 'reported-lost') return refused('card-already-lost')
    return accepted([{ kind: 'card.reported-lost.v1', payload: { on, reason } }])
  }
  if (isApproval(state.kind) && !context.mayApprove) return refused('approval-needs-its-signature', { kind: state.kind })
  return accepted([{ kind: 'card.withdrawn.v1', payload: { on, reason } }])
}

function decide(state: CardStanding, command: CardCommand, context: CardContext): Decided {
  if (command.type === 'apply') return apply(state, command, context)
  if (command.type === 'enter' || command.type === 'issue') return issue(state, command, context)
  return end(state, command, context)
}

/** The act as it is kept beside the card; the projection writes the same. */
export function actOf(event: CardEvent): StoredAct {
  if (event.kind === 'card.applied.v1') return { what: 'applied', on: event.payload.appliedOn, fileLateDays: event.payload.fileLateDays }
  if (event.kind === 'card.issued.v1') {
    const { number, zone, issuedBy, issuedOn, validFrom, validUntil } = event.payload
    return { what: 'issued', on: issuedOn, number, class: event.payload.class, zone, issuedBy, validFrom, validUntil }
  }
  const what = event.kind === 'card.application-refused.v1' ? 'refused' : event.kind === 'card.withdrawn.v1' ? 'withdrawn' : 'reported-lost'
  return { what, on: event.payload.on, reason: event.payload.reason }
}

function evolve(state: CardStanding, event: CardEvent): CardStanding {
  const act = actOf(event)
  if (event.kind === 'card.applied.v1' || event.kind === 'card.issued.v1') {
    const { kind, holder, zone } = event.payload
    return { kind, holder, zone, class: event.payload.class, acts: [...(state?.acts ?? []), act] }
  }
  if (!state) throw new Error(`${event.kind} of a card that does not exist`)
  return { ...state, acts: [...state.acts, act] }
}

export const cardDecider: Decider<CardStanding, CardCommand, CardEvent, CardContext> = { initial: null, decide, evolve }
