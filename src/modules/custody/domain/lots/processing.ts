/*
Processing and split: grams drawn from lots of one mineral become new lots, and the balance says what was lost and gained on the way,
wet, dry and by contained element. One event holds the whole act; each output becomes a lot of its own that draws its share of every
input, so that no gram is in two places. What the balance shows is never refused: a critical difference holds the outputs.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, count, decimal, grams, listOf, maybe, orNull, record, text } from '../../../../kernel/schema.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { Mineral } from '../../../sites/contract.ts'
import { AssayElement, Finding, LotId } from '../../contract.ts'
import { Balance, OutputRole, type ProcessingId, ProcessingKind, type ProcessLots } from '../../contract-lots.ts'
import { dayOfStep, fromTheFuture, gradeFinding, said, timeReversal } from '../plausibility/arrival-rules.ts'
import { combinationFinding } from '../plausibility/mass-balance.ts'
import { type Charge, balanceFindings, balanceOf, chargesOf, measure } from '../plausibility/processing-rules.ts'
import { refusalOfInput } from './combination.ts'
import { drawShares } from './draw-shares.ts'
import type { InputFacts } from './lot-state.ts'
import type { WeightLimits } from '../plausibility/tolerances.ts'

const charge = {
  lot: LotId,
  moistureHundredths: orNull(count()),
  dryGrams: grams(),
  element: orNull(AssayElement),
  percent: orNull(decimal()),
  containedGrams: orNull(grams()),
}
export const ProcessingRecorded = record({
  number: text(40),
  kind: ProcessingKind,
  mineral: Mineral,
  organisation: OrganisationId,
  place: maybe(text(120)),
  doneOn: calendarDate(),
  remark: maybe(text(400)),
  inputs: listOf(record({ ...charge, drawnGrams: grams() }), 500),
  outputs: listOf(record({ ...charge, number: text(60), role: OutputRole, massGrams: grams(), drawnGrams: listOf(grams(), 500) }), 50),
  balance: Balance,
  findings: listOf(Finding),
})
export const processingKinds = { 'processing.recorded.v1': ProcessingRecorded } as const
export type ProcessingEvent = DomainEvent<'processing.recorded.v1', Infer<typeof ProcessingRecorded>>
export type ProcessCommand = { readonly type: 'process-lots' } & Infer<typeof ProcessLots>
export type ProcessingState = { readonly number: string } | null

export interface ProcessingContext {
  /** As in a `LotContext`. */
  readonly limits?: WeightLimits | undefined
  readonly happenedOn: string
  readonly today: string
  readonly organisation: string | null
  readonly inputs: readonly InputFacts[]
  /** Identifiers for the outputs, in their order; they follow from the command. */
  readonly outputIds: readonly LotId[]
  /** The first number of an output that another lot has. */
  readonly takenNumber: string | null
}
type Decided = Outcome<readonly ProcessingEvent[]>

/** Refusals: `processing-already-recorded`, `no-inputs`, `no-outputs`, `input-twice`, those of `refusalOfInput`, `mixed-minerals`,
 * `lot-number-taken`, `output-number-twice`, `output-is-empty`, `too-many-outputs`, `split-of-one`, `moisture-not-valid`. */
