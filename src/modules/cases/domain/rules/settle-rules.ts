/*
How a body settles its rules: one person who protects its data or supervises proposes, another confirms, and from a day that is never past they hold.
Until then nothing changes, and what was in force once can always be read again. What would make the program forget somebody earlier waits two weeks
(D), so that a court or a lawyer can still have it held.
*/
import { addDays, todayAt } from '../../../../kernel/calendar.ts'
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { AccountId } from '../../../people/contract.ts'
import { type Chosen, checkChanges, checkOrder, forgetsEarlier, nothingChosen, withChanges } from './chosen.ts'
import type { ProposalId, RulesAs } from '../../contract-rules.ts'
import type { Decided, RulesCommand, RulesEvent } from './rules-words.ts'

export interface SettledRules {
  readonly history: readonly Decided[]
}
export const noRules: SettledRules = { history: [] }
export interface RulesContext {
  readonly proposal: Infer<typeof ProposalId>
  readonly by: AccountId
  /** `null`: neither protects the data of this body nor supervises. */
  readonly as: Infer<typeof RulesAs> | null
  readonly at: string
}
/** Days before a shorter time of keeping holds (D). */
export const NOTICE_DAYS = 14
/** A year ahead is long enough for a decree (D). */
const MOST_DAYS_AHEAD = 400

export const waitingIn = ({ history }: SettledRules): Decided['proposed'] | null => {
  const last = history.at(-1)
  return last !== undefined && last.confirmed === null && last.declined === null ? last.proposed : null
}
/** Changes that hold from a day on. */
type Begins = Pick<Decided['proposed'], 'changes' | 'evidence' | 'source'> & { readonly inForceFrom: string }
const beginsIn = ({ history }: SettledRules): readonly Begins[] =>
  history.flatMap(({ proposed, confirmed }) => (confirmed === null ? [] : [{ ...proposed, inForceFrom: confirmed.inForceFrom }]))
const chosenFrom = (all: readonly Begins[], day: string): Chosen =>
  all
    .filter((one) => one.inForceFrom <= day)
    .toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : a.inForceFrom > b.inForceFrom ? 1 : 0))
    .reduce((chosen, one) => withChanges(chosen, one.changes, one), nothingChosen)
/** What holds on a day: every confirmed change that has begun, those that began later over those before. */
export const chosenOn = (state: SettledRules, day: string): Chosen => chosenFrom(beginsIn(state), day)

/** First days of everything that holds or will. */
export const beginningsOf = (state: SettledRules): readonly string[] =>
  [...new Set(beginsIn(state).map((one) => one.inForceFrom))].toSorted()

type Propose = Extract<RulesCommand, { step: 'propose' }>
/** The first day on which it can hold. */
const earliestDay = (state: SettledRules, { changes, evidence, source }: Propose | Decided['proposed'], today: string): string => {
  const before = chosenOn(state, today)
  return forgetsEarlier(before, withChanges(before, changes, { evidence, source })) ? addDays(today, NOTICE_DAYS) : today
}
/** Of one piece on its own day, and on every later day on which something else begins. */
function wholeFrom(state: SettledRules, proposed: Propose | Decided['proposed'], from: string): Outcome<null> {
  const all = [...beginsIn(state), { ...proposed, inForceFrom: from }]
  for (const day of new Set([from, ...all.map((one) => one.inForceFrom).filter((one) => one > from)])) {
    const checked = checkOrder(chosenFrom(all, day))
    if (!checked.ok) return checked
  }
  return accepted(null)
}

export function proposeRules(state: SettledRules, command: Propose, context: RulesContext): Outcome<readonly RulesEvent[]> {
  const today = todayAt(context.at)
  if (context.as === null) return refused('rules-not-yours')
  if (waitingIn(state) !== null) return refused('rules-already-wait')
  if (command.changes.length === 0) return refused('rules-change-nothing')
  const bounded = checkChanges(command.changes)
  if (!bounded.ok) return bounded
  if (command.from < today) return refused('rules-in-the-past', { day: today })
  if (command.from > addDays(today, MOST_DAYS_AHEAD)) return refused('rules-too-far-ahead', { day: addDays(today, MOST_DAYS_AHEAD) })
  const first = earliestDay(state, command, today)
  if (command.from < first) return refused('rules-forget-too-soon', { days: NOTICE_DAYS, day: first })
  const ordered = wholeFrom(state, command, command.from)
  if (!ordered.ok) return ordered
  const { step: _step, ...proposed } = command
  const { proposal, by, as, at } = context
  return accepted([{ kind: 'case-rules.proposed.v1', payload: { proposal, ...proposed, by, as, at } }])
}

type Answer = Exclude<RulesCommand, { step: 'propose' }>
export function confirmRules(state: SettledRules, command: Answer, context: RulesContext): Outcome<readonly RulesEvent[]> {
  const waiting = waitingIn(state)
  if (context.as === null) return refused('rules-not-yours')
  if (waiting === null || waiting.proposal !== command.proposal) return refused('rules-none-waits')
  const { by, as, at } = context
  // Who proposed may take it back alone; who holds it for wrong need not wait for them.
  if (command.step === 'decline') return accepted([{ kind: 'case-rules.declined.v1', payload: { proposal: waiting.proposal, by, as, at } }])
  if (waiting.by === by) return refused('rules-by-another-person')
  const first = earliestDay(state, waiting, todayAt(at))
  const inForceFrom = waiting.from > first ? waiting.from : first
  const ordered = wholeFrom(state, waiting, inForceFrom)
  if (!ordered.ok) return ordered
  return accepted([{ kind: 'case-rules.confirmed.v1', payload: { proposal: waiting.proposal, inForceFrom, by, as, at } }])
}

function evolve({ history }: SettledRules, { kind, payload }: RulesEvent): SettledRules {
  if (kind === 'case-rules.proposed.v1') return { history: [...history, { proposed: payload, confirmed: null, declined: null }] }
  return {
    history: history.map((one) =>
      one.proposed.proposal !== payload.proposal
        ? one
        : kind === 'case-rules.confirmed.v1'
          ? { ...one, confirmed: payload }
          : { ...one, declined: payload },
    ),
  }
}
export const rulesDecider: Decider<SettledRules, RulesCommand, RulesEvent, RulesContext> = {
  initial: noRules,
  decide: (state, command, context) =>
    command.step === 'propose' ? proposeRules(state, command, context) : confirmRules(state, command, context),
  evolve,
}
