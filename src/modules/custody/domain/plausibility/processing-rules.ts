/*
The balance of a processing: wet grams as the scales showed them, dry grams and contained grams computed from them in whole numbers.
Rounding (D): half a gram and more goes up, once for each lot, from the exact product; nothing is summed before it is rounded.

P04 dry mass, P05 contained element: beyond 2 % a warning, beyond 5 % an alert, beyond 10 % critical (domain specification, section 14, D).
A loss is held against it only where the tailings were weighed (P04) and everything was assayed (P05); a gain always. Where tailings
were not weighed the loss of a cleaning is that of the leg from trader to processor (F09).
*/
import type { Rule } from '../../../../kernel/rulebook.ts'
import type { AssayElement, Finding } from '../../contract.ts'
import type { Balance } from '../../contract-lots.ts'
import { weightChange } from './mass-balance.ts'
import type { WeightLimits } from './tolerances.ts'

const ALL = 10_000
export const processingBalance = {
  id: 'processing-balance',
  evidence: 'D',
  source: 'domain specification, section 14',
  warn: 200,
  alert: 500,
  critical: 1_000,
} as const satisfies Rule & { readonly [limit: string]: string | number }

/** Metal in the element as a laboratory names it, in ten-thousandths: stoichiometry, so no country changes it. */
const metalIn: { readonly [Element in AssayElement]?: number } = { Sn: 10_000, Ta2O5: 8_190, WO3: 7_930, Au: 10_000 }

export interface Charge {
  readonly massGrams: number
  readonly moistureHundredths: number | null
  readonly grade: { readonly element: AssayElement; readonly percent: number } | null
}
/** What was said of one lot of the act; what was not is taken from what is known of it. */
type Said = { readonly [Part in 'moistureHundredths' | 'grade']?: Charge[Part] | undefined }
type Known = Said
const chargeOf = (massGrams: number, said: Said, known: Known | undefined): Charge => ({
  massGrams,
  moistureHundredths: said.moistureHundredths ?? known?.moistureHundredths ?? null,
  grade: said.grade ?? known?.grade ?? null,
})
/** The one reading of an act, for the slip and for its preview. `known`: the last assay of each input, or what the act said that it came out of. */
export function chargesOf<Output extends Said & { readonly massGrams: number }>(
  {
    kind,
    inputs,
    outputs,
  }: { readonly kind: string; readonly inputs: readonly (Said & { readonly drawnGrams: number })[]; readonly outputs: readonly Output[] },
  known: readonly (Known | undefined)[],
) {
  const going = inputs.map((one, at) => chargeOf(one.drawnGrams, one, known[at]))
  // A part is the same goods as the whole: what is known of that is known of it.
  const whole = kind === 'split' ? going[0] : undefined
  return { going, coming: outputs.map((one) => ({ ...one, ...chargeOf(one.massGrams, one, whole) })) }
}
export interface Measured {
  readonly dryGrams: number
  readonly containedGrams: number | null
}

const rounded = (numerator: bigint, denominator: bigint): number => Number((numerator * 2n + denominator) / (denominator * 2n))

/** Dry and contained grams of one lot. A grade is read to four places of a percent. */
export function measure({ massGrams, moistureHundredths, grade }: Charge): Measured {
  const dryGrams = rounded(BigInt(massGrams) * BigInt(ALL - (moistureHundredths ?? 0)), BigInt(ALL))
  return {
    dryGrams,
    containedGrams: grade === null ? null : rounded(BigInt(dryGrams) * BigInt(Math.round(grade.percent * ALL)), 1_000_000n),
  }
}

