/*
Why a site has its status, in words: a pure list of sentences by key, with the facts that fill them. The words stand in the screens'
dictionaries under `reason.`; whoever can read one standing can read all of it here.
*/
import type { LegibleStanding } from './status.ts'

export const reasonKeys = [
  'none',
  'order',
  'order-goes-on',
  'order-before',
  'not-published',
  'until',
  'green-lapsed',
  'green-lapsed-blue',
  'green-lapsed-risk-file',
  'green-lapsed-no-file',
  'green-lapsed-none',
  'green-lapsed-red',
  'yellow-overdue',
  'yellow',
  'red',
  'red-ended',
  'blue-pending',
  'blue-clock',
  'blue-waits',
  'blue-active',
  'blue-lapsed',
  'reported',
  'reported-lapsed',
  'hold',
  'law',
] as const
export type ReasonKey = (typeof reasonKeys)[number]
export interface Reason {
  readonly key: ReasonKey
  readonly facts: { readonly [name: string]: string | number | null }
}
type Known = Pick<
  LegibleStanding,
  | 'internal'
  | 'basis'
  | 'since'
  | 'validUntil'
  | 'lapsed'
  | 'lapse'
  | 'daysLeft'
  | 'orderNumber'
  | 'orderSignedOn'
  | 'hold'
  | 'allows'
  | 'rulebook'
> & { readonly orderPublishedOn?: string | null | undefined; readonly orderEffectiveFrom?: string | undefined }
const because = (key: ReasonKey, facts: Reason['facts'] = {}): Reason => ({ key, facts })

/** The legal ground first, then the clock, then what lies over it, then the law. */
export function reasonsOf(standing: Known): readonly Reason[] {
  const hold = standing.hold ? [because('hold', { from: standing.hold.from, by: standing.hold.by, reason: standing.hold.reason })] : []
  return [...groundsOf(standing), ...hold, because('law', { rulebook: standing.rulebook.id })]
}

function groundsOf(standing: Known): readonly Reason[] {
  if (standing.basis === 'order') return [...orderGrounds(standing), ...orderClock(standing)]
  if (standing.basis === 'blue-application') return blueGrounds(standing)
  if (standing.basis === 'none') return [because('none')]
  const over = standing.lapse ? [because('reported-lapsed', { on: standing.lapse.on })] : []
  return [because('reported', { since: standing.since }), ...over]
}

function orderGrounds({ orderNumber, orderSignedOn, orderPublishedOn, orderEffectiveFrom, since, lapse }: Known): readonly Reason[] {
  const act = { number: orderNumber, signedOn: orderSignedOn }
  const silent = orderPublishedOn === null ? [because('not-published')] : []
  // Once a green lapsed, `since` speaks of what the rule made of it, not of the order.
  if (lapse?.colour === 'green') return [because('order-before', act), ...silent]
  const own = orderEffectiveFrom ?? since
  const run = own === since ? [] : [because('order-goes-on', { since })]
  return [because('order', { ...act, since: own }), ...run, ...silent]
}

function orderClock(standing: Known): readonly Reason[] {
  const { internal, lapse, validUntil, daysLeft } = standing
  const running = validUntil !== null && !standing.lapsed ? [because('until', { until: validUntil, days: daysLeft })] : []
  if (internal === 'GREEN') return running
  if (internal === 'YELLOW') return lapse ? [because('yellow-overdue', { on: lapse.on })] : [because('yellow'), ...running]
  if (lapse?.colour === 'green') return lapsedGreen(standing, lapse.on)
  return lapse ? [because('red'), because('red-ended', { on: lapse.on })] : [because('red'), ...running]
}

function lapsedGreen({ internal, validUntil, allows }: Known, on: string): readonly Reason[] {
  const lapsed = because('green-lapsed', { on })
  if (internal === 'NONE') return [lapsed, because('green-lapsed-none')]
  if (internal === 'RED') return [lapsed, because('green-lapsed-red')]
  const file = because(allows.produce === 'yes' ? 'green-lapsed-risk-file' : 'green-lapsed-no-file')
  return [lapsed, because('green-lapsed-blue', { until: validUntil }), file]
}

function blueGrounds({ internal, since, validUntil, daysLeft, lapse }: Known): readonly Reason[] {
  if (internal === 'BLUE_PENDING')
    return [because('blue-pending'), validUntil ? because('blue-clock', { until: validUntil }) : because('blue-waits')]
  if (lapse) return [because('blue-lapsed', { on: lapse.on })]
  return [because('blue-active', { since }), ...(validUntil === null ? [] : [because('until', { until: validUntil, days: daysLeft })])]
}
