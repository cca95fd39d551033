/*
What every rule of the register is: pure, with a version, the shape of what it looks at, thresholds with their mark and source,
and the innocent reasons that would explain it. A rule gets figures and answers with a verdict or with nothing; it knows no lot
table, no clock and no person, and it never says why the figures are so. Comparisons multiply whole numbers, never divide.
*/
import { type Evidence } from '../../../../../kernel/rulebook.ts'
import { type Infer, type Schema, mustParse } from '../../../../../kernel/schema.ts'
import type { Finding, Severity } from '../../../contract.ts'
import type { Explanation } from './explanations.ts'

export type ThresholdUnit =
  | 'hundredths-of-percent'
  | 'days'
  | 'months'
  | 'count'
  | 'grams'
  | 'grams-per-day'
  | 'milligrams-per-day'
  | 'metres'
  | 'metres-per-hour'
  | 'minutes'
  | 'thousandths'
  | 'cents-per-kilogram'
  | 'weekday'
/** A number that may be set for a group of sites; `least` and `most` bound what may be set. */
export interface Threshold {
  readonly value: number
  readonly unit: ThresholdUnit
  readonly least: number
  readonly most: number
}
export type ThresholdValues = { readonly [name: string]: number }
export type Facts = Finding['facts']

/** What a rule says: which rule in which version, how grave, the figures, what it looked at and against which numbers. */
export interface Verdict {
  readonly rule: string
  readonly version: number
  readonly severity: Severity
  readonly facts: Facts
  readonly inputs: unknown
  readonly threshold: ThresholdValues
  readonly explanations: readonly Explanation[]
}

export const familyNames = ['tags', 'capacity', 'weights', 'patterns', 'time', 'place', 'parties', 'balance', 'gold'] as const
export type Family = (typeof familyNames)[number]

/** A real case on which a threshold rests, with its own mark; the threshold drawn from it stays ours. */
export interface Case {
  readonly name: 'kalimbi-2017' | 'coltan-2024' | 'masisi-tags' | 'numbi-ore' | 'afp-method'
  readonly evidence: Evidence
}

interface About {
  readonly id: string
  readonly version: number
  readonly family: Family
  readonly severities: readonly Severity[]
  /** Of the test itself and its thresholds. */
  readonly evidence: Evidence
  readonly source: 'our-default' | 'icglr-standards' | 'domain-section-14'
  readonly case?: Case
  /** `arrival`: in the event itself; `scan`: by a pass over the tables. */
  readonly evaluated: 'arrival' | 'scan'
  readonly explanations: readonly Explanation[]
}
export interface AnyRule extends About {
  readonly thresholds: { readonly [name: string]: Threshold }
  /** The same as `evaluate`, for inputs that were stored or sent: they are read by the rule's own schema first. */
  readonly evaluateStored: (inputs: unknown, set?: ThresholdValues) => Verdict | null
  readonly inputs: Schema<unknown>
}
export interface Rule<Inputs> extends AnyRule {
  /** `set` replaces defaults by name; a name that the rule does not have is ignored. */
  readonly evaluate: (inputs: Inputs, set?: ThresholdValues) => Verdict | null
}

export interface Spoken {
  readonly severity: Severity
  readonly facts: Facts
}
interface Definition<S extends Schema<unknown>, Names extends string> extends Omit<About, 'version'> {
  readonly version?: number
  readonly inputs: S
  readonly thresholds: { readonly [Name in Names]: Threshold }
  readonly speak: (inputs: Infer<S>, at: (name: Names) => number) => Spoken | null
}

export function defineRule<S extends Schema<unknown>, Names extends string>(definition: Definition<S, Names>): Rule<Infer<S>> {
  const { speak, inputs: schema, version = 1, ...about } = definition
  const evaluate = (inputs: Infer<S>, set: ThresholdValues = {}): Verdict | null => {
    const used: { [name: string]: number } = {}
    const at = (name: Names): number => (used[name] = set[name] ?? definition.thresholds[name].value)
    const spoken = speak(inputs, at)
    if (spoken === null) return null
    return { rule: about.id, version, ...spoken, inputs, threshold: used, explanations: about.explanations }
  }
  return { ...about, version, inputs: schema, evaluate, evaluateStored: (inputs, set) => evaluate(mustParse(schema, inputs), set) }
}

/** As a finding beside the lots: what stands in their events. */
export const findingOf = ({ rule, severity, facts }: Verdict): Finding => ({ rule, severity, facts })
/** A rule that speaks on arrival is a function over plain facts already; here it becomes a verdict. */
export const spokenBy = (finding: Finding | null): Spoken | null => finding && { severity: finding.severity, facts: finding.facts }

/* ---- thresholds ---- */
const number = (unit: ThresholdUnit, value: number, [least, most]: readonly [number, number]): Threshold => ({ value, unit, least, most })
/** In hundredths of a percent: 10,000 is the whole. */
export const share = (value: number): Threshold => number('hundredths-of-percent', value, [0, 1_000_000])
/** Of what can be at most the whole: a limit above it would switch the rule off. */
export const part = (value: number): Threshold => number('hundredths-of-percent', value, [0, 9_999])
export const days = (value: number): Threshold => number('days', value, [0, 3_660])
export const months = (value: number): Threshold => number('months', value, [1, 120])
export const times = (value: number): Threshold => number('count', value, [0, 1_000_000])
export const metres = (value: number): Threshold => number('metres', value, [0, 1_000_000])
export const minutes = (value: number): Threshold => number('minutes', value, [0, 100_000])
export const numberOf = number

/* ---- exact comparisons ---- */
const WHOLE = 10_000n
/** part > hundredths of a percent of the whole. Exact for any whole numbers. */
export const isAboveShare = (part: number, whole: number, hundredths: number): boolean =>
  BigInt(part) * WHOLE > BigInt(whole) * BigInt(hundredths)
/** Of a whole, in hundredths of a percent, rounded down towards zero; of nothing: null. For reading, never for comparing. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : Number((BigInt(part) * WHOLE) / BigInt(whole)))

/** The gravest of the severities whose condition holds; `steps` go from grave to light. */
export function gravest(steps: readonly (readonly [Severity, boolean])[], facts: Facts): Spoken | null {
  const found = steps.find(([, speaks]) => speaks)
  return found ? { severity: found[0], facts } : null
}
