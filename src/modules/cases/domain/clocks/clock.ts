/*
When something is due and whether it is late. Hours run on instants around the clock; days end with the calendar day of the place. A pause has a
reason and moves the due moment by as long as it lasted; a clock that was already late when the pause began stays late. A graver risk brings the
due moment nearer, a lighter one never moves it away. Nothing here closes a case: the answer is a list that somebody reads.
*/
import { addDays, addMonths } from '../../../../kernel/calendar.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'
import { type ClockName, type ClockRules, type Length, type RiskLevel, medicalWindows } from './clock-rulebook.ts'
import { addHours, endOfLocalDay, hoursBetween, instantOf, localDay, msOf } from './instants.ts'
import { type WorkCalendar, nextWorkingDay } from './work-calendar.ts'

export type PauseReason = 'insecurity' | 'unreachable'
export interface Pause {
  readonly reason: PauseReason
  readonly from: string
  /** `null`: it lasts. */
  readonly to: string | null
}
export interface Rating {
  readonly level: RiskLevel
  readonly at: string
}
export interface ClockRun {
  readonly clock: ClockName
  /** How many rounds of it were done before. */
  readonly round: number
  readonly startedAt: string
  readonly doneAt: string | null
  /** Of the case, the first at or before the start. */
  readonly ratings: readonly Rating[]
  readonly pauses: readonly Pause[]
  /** The moment that was said to somebody: it stands, whatever the rules make of the risk since. */
  readonly saidDue?: string | null
  /** Which of several things the clock is of: the number of a referral. */
  readonly of?: string
}
export interface Setting {
  readonly rules: ClockRules
  readonly calendar: WorkCalendar
  readonly now: string
}
export interface ClockFace {
  readonly clock: ClockName
  readonly level: RiskLevel
  readonly dueAt: string
  readonly state: 'done' | 'done-late' | 'running' | 'paused' | 'overdue'
  /** Whole hours since it was due; 0 when it is not late. */
  readonly lateHours: number
  readonly pauses: readonly Pause[]
  readonly evidence: Evidence
  readonly of?: string
}

/** The length of a round; `null`: at this level there is no such clock. */
function lengthOf(run: Pick<ClockRun, 'clock' | 'round'>, level: RiskLevel, rules: ClockRules): Length | null {
  const { lengths, repeats } = rules.clocks[run.clock]
  return lengths[level][run.round] ?? (repeats ? (lengths[level].at(-1) ?? null) : null)
}

function reach(from: string, length: Length, { calendar, moves }: { readonly calendar: WorkCalendar; readonly moves: boolean }): string {
  if (length.unit === 'hours') return addHours(from, length.value)
  const day = localDay(from, calendar.zone)
  const last = length.unit === 'days' ? addDays(day, length.value) : addMonths(day, length.value)
  return endOfLocalDay(moves ? nextWorkingDay(last, calendar) : last, calendar.zone)
}

/** Merged and in order, so that no hour is counted twice. */
function stretches(pauses: readonly Pause[], start: string, now: string): readonly (readonly [number, number])[] {
  const sorted = pauses
    .map((pause) => [Math.max(msOf(pause.from), msOf(start)), msOf(pause.to ?? now)] as const)
    .filter(([from, to]) => to > from)
    .toSorted((a, b) => a[0] - b[0])
  return sorted.reduce<readonly (readonly [number, number])[]>((merged, [from, to]) => {
    const last = merged.at(-1)
    return last && from <= last[1] ? [...merged.slice(0, -1), [last[0], Math.max(last[1], to)]] : [...merged, [from, to]]
  }, [])
}
/** A pause counts when it began before the moment that was due by then. */
function postponed(due: string, run: ClockRun, now: string): string {
  return instantOf(
    stretches(run.pauses, run.startedAt, run.doneAt !== null && run.doneAt < now ? run.doneAt : now).reduce(
      (moment, [from, to]) => (from <= moment ? moment + (to - from) : moment),
      msOf(due),
    ),
  )
}

/** `null`: nothing is due at this risk. */
export function dueAt(run: ClockRun, { rules, calendar, now }: Setting): string | null {
  if (run.saidDue) return postponed(run.saidDue, run, now)
  const first = run.ratings.findLast((one) => one.at <= run.startedAt) ?? run.ratings[0]
  if (!first) return null
  const until = run.doneAt ?? now
  const later = run.ratings.filter((one) => one.at > run.startedAt && one.at <= until)
  const candidates = [{ level: first.level, at: run.startedAt }, ...later].flatMap(({ level, at }) => {
    const length = lengthOf(run, level, rules)
    return length ? [{ level, length, due: reach(at, length, { calendar, moves: rules.freeDayMoves[level] }) }] : []
  })
  const [nearest] = candidates.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  if (!nearest) return null
  const moved = postponed(nearest.due, run, now)
  if (moved === nearest.due || nearest.length.unit === 'hours') return moved
  const day = localDay(moved, calendar.zone)
  return endOfLocalDay(rules.freeDayMoves[nearest.level] ? nextWorkingDay(day, calendar) : day, calendar.zone)
}

/** A moment that is due is not late yet; the next millisecond is. */
export function faceOf(run: ClockRun, setting: Setting): ClockFace | null {
  const due = dueAt(run, setting)
  if (due === null) return null
  const end = run.doneAt ?? setting.now
  const late = end > due
  const isPaused = run.pauses.some((pause) => pause.from <= setting.now && (pause.to === null || pause.to > setting.now))
  const level = (run.ratings.findLast((one) => one.at <= end) ?? run.ratings[0])?.level ?? 'high'
  const { evidence, evidenceAt } = setting.rules.clocks[run.clock]
  return {
    ...{ clock: run.clock, level },
    dueAt: due,
    state: run.doneAt !== null ? (late ? 'done-late' : 'done') : late ? 'overdue' : isPaused ? 'paused' : 'running',
    lateHours: late ? Math.floor(hoursBetween(due, end)) : 0,
    pauses: run.pauses,
    evidence: evidenceAt?.[level] ?? evidence,
    ...(run.of === undefined ? {} : { of: run.of }),
  }
}

/** What the supervisor's board lists: everything that is or was late, the longest first. */
export const breachesOf = (runs: readonly ClockRun[], setting: Setting): readonly ClockFace[] =>
  runs
    .map((run) => faceOf(run, setting))
    .filter((face) => face !== null && (face.state === 'overdue' || face.state === 'done-late'))
    .filter((face) => face !== null)
    .toSorted((a, b) => b.lateHours - a.lateHours)

export type MedicalWindow = keyof typeof medicalWindows
/** Counted from the incident; a window that has passed never says that a doctor is useless. */
export const windowLeft = (window: MedicalWindow, incidentAt: string, now: string) => {
  const closesAt = addHours(incidentAt, medicalWindows[window].hours)
  return { closesAt, isOpen: now <= closesAt, hoursLeft: Math.max(0, Math.floor(hoursBetween(now, closesAt))) }
}
