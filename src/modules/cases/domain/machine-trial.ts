/*
For tests: a machine walked through whole. `legal` is the table of the text, written down a second time by hand as `from step to`; every pair
that is not in it must be refused, and every pair that is must arrive where the text says when all guards hold.
*/
import { type Machine, type Position, everyPair, take } from './machine.ts'

export interface Trial<Known> {
  /** `draft send sent`; `-` for nothing yet. */
  readonly legal: readonly string[]
  /** With which every guard holds. */
  readonly open: Known
  /** Where a step back leads. */
  readonly before?: string
}

/** What differs from the text, in words; empty when nothing does. */
export function differences<State extends string, Name extends string, Known>(
  machine: Machine<State, Name, Known>,
  { legal, open, before }: Trial<Known>,
): readonly string[] {
  const expected = new Map(legal.map((line) => line.trim().split(/\s+/)).map(([from, step, to]) => [`${from} ${step}`, to]))
  const memory = machine.states.find((one) => one === before) ?? null
  const wrong = everyPair(machine).flatMap(({ at, step }) => {
    const position: Position<State> = { at, before: memory }
    const pair = `${at ?? '-'} ${step}`
    const outcome = take(machine, position, { step, known: open })
    const to = expected.get(pair)
    expected.delete(pair)
    if (to === undefined) {
      if (outcome.ok) return [`${pair} is taken and is not in the text`]
      return outcome.refusal.code === `${machine.name}-not-so-far` ? [] : [`${pair} is refused as ${outcome.refusal.code}`]
    }
    if (!outcome.ok) return [`${pair} is refused as ${outcome.refusal.code}`]
    return outcome.value === to ? [] : [`${pair} leads to ${outcome.value}, not ${to}`]
  })
  return [...wrong, ...[...expected.keys()].map((pair) => `${pair} names a state or step that is not there`)]
}
