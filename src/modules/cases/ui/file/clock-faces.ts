/* The clocks of a case that still run, soonest first, read on the device from the same events and rules as on the server. */
import { clockFacesOf } from '../../domain/case/case-clocks.ts'
import type { ClockFace } from '../../domain/clocks/clock.ts'
import type { CaseWork } from './use-case.ts'

export const runningClocks = ({ whole, rules, now }: Pick<CaseWork, 'whole' | 'rules' | 'now'>): readonly ClockFace[] =>
  clockFacesOf(whole.file, { rules: rules.clocks, calendar: rules.calendar, now })
    .filter((face) => face.state !== 'done' && face.state !== 'done-late')
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
