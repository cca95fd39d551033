/*
Whether incidents were settled by the day on which they were due, for who counts: each opening of a file once. What a day decided stays decided: a plan, a graver severity or
an end that came after it changes nothing of it. It refuses to judge what is not due. Pure.
*/
import { addDays, addMonths, endOf, todayAt } from '../../../kernel/calendar.ts'
import type { IncidentRules } from './rulebook.ts'

export interface FileStep {
  readonly step: string
  readonly at: string
  /** Where the step says one. */
  readonly severity: number | null
}
export interface FileOfSteps {
  readonly receivedOn: string
  readonly severity: number
  readonly steps: readonly FileStep[]
}
export interface Settled {
  readonly due: string
  /** When it was known: at the end of the day that was due, or when it was settled before. */
  readonly at: string
  readonly onTime: boolean
}
interface Running {
  readonly openedOn: string
  readonly openedAt: string
  readonly plannedOn: string | null
}
/** The close clock of `clocks.ts`. */
function dueOf({ openedOn, plannedOn }: Running, severity: number, rules: IncidentRules): string {
  if (severity >= 3) return addDays(openedOn, rules.closeDays3)
  const [plan, months] = severity === 1 ? [rules.planDays1, rules.closeMonths1] : [rules.planDays2, rules.closeMonths2]
  return addMonths(plannedOn ?? addDays(openedOn, plan), months)
}
const nothing = (): Running | null => null
const OVER: readonly string[] = ['found-unfounded', 'resolved', 'closed']
const later = (a: string, b: string): string => (a > b ? a : b)

export function closingsOf({ receivedOn, severity: now, steps }: FileOfSteps, rules: IncidentRules): readonly Settled[] {
  const settled: Settled[] = []
  let severity = steps[0]?.severity ?? now
  let running = nothing()
  const late = (run: Running): Settled => {
    const due = dueOf(run, severity, rules)
    return { due, at: later(endOf(due), run.openedAt), onTime: false }
  }
  for (const { step, at, severity: said } of steps) {
    if (running !== null && endOf(dueOf(running, severity, rules)) < at) {
      settled.push(late(running))
      running = null
    }
    severity = said ?? severity
    if (step === 'reported' || step === 'reopened')
      running = { openedOn: step === 'reported' ? receivedOn : todayAt(at), openedAt: at, plannedOn: null }
    else if (running !== null && step === 'action-agreed') running = { ...running, plannedOn: running.plannedOn ?? todayAt(at) }
    else if (running !== null && OVER.includes(step)) {
      settled.push({ due: dueOf(running, severity, rules), at, onTime: true })
      running = null
    }
  }
  // What nobody settled: late once its day is over, which the one who asks sees by the instant.
  return running === null ? settled : [...settled, late(running)]
}
