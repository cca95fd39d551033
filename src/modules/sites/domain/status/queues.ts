/*
The queues of a ministry: what ends, what ran out, whose clock runs, where nobody has been, and where what was seen contradicts the
colour. A contradiction is a finding and changes no status; somebody must look at it. Pure.
*/
import { daysBetween } from '../../../../kernel/calendar.ts'
import { type Infer, calendarDate, count, id, listOf, oneOf, orNull, record, text } from '../../../../kernel/schema.ts'
import { StandingShort } from '../register/answers.ts'

export const queueNames = [
  'greenWithInterference',
  'greenWithChildLabour',
  'producedWhileSuspended',
  'overdueYellow',
  'redEnded',
  'lapsedGreens',
  'blueClocks',
  'expiringIn30Days',
  'expiringIn60Days',
  'expiringIn90Days',
  'neverInspected',
] as const
export const QueueName = oneOf(...queueNames)
export type QueueName = Infer<typeof QueueName>

export const QueueRow = record({
  site: id('site'),
  name: text(),
  nationalId: text(),
  standing: StandingShort,
  /** The day that makes it urgent: end of the period, day of the lapse, day of the finding, day on which a request becomes active. */
  day: orNull(calendarDate()),
})
export type QueueRow = Infer<typeof QueueRow>
/** Days from the visit to the publication of the order that rests on it; counts lines of annexes, published and not annulled. */
export const PublicationDelay = record({ lines: count(), medianDays: orNull(count()), p90Days: orNull(count()), waiting: count() })
export type PublicationDelay = Infer<typeof PublicationDelay>
const queueCounts = {
  greenWithInterference: count(),
  greenWithChildLabour: count(),
  producedWhileSuspended: count(),
  overdueYellow: count(),
  redEnded: count(),
  lapsedGreens: count(),
  blueClocks: count(),
  expiringIn30Days: count(),
  expiringIn60Days: count(),
  expiringIn90Days: count(),
  neverInspected: count(),
} as const satisfies { readonly [Name in QueueName]: ReturnType<typeof count> }
/** `GET /api/status/queues` */
export const Queues = record({ asOf: calendarDate(), counts: record(queueCounts), delay: PublicationDelay })
export type Queues = Infer<typeof Queues>
/** `GET /api/status/queues/:queue?page=&pageSize=` */
export const QueuePage = record({
  queue: QueueName,
  asOf: calendarDate(),
  total: count(),
  page: count(),
  pageSize: count(),
  sites: listOf(QueueRow, 500),
})
export type QueuePage = Infer<typeof QueuePage>
export const DelayRow = record({
  site: id('site'),
  name: text(),
  order: id('order'),
  number: text(),
  inspectedOn: calendarDate(),
  signedOn: calendarDate(),
  /** `null`: not published yet. */
  publishedOn: orNull(calendarDate()),
  /** To the publication, or to the day asked while there is none. */
  days: count(),
})
export type DelayRow = Infer<typeof DelayRow>
/** `GET /api/status/publication-delays` */
export const Delays = record({ asOf: calendarDate(), delay: PublicationDelay, lines: listOf(DelayRow, 10_000) })
export type Delays = Infer<typeof Delays>

type Said = Pick<StandingShort, 'internal' | 'basis' | 'lapsed' | 'validUntil' | 'lapse' | 'daysLeft'>
const WINDOWS = { expiringIn30Days: 30, expiringIn60Days: 60, expiringIn90Days: 90 } as const

/** The queues of clocks in which a standing waits, each with its day. An expiry within 30 days is one within 60 and 90 too. */
export function clockQueues(standing: Said): readonly { readonly queue: QueueName; readonly day: string | null }[] {
  if (standing.internal === 'BLUE_PENDING') return [{ queue: 'blueClocks', day: standing.validUntil }]
  if (standing.lapsed) {
    if (standing.basis !== 'order') return []
    const day = standing.lapse?.on ?? standing.validUntil
    if (standing.internal === 'YELLOW') return [{ queue: 'overdueYellow', day }]
    return standing.internal === 'RED' && standing.lapse?.colour === 'red' ? [{ queue: 'redEnded', day }] : []
  }
  const left = standing.daysLeft
  if (left === null) return []
  return (['expiringIn30Days', 'expiringIn60Days', 'expiringIn90Days'] as const)
    .filter((queue) => left <= WINDOWS[queue])
    .map((queue) => ({ queue, day: standing.validUntil }))
}

/** The value below which this share of the sorted days lies, by nearest rank; `null` for none. */
export function percentile(days: readonly number[], share: number): number | null {
  const sorted = days.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}

/** The delay as a number: median and nine of ten, of what was published; how much still waits. */
export function delayOf(lines: readonly Pick<DelayRow, 'publishedOn' | 'days'>[]): PublicationDelay {
  const published = lines.filter((line) => line.publishedOn !== null).map((line) => line.days)
  return {
    lines: published.length,
    medianDays: percentile(published, 0.5),
    p90Days: percentile(published, 0.9),
    waiting: lines.length - published.length,
  }
}
/** Whole days of one line, never below zero. */
export const daysOfLine = (inspectedOn: string, publishedOn: string | null, asOf: string): number =>
  Math.max(0, daysBetween(inspectedOn, publishedOn ?? asOf))
