/*
Sachets and bars become bars: what was drawn, what was cast, what the fire took. One event holds the whole melt; each bar becomes a lot of
its own that draws its share of every input, to the milligram. What the balance shows is never refused: a critical difference holds the bars.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, type Refusal, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import type { LotId } from '../../contract.ts'
import type { GoldForm, MeltGold, MeltId } from '../../contract-gold.ts'
import { drawShares } from '../lots/draw-shares.ts'
import type { InputFacts } from '../lots/lot-state.ts'
import { dayOfStep, fromTheFuture, gradeFinding, said, timeReversal } from '../plausibility/arrival-rules.ts'
import type { BarCast, MeltEvent } from './gold-events.ts'
import { fineBalance, meltLoss } from './gold-rules.ts'
import { fineOf, gramsOfGold, shareLost } from './worth.ts'

export type MeltCommand = { readonly type: 'melt-gold' } & Infer<typeof MeltGold>
export type MeltState = { readonly number: string } | null
/** What is known of the gold of an input, beside what is known of every input. */
export interface GoldInput extends InputFacts {
  readonly form: GoldForm | null
  readonly finenessTenthsPerMille: number | null
}
export interface MeltContext {
  readonly happenedOn: string
  readonly today: string
  readonly organisation: string | null
  readonly inputs: readonly GoldInput[]
  /** Identifiers for what is cast, in order; they follow from the command. */
  readonly outputIds: readonly LotId[]
  readonly numberTaken: boolean
  /** The first number of an output that another lot has. */
  readonly takenSerial: string | null
}
type Drawn = MeltCommand['inputs'][number]

/** `unknown-lot`, `lot-voided`, `not-the-holder`, `lot-in-transit`, `lot-rejected`, `lot-seized`, `quarantined`, `lot-is-certified`,
 * `not-gold-in-milligrams`, `nothing-drawn`, `gold-overdrawn`. */
export function refusalOfGoldInput(drawn: Drawn, facts: InputFacts | undefined, organisation: string | null): Refusal | null {
  if (!facts) return { code: 'unknown-lot', facts: { lot: drawn.lot } }
  const { number, holder, remainingMilligrams } = facts
  if (facts.state === 'voided') return { code: 'lot-voided', facts: { number } }
  if (holder !== organisation) return { code: 'not-the-holder', facts: { number, holder } }
  if (facts.state === 'in-transit') return { code: 'lot-in-transit', facts: { number } }
  if (facts.rejected === true) return { code: 'lot-rejected', facts: { number } }
  if (facts.heldBySeizure === true) return { code: 'lot-seized', facts: { number, source: facts.heldBy } }
  if (facts.heldBy !== null) return { code: 'quarantined', facts: { number, source: facts.heldBy } }
  if (facts.certificate !== null) return { code: 'lot-is-certified', facts: { number, certificate: facts.certificate } }
  if (remainingMilligrams === undefined) return { code: 'not-gold-in-milligrams', facts: { number } }
  if (drawn.drawnMilligrams === 0) return { code: 'nothing-drawn', facts: { number } }
  if (drawn.drawnMilligrams <= remainingMilligrams) return null
  return { code: 'gold-overdrawn', facts: { rule: 'F22', number, remainingMilligrams, drawnMilligrams: drawn.drawnMilligrams } }
}
/** The same for all of them; `no-inputs`, `input-twice`. */
export function refusalOfGoldInputs(inputs: readonly Drawn[], known: readonly InputFacts[], organisation: string | null): Refusal | null {
  if (inputs.length === 0) return { code: 'no-inputs', facts: {} }
  const twice = inputs.find((one, at) => inputs.findIndex((other) => other.lot === one.lot) !== at)
  if (twice) return { code: 'input-twice', facts: { lot: twice.lot } }
  const facts = new Map(known.map((one) => [one.lot, one]))
  for (const one of inputs) {
    const refusal = refusalOfGoldInput(one, facts.get(one.lot), organisation)
    if (refusal) return refusal
  }
  return null
}

/** Refusals: `melt-already-recorded`, `melt-number-taken`, `no-outputs`, those of `refusalOfGoldInputs`, `lot-number-taken`,
 * `output-number-twice`, `output-is-empty`. */
