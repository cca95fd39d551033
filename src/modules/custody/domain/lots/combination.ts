/*
Bags become a trader's lot, lots become an export lot. A gram that is drawn from an input is gone from it: two processes that
draw the same bag stand in the log's queue, and the second is refused with what is left. A lot that weighs more than its
inputs allow is kept and put in quarantine, because the scale showed it and the surplus has no origin.
*/
import { type Outcome, type Refusal, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { CombineLots } from '../../contract.ts'
import type { LotEvent } from './lot-events.ts'
import type { InputFacts, LotContext, LotState } from './lot-state.ts'
import { combinationFinding, doubleSpendFinding, weightChange } from '../plausibility/mass-balance.ts'
import { dayOfStep, fromTheFuture, said, timeReversal } from '../plausibility/arrival-rules.ts'

export type CombineCommand = { readonly type: 'combine-lots' } & Infer<typeof CombineLots>
type Input = { readonly lot: string; readonly drawnGrams: number }

/** Refusals: `lot-already-registered`, `lot-number-taken`, `no-inputs`, `input-twice`, and per input those of `refusalOfInput`, and `mixed-minerals`. */
export function decideCombination(state: LotState, command: CombineCommand, context: LotContext): Outcome<readonly LotEvent[]> {
  if (state) return refused('lot-already-registered', { number: state.number })
  const { number, kind, inputs, massGrams } = command
  if (context.numberTaken) return refused('lot-number-taken', { number })
  const seen = new Set<string>()
  const twice = inputs.find((input) => seen.size === seen.add(input.lot).size)
  if (twice) return refused('input-twice', { lot: twice.lot })
  const facts = new Map(context.inputs.map((input) => [input.lot, input]))
  for (const input of inputs) {
    const refusal = refusalOfInput(input, facts.get(input.lot), context.organisation)
    if (refusal) return { ok: false, refusal }
  }
  const first = context.inputs.find((input) => input.lot === inputs[0]?.lot)
  if (!first) return refused('no-inputs')
  const stranger = context.inputs.find((input) => input.mineral !== first.mineral)
  if (stranger)
    return refused('mixed-minerals', {
      number: first.number,
      mineral: first.mineral,
      otherNumber: stranger.number,
      otherMineral: stranger.mineral,
    })

  const inputGrams = inputs.reduce((sum, input) => sum + input.drawnGrams, 0)
  const lastOn = context.inputs.reduce((day, input) => (input.lastOn > day ? input.lastOn : day), first.lastOn)
  const formedOn = command.formedOn ?? dayOfStep(context.happenedOn, lastOn)
  const lighter = massGrams < inputGrams
  const findings = said(
    combinationFinding(inputGrams, massGrams, context.limits?.excess),
    lighter
      ? weightChange({ leg: kind === 'trader-lot' ? 'mine-to-trader' : 'trader-to-processor', set: context.limits }, inputGrams, massGrams)
      : null,
    timeReversal('formed-before-its-inputs', lastOn, formedOn),
    fromTheFuture('formed-in-the-future', formedOn, context.today),
  )
  const { mineral, holder } = first
  return accepted([
    { kind: 'lot.combined.v1', payload: { number, kind, mineral, holder, massGrams, formedOn, inputs, findings: [...findings] } },
  ])
}

/** `unknown-lot`, `lot-voided`, `not-the-holder`, `lot-in-transit`, `quarantined`, `lot-is-certified`, `nothing-drawn`, `double-spend` (rule F22), in this order. */
export function refusalOfInput(input: Input, facts: InputFacts | undefined, organisation: string | null): Refusal | null {
  if (!facts) return { code: 'unknown-lot', facts: { lot: input.lot } }
  const { number, holder, remainingGrams } = facts
  if (facts.state === 'voided') return { code: 'lot-voided', facts: { number } }
  if (holder !== organisation) return { code: 'not-the-holder', facts: { number, holder } }
  if (facts.state === 'in-transit') return { code: 'lot-in-transit', facts: { number } }
  if (facts.rejected === true) return { code: 'lot-rejected', facts: { number } }
  if (facts.heldBySeizure === true) return { code: 'lot-seized', facts: { number, source: facts.heldBy } }
  if (facts.heldBy !== null) return { code: 'quarantined', facts: { number, source: facts.heldBy } }
  if (facts.certificate !== null) return { code: 'lot-is-certified', facts: { number, certificate: facts.certificate } }
  if (facts.remainingMilligrams !== undefined) return { code: 'gold-own-act', facts: { number } }
  if (input.drawnGrams === 0) return { code: 'nothing-drawn', facts: { number } }
  const finding = doubleSpendFinding(number, remainingGrams, input.drawnGrams)
  return finding && { code: 'double-spend', facts: { rule: finding.rule, number, remainingGrams, drawnGrams: input.drawnGrams } }
}
