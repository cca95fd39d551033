/*
A hit and its review. Raising keeps what the rule saw; the parties are asked, may answer whether asked or not, and somebody who neither
recorded the goods, nor asked, nor answered, nor belongs to a party closes it. Confirming needs that every party had its time to answer.
What is decided here is about figures; what follows for anybody is decided elsewhere.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, count, json, keyed, listOf, maybe, orNull, record, text } from '../../../../kernel/schema.ts'
import type { Decider } from '../../../../kernel/decider.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { SiteId } from '../../../sites/contract.ts'
import { Finding, LotId, Severity } from '../../contract.ts'
import { CloseHit, HitEnd, ReplyToHit, RequestReply } from '../../contract-plausibility.ts'

/** Days that the parties have to answer, when nobody says another day. Ours (D). */
export const REPLY_DAYS = 14

export const HitRaised = record({
  rule: text(8),
  version: count(),
  severity: Severity,
  fingerprint: text(400),
  site: orNull(SiteId),
  provinceCode: orNull(text(40)),
  territoireCode: orNull(text(40)),
  period: orNull(text(60)),
  mineral: orNull(text(20)),
  lots: listOf(LotId, 5_000),
  parties: listOf(OrganisationId, 500),
  facts: Finding.shape.facts,
  inputs: json(),
  threshold: keyed(count()),
  /** Where the thresholds came from: `default`, or the group that set them. */
  thresholdGroup: text(120),
  explanations: listOf(text(80), 20),
})
export const ReplyRequested = record({ until: calendarDate(), question: maybe(text(1_000)) })
export const HitReplied = record({ organisation: OrganisationId, text: text(4_000) })
export const HitClosed = record({ as: HitEnd, reason: text(1_000) })
export const hitKinds = {
  'hit.raised.v1': HitRaised,
  'hit.reply-requested.v1': ReplyRequested,
  'hit.replied.v1': HitReplied,
  'hit.closed.v1': HitClosed,
} as const
type Kinds = typeof hitKinds
export type HitEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export interface HitReview {
  readonly until: string | null
  readonly askedBy: boolean
  /** Organisations that answered. */
  readonly replied: readonly string[]
  readonly closed: boolean
}
export type HitReviewState = HitReview
export type HitCommand =
  | ({ readonly type: 'raise-hit' } & Infer<typeof HitRaised>)
  | ({ readonly type: 'request-reply' } & Infer<typeof RequestReply>)
  | ({ readonly type: 'reply' } & Infer<typeof ReplyToHit>)
  | ({ readonly type: 'close-hit' } & Infer<typeof CloseHit>)

/** What the tables say of the hit: one that was found on arrival stands there before anything is said about it here. */
export interface HitContext {
  readonly today: string
  readonly organisation: OrganisationId | null
  readonly account: string
  /** Null: nobody raised it, or the reader does not see it. */
  readonly hit: {
    readonly rule: string
    readonly parties: readonly string[]
    /** Accounts that recorded or held the lots, asked, or answered: they do not close. */
    readonly involved: readonly string[]
  } | null
  /** For raising: another hit has the fingerprint. */
  readonly isKnown: boolean
}

function decide(state: HitReview, command: HitCommand, context: HitContext): Outcome<readonly HitEvent[]> {
  if (command.type === 'raise-hit') {
    const { type: _, ...payload } = command
    return context.isKnown ? refused('hit-already-raised') : accepted([{ kind: 'hit.raised.v1', payload }])
  }
  const { hit, today, organisation, account } = context
  if (!hit) return refused('unknown-hit')
  if (state.closed) return refused('hit-is-closed', { rule: hit.rule })
  switch (command.type) {
    case 'request-reply': {
      const until = command.until ?? addDays(today, REPLY_DAYS)
      if (state.until !== null) return refused('reply-already-requested', { until: state.until })
      if (until <= today) return refused('reply-day-is-over', { until })
      const { question } = command
      return accepted([{ kind: 'hit.reply-requested.v1', payload: { until, ...(question === undefined ? {} : { question }) } }])
    }
    case 'reply':
      if (organisation === null || !hit.parties.includes(organisation)) return refused('not-a-party', { rule: hit.rule })
      return accepted([{ kind: 'hit.replied.v1', payload: { organisation, text: command.text } }])
    case 'close-hit':
      // A colleague of the party is the party.
      if (hit.involved.includes(account) || (organisation !== null && hit.parties.includes(organisation)))
        return refused('second-person-for-hit', { rule: hit.rule })
      if (command.as === 'confirmed' && !hadItsTime(state, hit.parties, today)) {
        if (state.until === null) return refused('parties-not-asked')
        return refused('reply-still-open', { until: state.until })
      }
      return accepted([{ kind: 'hit.closed.v1', payload: { as: command.as, reason: command.reason } }])
  }
}

/** Nobody is judged unheard: an answer of each, or the day for it is over. Without parties there is nobody to hear. */
const hadItsTime = (state: HitReview, parties: readonly string[], today: string): boolean =>
  parties.every((party) => state.replied.includes(party)) || (state.until !== null && state.until < today)

function evolve(state: HitReview, event: HitEvent): HitReview {
  switch (event.kind) {
    case 'hit.raised.v1':
      return state
    case 'hit.reply-requested.v1':
      return { ...state, until: event.payload.until, askedBy: true }
    case 'hit.replied.v1':
      return { ...state, replied: [...state.replied, event.payload.organisation] }
    case 'hit.closed.v1':
      return { ...state, closed: true }
  }
}

export const hitDecider: Decider<HitReview, HitCommand, HitEvent, HitContext> = {
  initial: { until: null, askedBy: false, replied: [], closed: false },
  decide,
  evolve,
}
