/* A value of the rules that is not law is the programme's own to choose: by whom, why and since when stays on record. */
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import type { Infer } from '../../../kernel/schema.ts'
import { ChangeIncidentRule } from '../contract-report.ts'
import { isIncidentRule } from './rulebook.ts'

export const incidentRuleKinds = { 'incident-rule.changed.v1': ChangeIncidentRule } as const
export type IncidentRuleEvent = DomainEvent<'incident-rule.changed.v1', Infer<typeof ChangeIncidentRule>>
export type IncidentRuleCommand = Infer<typeof ChangeIncidentRule>
/** Ten years: beyond it a clock says nothing. */
const MOST = 3_660
const MOST_OF: { readonly [rule: string]: number } = { twoPersonsSeverity: 3, closeMonths1: 120, closeMonths2: 120 }
/** Below these an outcome would tell who reported, or which site is meant (D). */
const LEAST: { readonly [rule: string]: number } = { publicDelayDays: 30, leastSites: 2, twoPersonsSeverity: 0 }

export const incidentRuleDecider: Decider<null, IncidentRuleCommand, IncidentRuleEvent, null> = {
  initial: null,
  decide: (_state, command) => {
    if (!isIncidentRule(command.rule)) return refused('no-such-incident-rule', { rule: command.rule })
    const least = LEAST[command.rule] ?? 1
    const most = MOST_OF[command.rule] ?? MOST
    if (command.value < least || command.value > most) return refused('incident-rule-out-of-bounds', { least, most })
    return accepted([{ kind: 'incident-rule.changed.v1', payload: command }])
  },
  evolve: () => null,
}
