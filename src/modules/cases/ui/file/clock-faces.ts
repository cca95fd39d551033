/* The clocks of a case that still run, soonest first, read on the device from the same events and rules as on the server. */
import { clockFacesOf } from '../../domain/case/case-clocks.ts'
import type { ClockFace } from '../../domain/clocks/clock.ts'
import { firstClockRulebook } from '../../domain/clocks/clock-rulebook.ts'
import { calendarOf } from '../../domain/clocks/work-calendar.ts'
import { CASE_ZONE } from './case-zone.ts'
import type { CaseWork } from './use-case.ts'

export const runningClocks = ({ whole, now }: Pick<CaseWork, 'whole' | 'now'>): readonly ClockFace[] =>
  clockFacesOf(whole.file, { rules: firstClockRulebook.values, calendar: calendarOf(CASE_ZONE), now })
    .filter((face) => face.state !== 'done' && face.state !== 'done-late')
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
