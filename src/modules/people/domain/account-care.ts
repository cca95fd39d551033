/*
Accounts that open files of persons are looked after: an undertaking of confidentiality signed every year, a review every ninety days by somebody
else, rest after thirty days unused. Rest is no punishment and no closing: the account opens nothing until a person wakes it. The numbers are our own
proposal after the rules of access of the programme (D). It refuses to know why somebody was away.
*/
import { addDays, addMonths, daysBetween } from '../../../kernel/calendar.ts'
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { Evidence } from '../../../kernel/rulebook.ts'
import { type Infer, oneOf, record, text } from '../../../kernel/schema.ts'

export const CARE_RULES = { undertakingMonths: 12, reviewDays: 90, idleDays: 30 } as const
export const CARE_EVIDENCE: Evidence = 'D'
/** Of the text that is signed; a new text is a new version, and is signed anew. */
export const UNDERTAKING_VERSION = '2026-1'

/** Whether an account opens files or secret names, or watches over them: sending a signal does not, nor does shutting an office. */
export const opensFiles = (capabilities: ReadonlySet<string>): boolean =>
  capabilities.has('conflict.named') ||
  [...capabilities].some((one) => one.startsWith('cases.') && one !== 'cases.signal' && one !== 'cases.lock-down')

export const REST_REASONS = ['idle', 'review-overdue', 'left', 'doubt'] as const
export const UndertakingSigned = record({ version: text(20) })
export const AccountReviewed = record({ by: text(60) })
export const AccountRested = record({ because: oneOf(...REST_REASONS), by: text(60) })
export const AccountWoken = record({ by: text(60) })
export const careKinds = {
  'account-care.undertaking-signed.v1': UndertakingSigned,
  'account-care.reviewed.v1': AccountReviewed,
  'account-care.rested.v1': AccountRested,
  'account-care.woken.v1': AccountWoken,
}
export type CareEvent =
  | DomainEvent<'account-care.undertaking-signed.v1', Infer<typeof UndertakingSigned>>
  | DomainEvent<'account-care.reviewed.v1', Infer<typeof AccountReviewed>>
  | DomainEvent<'account-care.rested.v1', Infer<typeof AccountRested>>
  | DomainEvent<'account-care.woken.v1', Infer<typeof AccountWoken>>
export type CareCommand =
  | { readonly type: 'sign'; readonly version: string }
  | { readonly type: 'review' }
  | { readonly type: 'rest'; readonly because: (typeof REST_REASONS)[number] }
  | { readonly type: 'wake' }
export interface CareState {
  readonly atRest: boolean
}
export interface CareContext {
  readonly by: string
  readonly isSelf: boolean
  /** An open account that opens files. */
  readonly concerned: boolean
}

export const careDecider: Decider<CareState, CareCommand, CareEvent, CareContext> = {
  initial: { atRest: false },
  decide: (state, command, { by, isSelf, concerned }): Outcome<readonly CareEvent[]> => {
    if (!concerned) return refused('unknown-account')
    if (command.type === 'sign') {
      if (command.version !== UNDERTAKING_VERSION) return refused('undertaking-text-changed')
      return accepted([{ kind: 'account-care.undertaking-signed.v1', payload: { version: command.version } }])
    }
    if (isSelf) return refused('not-to-yourself')
    if (command.type === 'review') return accepted([{ kind: 'account-care.reviewed.v1', payload: { by } }])
    if (command.type === 'rest')
      return state.atRest
        ? refused('account-at-rest-already')
        : accepted([{ kind: 'account-care.rested.v1', payload: { because: command.because, by } }])
    return state.atRest ? accepted([{ kind: 'account-care.woken.v1', payload: { by } }]) : refused('account-not-at-rest')
  },
  evolve: (state, event) => {
    if (event.kind === 'account-care.rested.v1') return { atRest: true }
    return event.kind === 'account-care.woken.v1' ? { atRest: false } : state
  },
}

export interface CareFacts {
  readonly registeredOn: string
  readonly seenOn: string | null
  readonly reviewedOn: string | null
  readonly signed: { readonly version: string; readonly on: string } | null
}
export interface Care {
  readonly isUndertakingCurrent: boolean
  /** The last day on which the undertaking holds; `null` while there is none. */
  readonly undertakingUntil: string | null
  readonly reviewDueOn: string
  readonly isReviewDue: boolean
  readonly idleDays: number
  readonly isIdle: boolean
}
export function careOf({ registeredOn, seenOn, reviewedOn, signed }: CareFacts, today: string): Care {
  const undertakingUntil = signed === null ? null : addMonths(signed.on, CARE_RULES.undertakingMonths)
  const reviewDueOn = addDays(reviewedOn ?? registeredOn, CARE_RULES.reviewDays)
  // A review is a look at the account: whoever was kept in it is not idle from before.
  const last =
    [registeredOn, seenOn, reviewedOn]
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? registeredOn
  const idleDays = Math.max(0, daysBetween(last, today))
  return {
    isUndertakingCurrent:
      signed !== null && signed.version === UNDERTAKING_VERSION && undertakingUntil !== null && today <= undertakingUntil,
    undertakingUntil,
    reviewDueOn,
    isReviewDue: reviewDueOn <= today,
    idleDays,
    isIdle: idleDays >= CARE_RULES.idleDays,
  }
}