function decide(state: MeltState, command: MeltCommand, context: MeltContext): Outcome<readonly MeltEvent[]> {
  const { number, inputs, outputs, place, remark } = command
  if (state) return refused('melt-already-recorded', { number: state.number })
  if (context.numberTaken) return refused('melt-number-taken', { number })
  if (outputs.length === 0) return refused('no-outputs', { number })
  const stopped = refusalOfGoldInputs(inputs, context.inputs, context.organisation) ?? refusalOfCasting(command, context)
  if (stopped) return { ok: false, refusal: stopped }
  const facts = new Map(context.inputs.map((one) => [one.lot, one]))
  const holder = context.inputs.find((one) => one.lot === inputs[0]?.lot)?.holder
  if (holder === undefined) return refused('no-inputs')
  const lastOn = context.inputs.reduce((day, one) => (one.lastOn > day ? one.lastOn : day), '')
  const meltedOn = command.meltedOn ?? dayOfStep(context.happenedOn, lastOn)
  const drawn = drawShares(
    inputs.map((one) => one.drawnMilligrams),
    outputs.map((one) => one.massMilligrams),
  )
  const going = inputs.map((one) => {
    const fineness = facts.get(one.lot)?.finenessTenthsPerMille ?? null
    return {
      ...{ lot: one.lot, drawnMilligrams: one.drawnMilligrams, drawnGrams: gramsOfGold(one.drawnMilligrams) },
      fineMilligrams: fineness === null ? null : fineOf(one.drawnMilligrams, fineness),
    }
  })
  const coming = outputs.map(({ serial, role, ...rest }, at) => ({
    ...rest,
    ...{ lot: idAt(context.outputIds, at), number: serial.trim(), role, kind: role === 'bar' ? ('gold-bar' as const) : ('part' as const) },
    ...{ massGrams: gramsOfGold(rest.massMilligrams), fineMilligrams: fineOf(rest.massMilligrams, rest.finenessTenthsPerMille) },
    drawnMilligrams: [...(drawn[at] ?? [])],
  }))
  const figures = figuresOf(going, coming)
  const forms = context.inputs.flatMap(({ form }) => (form === null ? [] : [form]))
  const findings = said(
    meltLoss({ ...figures, forms }),
    fineBalance({ ...figures, forms }),
    ...coming.filter((one) => one.kind === 'gold-bar').map((one) => gradeFinding('Au', one.finenessTenthsPerMille / 10, 'per-mille')),
    timeReversal('formed-before-its-inputs', lastOn, meltedOn),
    fromTheFuture('formed-in-the-future', meltedOn, context.today),
  )
  const around = { number, organisation: holder, mineral: 'Au' as const, place, meltedOn, remark }
  return accepted([{ kind: 'gold.melted.v1', payload: { ...around, ...figures, inputs: going, outputs: coming, findings: [...findings] } }])
}

function figuresOf(
  going: readonly { readonly drawnMilligrams: number; readonly fineMilligrams: number | null }[],
  coming: readonly { readonly massMilligrams: number; readonly fineMilligrams: number }[],
) {
  const inputMilligrams = going.reduce((sum, one) => sum + one.drawnMilligrams, 0)
  const outputMilligrams = coming.reduce((sum, one) => sum + one.massMilligrams, 0)
  const isKnown = going.every((one) => one.fineMilligrams !== null)
  return {
    ...{ inputMilligrams, outputMilligrams, lossMilligrams: inputMilligrams - outputMilligrams },
    lossHundredthsOfPercent: shareLost(inputMilligrams, outputMilligrams),
    inputFineMilligrams: isKnown ? going.reduce((sum, one) => sum + (one.fineMilligrams ?? 0), 0) : null,
    outputFineMilligrams: coming.reduce((sum, one) => sum + one.fineMilligrams, 0),
  }
}

function refusalOfCasting({ number, outputs }: MeltCommand, context: MeltContext): Refusal | null {
  if (context.takenSerial !== null) return { code: 'lot-number-taken', facts: { number: context.takenSerial } }
  const names = outputs.map((one) => one.serial.trim())
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) return { code: 'output-number-twice', facts: { number: twice } }
  const empty = outputs.find((one) => one.massMilligrams === 0)
  return empty ? { code: 'output-is-empty', facts: { number: empty.serial || number } } : null
}
function idAt(ids: readonly LotId[], at: number): LotId {
  const id = ids[at]
  if (id === undefined) throw new Error('every output has its identifier')
  return id
}

export type CastCommand = { readonly type: 'cast-bar' } & Infer<typeof BarCast>
/** What becomes of the melt: one lot each, of the holder of the inputs, with the findings of the whole. */
export function barsOf(
  melt: MeltId,
  event: MeltEvent['payload'],
  owner: OrganisationId | null,
): readonly { lot: LotId; cast: Infer<typeof BarCast> }[] {
  const { organisation, meltedOn, inputs, outputs, findings, mineral } = event
  return outputs.map(({ lot, role: _, drawnMilligrams, ...bar }) => ({
    lot,
    cast: {
      ...bar,
      ...{ mineral, holder: organisation, owner, formedOn: meltedOn, melt, findings },
      inputs: inputs.flatMap((one, at) => {
        const taken = drawnMilligrams[at] ?? 0
        return taken === 0 ? [] : [{ lot: one.lot, drawnGrams: gramsOfGold(taken), drawnMilligrams: taken }]
      }),
    },
  }))
}

export const meltDecider: Decider<MeltState, MeltCommand, MeltEvent, MeltContext> = {
  initial: null,
  decide,
  evolve: (_state, { payload }) => ({ number: payload.number }),
}
