/*
The index of functioning of a committee (D): meetings held of those planned, meetings whose quorum sat from opening to closing, actions done by their day; a third each.
A part without anything to divide by is left out and the index says of how many parts it is; it is never filled with a zero or a one. Pure.
*/
import { addDays, addMonths, daysBetween } from '../../../kernel/calendar.ts'
import type { FunctionalityIndex } from '../contract.ts'
import { type Action, onTimeOrNull } from './action.ts'
import type { Committee } from './committee.ts'
import type { Meeting } from './meeting.ts'
import { committeeRules } from './rules.ts'
import { frequenciesOf } from './versions.ts'

const DAYS_OF_YEAR = 365
interface Plan {
  readonly foundedOn: string
  readonly perYear: number
  /** Days from which another frequency counts, in order. */
  readonly changes?: readonly { readonly on: string; readonly perYear: number }[]
}
export function planOf({ founded, versions }: Pick<Committee, 'founded' | 'versions'>): Plan {
  const [, ...changes] = frequenciesOf(versions)
  return { foundedOn: founded.on, perYear: founded.meetingsPerYear, changes }
}
/**
 * Days on which a meeting is planned: every 365/n-th day after the founding; where the frequency changes, what has gathered towards the next one is kept, so that no
 * change puts it off. Those of several stretches add up.
 */
export function plannedDays({ foundedOn, perYear, changes = [] }: Plan, from: string, until: string): readonly string[] {
  const days: string[] = []
  const stretches = [{ on: foundedOn, perYear }, ...changes]
  // Days times meetings a year, gathered in the stretches before: 365 of them are one meeting.
  let gathered = 0
  let n = 1
  for (const [place, stretch] of stretches.entries()) {
    const end = stretches[place + 1]?.on ?? null
    for (; ; n++) {
      const day = addDays(stretch.on, Math.floor((n * DAYS_OF_YEAR - gathered) / stretch.perYear))
      if (end !== null && day >= end) break
      if (day > until) return days
      if (day >= from) days.push(day)
    }
    if (end !== null) gathered += daysBetween(stretch.on, end) * stretch.perYear
  }
  return days
}
const part = (numerator: number, denominator: number) => ({
  ...{ numerator, denominator, share: denominator === 0 ? null : Math.min(1, numerator / denominator) },
})
/** The day on which it opened; a meeting that was called off or not held has none. */
export const heldOn = (meeting: Meeting): string | null => (meeting.openedAt === null ? null : meeting.convened.day)
interface Asked {
  readonly committee: Committee
  readonly meetings: readonly Meeting[]
  readonly actions: readonly Action[]
  readonly today: string
}
export function functionalityOf({ committee, meetings, actions, today }: Asked): FunctionalityIndex {
  const from = addDays(addMonths(today, -committeeRules.indexMonths), 1)
  const planned = plannedDays(planOf(committee), from, today).length
  const held = meetings.filter((one) => isWithin(heldOn(one), from, today))
  const over = held.filter((one) => one.state === 'closed')
  const judged = actions.filter((one) => isWithin(one.opened.due, from, '9999-12-31')).flatMap((one) => onTimeOrNull(one, today) ?? [])
  const parts = {
    held: part(held.length, planned),
    quorum: part(over.filter((one) => one.quorumKept === true).length, over.length),
    actions: part(judged.filter(Boolean).length, judged.length),
  }
  const shares = Object.values(parts).flatMap(({ share }) => (share === null ? [] : [share]))
  const index = shares.length === 0 ? null : shares.reduce((sum, one) => sum + one, 0) / shares.length
  return { from, until: today, ...parts, index, parts: shares.length }
}
const isWithin = (day: string | null, from: string, until: string): boolean => day !== null && day >= from && day <= until
