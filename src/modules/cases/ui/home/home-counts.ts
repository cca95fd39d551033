/* What of the lists of cases stands on the home page: numbers, drawn codes and clocks. Reads no schema, so that a home page stays small. */
import type { BreachList } from '../../contract-breach.ts'
import type { CaseList, OverrideList, ReceivedReferrals } from '../../contract.ts'

const HOUR = 3_600_000
/** A clock that ends within so many hours stands on the home page. */
export const SOON_HOURS = 48
const MOST = 5

export interface DueLine {
  readonly case: string
  readonly subject: string
  readonly clock: string
  readonly dueAt: string
  /** Rounded up, so that something that is late is late by one at least. */
  readonly away: { readonly unit: 'hours' | 'days'; readonly n: number; readonly isLate: boolean }
}
export interface DueCount {
  /** Files, not clocks. */
  readonly late: number
  readonly soon: number
  readonly waits: number
  readonly lines: readonly DueLine[]
}
/** `own`: only files for which the reader answers. One line a file: its most pressing clock. */
export function dueOf({ cases, asOf }: Pick<CaseList, 'cases' | 'asOf'>, of: 'own' | 'team'): DueCount {
  const now = Date.parse(asOf)
  const read = cases.filter((one) => of === 'team' || one.isMine)
  const pressing = read.flatMap((one) => {
    const [clock] = one.clocks
      .filter(({ state, dueAt }) => state === 'overdue' || (state === 'running' && Date.parse(dueAt) - now <= SOON_HOURS * HOUR))
      .toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
    return clock === undefined ? [] : [{ one, clock }]
  })
  const late = pressing.filter(({ clock }) => clock.state === 'overdue').length
  return {
    ...{ late, soon: pressing.length - late, waits: read.filter(({ waits }) => waits.length > 0).length },
    lines: pressing
      .toSorted((a, b) => Date.parse(a.clock.dueAt) - Date.parse(b.clock.dueAt))
      .slice(0, MOST)
      .map(({ one, clock }) => ({
        ...{ case: one.case, subject: one.subject, clock: clock.clock, dueAt: clock.dueAt },
        away: awayOf(Date.parse(clock.dueAt) - now),
      })),
  }
}
function awayOf(milliseconds: number): DueLine['away'] {
  const hours = Math.max(1, Math.round(Math.abs(milliseconds) / HOUR))
  const isLate = milliseconds < 0
  return hours < 48 ? { unit: 'hours', n: hours, isLate } : { unit: 'days', n: Math.floor(hours / 24), isLate }
}

export function receivedOf({ referrals, asOf }: Pick<ReceivedReferrals, 'referrals' | 'asOf'>): {
  readonly waiting: number
  readonly late: number
} {
  const waiting = referrals.filter(({ state }) => state === 'sent' || state === 'acknowledged')
  return { waiting: waiting.length, late: waiting.filter(({ respondBy }) => respondBy !== null && respondBy < asOf).length }
}

/** A drill under way is worked like the other, and counted with it. */
export function breachesOf({ breaches }: Pick<BreachList, 'breaches'>): { readonly open: number; readonly late: number } {
  const open = breaches.filter(({ state }) => state !== 'lessons')
  return { open: open.length, late: open.filter(({ clocks }) => clocks.some(({ state }) => state === 'overdue')).length }
}
export const unconfirmed = ({ overrides }: Pick<OverrideList, 'overrides'>): number =>
  overrides.filter(({ state }) => state === 'provisional').length