function decide(state: ProcessingState, command: ProcessCommand, context: ProcessingContext): Decided {
  if (state) return refused('processing-already-recorded', { number: state.number })
  const { inputs, outputs, kind, number, place, remark } = command
  if (outputs.length === 0) return refused('no-outputs', { number })
  const twice = inputs.find((one, at) => inputs.findIndex((other) => other.lot === one.lot) !== at)
  if (twice) return refused('input-twice', { lot: twice.lot })
  const facts = new Map(context.inputs.map((one) => [one.lot, one]))
  for (const one of inputs) {
    const refusal = refusalOfInput(one, facts.get(one.lot), context.organisation)
    if (refusal) return { ok: false, refusal }
  }
  const first = context.inputs.find((one) => one.lot === inputs[0]?.lot)
  if (!first) return refused('no-inputs')
  const stranger = context.inputs.find((one) => one.mineral !== first.mineral)
  if (stranger) {
    const { number: otherNumber, mineral: otherMineral } = stranger
    return refused('mixed-minerals', { number: first.number, mineral: first.mineral, otherNumber, otherMineral })
  }
  const formed = refusalOfOutputs(command, context)
  if (formed) return formed

  const lastOn = context.inputs.reduce((day, one) => (one.lastOn > day ? one.lastOn : day), first.lastOn)
  const doneOn = command.doneOn ?? dayOfStep(context.happenedOn, lastOn)
  const { going, coming } = chargesOf(
    command,
    inputs.map((one) => facts.get(one.lot)),
  )
  const balance = balanceOf(going, coming)
  const findings = said(
    combinationFinding(balance.inputGrams, balance.outputGrams, context.limits?.excess),
    ...balanceFindings(balance, kind, context.limits),
    ...[...going, ...coming].flatMap(unusual),
    timeReversal('formed-before-its-inputs', lastOn, doneOn),
    fromTheFuture('formed-in-the-future', doneOn, context.today),
  )
  const drawn = drawShares(
    inputs.map((one) => one.drawnGrams),
    outputs.map((one) => one.massGrams),
  )
  const payload = {
    ...{ number, kind, mineral: first.mineral, organisation: first.holder, place, doneOn, remark },
    inputs: inputs.map((one, at) => ({ lot: one.lot, drawnGrams: one.drawnGrams, ...written(going[at]) })),
    outputs: outputs.map((one, at) => ({
      lot: idAt(context.outputIds, at),
      ...{ number: one.number.trim(), role: one.role, massGrams: one.massGrams, drawnGrams: [...(drawn[at] ?? [])] },
      ...written(coming[at]),
    })),
    balance,
    findings: distinct(findings),
  }
  return accepted([{ kind: 'processing.recorded.v1', payload }])
}

function refusalOfOutputs({ number, kind, inputs, outputs }: ProcessCommand, context: ProcessingContext): Decided | null {
  if (context.takenNumber !== null) return refused('lot-number-taken', { number: context.takenNumber })
  const names = outputs.map((one) => one.number.trim())
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) return refused('output-number-twice', { number: twice })
  const empty = outputs.find((one) => one.massGrams === 0)
  if (empty) return refused('output-is-empty', { number: empty.number })
  if (kind === 'split' && (inputs.length !== 1 || outputs.length < 2)) return refused('split-of-one', { number })
  const drawn = inputs.reduce((sum, one) => sum + one.drawnGrams, 0)
  if (drawn < outputs.length) return refused('too-many-outputs', { number, drawnGrams: drawn })
  const wet = [...inputs, ...outputs].find((one) => (one.moistureHundredths ?? 0) > 10_000)
  return wet ? refused('moisture-not-valid', { number }) : null
}

function written(one: Charge | undefined) {
  if (!one) throw new Error('a charge is missing')
  const { moistureHundredths, grade } = one
  return { moistureHundredths, element: grade?.element ?? null, percent: grade?.percent ?? null, ...measure(one) }
}
/** A grade or a moisture that cannot be; tailings and by-products are poor by nature, so a low grade says nothing here. */
const unusual = ({ grade, moistureHundredths }: Charge) => [
  ...(grade === null ? [] : [high(gradeFinding(grade.element, grade.percent, 'percent'))]),
  ...(moistureHundredths === null ? [] : [gradeFinding('moisture', moistureHundredths / 100, 'percent')]),
]
const high = (finding: Finding | null): Finding | null =>
  finding !== null && (finding.severity === 'C' || Number(finding.facts['value']) > Number(finding.facts['from'])) ? finding : null
const distinct = (findings: readonly Finding[]): Finding[] => [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()]
function idAt(ids: readonly LotId[], at: number): LotId {
  const id = ids[at]
  if (id === undefined) throw new Error('every output has its identifier')
  return id
}

/** What becomes of the outputs: one lot each, of the holder of the inputs, with the findings of the whole. */
export function lotsOf(processing: ProcessingId, event: ProcessingEvent['payload'], owner: OrganisationId | null) {
  const { kind, mineral, organisation, doneOn, inputs, outputs, findings } = event
  return outputs.map(({ lot, number, role, massGrams, moistureHundredths, drawnGrams }) => ({
    lot,
    formed: {
      ...{ number, kind: kind === 'split' ? ('part' as const) : ('processed-lot' as const), mineral, holder: organisation, owner },
      ...{ massGrams, formedOn: doneOn, processing, role, moistureHundredths, findings },
      inputs: inputs.map((one, at) => ({ lot: one.lot, drawnGrams: drawnGrams[at] ?? 0 })).filter((one) => one.drawnGrams > 0),
    },
  }))
}

export const processingDecider: Decider<ProcessingState, ProcessCommand, ProcessingEvent, ProcessingContext> = {
  initial: null,
  decide,
  evolve: (_state, { payload }) => ({ number: payload.number }),
}