/** The metal itself in `containedGrams` of an element; null for what holds none that we know. */
export function metalGrams(element: AssayElement | null, containedGrams: number | null): number | null {
  const share = element === null ? undefined : metalIn[element]
  return share === undefined || containedGrams === null ? null : rounded(BigInt(containedGrams) * BigInt(share), BigInt(ALL))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
/** Hundredths of a percent of `whole`, cut towards zero. */
const hundredths = (part: number, whole: number): number => (whole === 0 ? 0 : Number((BigInt(part) * BigInt(ALL)) / BigInt(whole)))

export function balanceOf(
  inputs: readonly Charge[],
  outputs: readonly (Charge & { readonly role: 'main' | 'by-product' | 'tailings' })[],
): Balance {
  const [going, coming] = [inputs.map(measure), outputs.map(measure)]
  const element = inputs[0]?.grade?.element ?? null
  const same = (one: Charge): boolean => one.grade !== null && one.grade.element === element
  const graded = element !== null && inputs.every(same)
  const outputGraded = outputs.flatMap((one, at) => (same(one) ? [coming[at]?.containedGrams ?? 0] : []))
  const [inputGrams, outputGrams] = [sum(inputs.map((one) => one.massGrams)), sum(outputs.map((one) => one.massGrams))]
  const [inputDryGrams, outputDryGrams] = [sum(going.map((one) => one.dryGrams)), sum(coming.map((one) => one.dryGrams))]
  const inputContainedGrams = graded ? sum(going.map((one) => one.containedGrams ?? 0)) : null
  const outputContainedGrams = graded && outputGraded.length > 0 ? sum(outputGraded) : null
  return {
    inputGrams,
    outputGrams,
    lossGrams: inputGrams - outputGrams,
    lossHundredthsOfPercent: hundredths(inputGrams - outputGrams, inputGrams),
    inputDryGrams,
    outputDryGrams,
    dryLossGrams: inputDryGrams - outputDryGrams,
    dryLossHundredthsOfPercent: hundredths(inputDryGrams - outputDryGrams, inputDryGrams),
    tailingsWeighed: outputs.some((one) => one.role === 'tailings'),
    element: graded ? element : null,
    inputContainedGrams,
    outputContainedGrams,
    containedComplete: outputContainedGrams !== null && outputGraded.length === outputs.length,
    inputMetalGrams: metalGrams(element, inputContainedGrams),
    outputMetalGrams: metalGrams(element, outputContainedGrams),
  }
}

/** F23, F08, F09, P04 and P05 of one processing. A split loses nothing: every change of its weight is held against it. */
export function balanceFindings(balance: Balance, kind: string, set?: WeightLimits): readonly (Finding | null)[] {
  const complete = balance.tailingsWeighed || kind === 'split'
  const { inputDryGrams, outputDryGrams, inputContainedGrams, outputContainedGrams, element } = balance
  return [
    complete || balance.outputGrams >= balance.inputGrams
      ? null
      : weightChange({ leg: 'trader-to-processor', set }, balance.inputGrams, balance.outputGrams),
    beyond('P04', { beforeGrams: inputDryGrams, afterGrams: outputDryGrams, losses: complete }),
    inputContainedGrams === null || outputContainedGrams === null
      ? null
      : beyond('P05', { beforeGrams: inputContainedGrams, afterGrams: outputContainedGrams, losses: balance.containedComplete, element }),
  ]
}

interface Compared {
  readonly beforeGrams: number
  readonly afterGrams: number
  /** Whether a loss is held against it too. */
  readonly losses: boolean
  readonly element?: string | null
}
function beyond(rule: 'P04' | 'P05', { beforeGrams, afterGrams, losses, element }: Compared): Finding | null {
  const change = afterGrams - beforeGrams
  if (change < 0 && !losses) return null
  const over = (limit: number): boolean => Math.abs(change) * ALL > beforeGrams * limit
  const severity = over(processingBalance.critical) ? 'C' : over(processingBalance.alert) ? 'A' : over(processingBalance.warn) ? 'W' : null
  if (severity === null) return null
  const facts = { beforeGrams, afterGrams, changeGrams: change, allowedHundredthsOfPercent: processingBalance.warn }
  return { rule, severity, facts: rule === 'P05' ? { ...facts, element: element ?? null } : facts }
}
