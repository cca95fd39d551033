/*
How a body settles its rules: one person who protects its data or supervises proposes, another confirms, and from a day that is never past they hold.
Until then nothing changes, and what was in force once can always be read again. What would make the program forget somebody earlier waits two weeks
(D), so that a court or a lawyer can still have it held; so does what loosens consent or access, so that nothing is loosened for an hour. Neither goes
without a voice of who protects data.
*/
import { addDays, todayAt } from '../../../../kernel/calendar.ts'
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { AccountId } from '../../../people/contract.ts'
import { type Chosen, type RuleChange, checkChanges, checkOrder, forgetsEarlier, loosens, nothingChosen, withChanges } from './chosen.ts'
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
/** Days before a shorter time of keeping holds, or anything that loosens consent or access (D). */
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
  standing(history.flatMap(({ proposed, confirmed }) => (confirmed === null ? [] : [{ ...proposed, inForceFrom: confirmed.inForceFrom }])))
const keyOf = (change: RuleChange): string => ('list' in change ? change.list : change.key)
/** In the order in which they were confirmed: what a later one says of the same value from an earlier day on is never undone by what had not begun. */
const standing = (all: readonly Begins[]): readonly Begins[] =>
  all.flatMap((one, at) => {
    const over = all.slice(at + 1).filter(({ inForceFrom }) => inForceFrom <= one.inForceFrom)
    const gone = new Set(over.flatMap(({ changes }) => changes.map(keyOf)))
    const changes = one.changes.filter((change) => !gone.has(keyOf(change)))
    return changes.length === 0 ? [] : [{ ...one, changes }]
  })
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
/** What it would change, on its own day and on every later one on which something begins: what was decided and is dropped counts too. */
function effectOf(
  state: SettledRules,
  proposed: Propose | Decided['proposed'],
  { today, from }: Readonly<Record<'today' | 'from', string>>,
) {
  const before = beginsIn(state)
  const after = standing([...before, { ...proposed, inForceFrom: from }])
  const days = new Set([from, ...before.map((one) => one.inForceFrom).filter((one) => one > from)])
  const pairs = [...days].map((day) => [chosenFrom(before, day), chosenFrom(after, day)] as const)
  const forgets = pairs.some(([was, is]) => forgetsEarlier(was, is))
  const isWatched = forgets || pairs.some(([was, is]) => loosens(was, is))
  /** `first`: the first day on which it can hold. */
  return { forgets, isWatched, first: isWatched ? addDays(today, NOTICE_DAYS) : today }
}
/** Of one piece on its own day, and on every later day on which something else begins. */
function wholeFrom(state: SettledRules, proposed: Propose | Decided['proposed'], from: string): Outcome<null> {
  const all = standing([...beginsIn(state), { ...proposed, inForceFrom: from }])
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
  const { forgets, first } = effectOf(state, command, { today, from: command.from })
  if (command.from < first) return refused(forgets ? 'rules-forget-too-soon' : 'rules-loosen-too-soon', { days: NOTICE_DAYS, day: first })
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
  const today = todayAt(at)
  const { first, isWatched } = effectOf(state, waiting, { today, from: waiting.from > today ? waiting.from : today })
  if (isWatched && waiting.as !== 'data-protection' && as !== 'data-protection') return refused('rules-need-data-protection')
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
