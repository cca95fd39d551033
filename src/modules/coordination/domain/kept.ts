/* Actions kept, by the quarter of their day: done by it, done after it, not done though it is over, still open. Called off ones are nowhere. Pure; refuses nothing. */
import { addDays } from '../../../kernel/calendar.ts'
import type { ActionsKept } from '../contract.ts'
import { type Action, isOverdue } from './action.ts'
import { quarterOf } from './promise.ts'

/** Quarters that the picture looks back on, the one that runs left out (D). */
const BACK = 4
const DAYS_OF_QUARTER = 91
export function keptByQuarter(actions: readonly Action[], today: string): ActionsKept['quarters'] {
  const counted = actions.filter((one) => one.state !== 'CANCELLED')
  return quartersAround(today).map((quarter) => {
    const of = counted.filter((one) => quarterOf(one.opened.due) === quarter)
    const n = (is: (one: Action) => boolean): number => of.filter(is).length
    return {
      quarter,
      kept: n(({ doneOn, opened }) => doneOn !== null && doneOn <= opened.due),
      late: n(({ doneOn, opened }) => doneOn !== null && doneOn > opened.due),
      overdue: n((one) => isOverdue(one, today)),
      open: n((one) => one.doneOn === null && !isOverdue(one, today)),
    }
  })
}
/** From four back to the next one: what is given today is mostly due there. */
function quartersAround(today: string): readonly string[] {
  const middle = `${today.slice(0, 4)}-${String((Math.ceil(Number(today.slice(5, 7)) / 3) - 1) * 3 + 2).padStart(2, '0')}-15`
  return Array.from({ length: BACK + 2 }, (_, at) => quarterOf(addDays(middle, (at - BACK) * DAYS_OF_QUARTER)))
}
