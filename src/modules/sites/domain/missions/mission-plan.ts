/*
The parts of a mission's plan: money, consents, security, the way day by day. Data only. No person is named here; who slept where and
who gave a note is said by body and function.
*/
import { type Infer, calendarDate, decimal, listOf, maybe, oneOf, record, text } from '../../../../kernel/schema.ts'
import { Attachment } from '../../../documents/contract.ts'

/** Why the mission goes, where its kind does not say it; the fifth is the right that red orders give to persons harmed (V). */
export const MissionCause = oneOf(
  'first-validation',
  'annual',
  'after-yellow',
  'after-red',
  'request-of-persons-harmed',
  'blue-confirmation',
  'incident',
  'other',
)

const ISO_CURRENCY = /^[A-Z]{3}$/
export const BudgetLine = record({
  label: text(160),
  amount: decimal().nonnegative('negative-amount').max(1_000_000_000, 'too-large'),
  /** ISO 4217. */
  currency: text(3).regex(ISO_CURRENCY, 'not-a-currency'),
})
export type BudgetLine = Infer<typeof BudgetLine>

/** The written consent of whoever holds the title on which the site lies: needed in practice (V). */
export const TitleHolderConsent = record({
  title: text(80),
  date: calendarDate(),
  reference: maybe(text(200)),
  paper: maybe(Attachment),
})

export const SecurityLevel = oneOf('calm', 'caution', 'escort', 'no-go')
export const SecurityNote = record({
  /** A body and a function, e.g. the mines police of the territoire; never a person. */
  givenBy: text(160),
  date: calendarDate(),
  level: SecurityLevel,
  /** The last day on which it may be relied on. */
  validUntil: maybe(calendarDate()),
  /** For the team and those who plan; other readers are told only that there is one. */
  text: maybe(text(4000)),
})
export type SecurityNote = Infer<typeof SecurityNote>

export const Transport = oneOf('car', 'motorbike', 'foot', 'boat', 'plane', 'helicopter', 'other')
export const ItineraryDay = record({
  date: calendarDate(),
  from: text(160),
  to: text(160),
  transport: listOf(Transport, 5),
  hoursOnFoot: maybe(decimal().nonnegative('negative-hours').max(24, 'too-large')),
  nightAt: maybe(text(160)),
  /** Whom to meet, by function: chief of the post, president of the cooperative. */
  contactFunction: maybe(text(160)),
})
export type ItineraryDay = Infer<typeof ItineraryDay>
export const Stay = record({ place: text(160), from: calendarDate(), to: calendarDate(), lodging: maybe(text(160)) })
export const Risk = record({ risk: text(400), measure: maybe(text(400)) })

export const planDetails = {
  cause: maybe(MissionCause),
  /** P-codes. */
  province: maybe(text(12)),
  territoires: maybe(listOf(text(12), 40)),
  budget: maybe(listOf(BudgetLine, 60)),
  titleHolderConsents: maybe(listOf(TitleHolderConsent, 40)),
  securityNote: maybe(SecurityNote),
  itinerary: maybe(listOf(ItineraryDay, 120)),
  stays: maybe(listOf(Stay, 60)),
  risks: maybe(listOf(Risk, 40)),
} as const
