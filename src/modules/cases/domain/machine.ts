/*
One shape for every state machine of the protection module: a table of steps, each with where it may begin, where it ends and what must hold
before it is taken. What is not in the table is refused, so a pair that nobody thought of cannot happen. Guards are asked in their order and
the first that does not hold gives the refusal. A machine knows no person: what it must know of the world is `Known`, gathered by its decider.
*/
import { type Facts, type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { Evidence } from '../../../kernel/rulebook.ts'

export interface Guard<Known> {
  /** The refusal when it does not hold. */
  readonly code: string
  readonly holds: (known: Known) => boolean
  readonly explain?: (known: Known) => Facts
}
/** `null`: nothing is there yet. `as-before`: back to where it was when it began to wait. */
export interface Step<State extends string, Name extends string, Known> {
  readonly step: Name
  readonly from: readonly (State | null)[]
  readonly to: State | 'as-before'
  readonly guards?: readonly Guard<Known>[]
}
export interface Machine<State extends string, Name extends string, Known> {
  /** `referral`: refusals of an illegal step are `referral-not-so-far`. */
  readonly name: string
  readonly evidence: Evidence
  readonly source: string
  readonly states: readonly State[]
  readonly names: readonly Name[]
  readonly steps: readonly Step<State, Name, Known>[]
}
/** Where a thing stands; `before` matters only to steps that lead back. */
export interface Position<State extends string> {
  readonly at: State | null
  readonly before: State | null
}
export interface Asked<Name extends string, Known> {
  readonly step: Name
  readonly known: Known
}

export function take<State extends string, Name extends string, Known>(
  machine: Machine<State, Name, Known>,
  { at, before }: Position<State>,
  { step, known }: Asked<Name, Known>,
): Outcome<State> {
  const found = machine.steps.find((one) => one.step === step && one.from.includes(at))
  if (!found) return refused(`${machine.name}-not-so-far`, { state: at, step })
  const broken = found.guards?.find((guard) => !guard.holds(known))
  if (broken) return refused(broken.code, broken.explain?.(known) ?? {})
  const to = found.to === 'as-before' ? before : found.to
  return to === null ? refused(`${machine.name}-not-so-far`, { state: at, step }) : accepted(to)
}

/** What could be asked next, whether or not its guards hold: the buttons of a screen. */
export const stepsFrom = <State extends string, Name extends string, Known>(
  machine: Machine<State, Name, Known>,
  at: State | null,
): readonly Name[] => machine.steps.filter((one) => one.from.includes(at)).map((one) => one.step)

/** States out of which nothing leads. */
export const endsOf = <State extends string, Name extends string, Known>(machine: Machine<State, Name, Known>): readonly State[] =>
  machine.states.filter((state) => stepsFrom(machine, state).length === 0)

/** Every state, and nothing at all, with every step: what a total test walks through. */
export const everyPair = <State extends string, Name extends string, Known>(
  machine: Machine<State, Name, Known>,
): readonly { readonly at: State | null; readonly step: Name }[] =>
  [null, ...machine.states].flatMap((at) => machine.names.map((step) => ({ at, step })))

/** Every code with which a machine may refuse: the gate of words cannot read them out of a table. */
export const refusalsOf = <State extends string, Name extends string, Known>(machine: Machine<State, Name, Known>): readonly string[] => [
  ...new Set([`${machine.name}-not-so-far`, ...machine.steps.flatMap((one) => (one.guards ?? []).map((guard) => guard.code))]),
]
