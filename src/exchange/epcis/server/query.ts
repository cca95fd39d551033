/*
A query of EPCIS as data: what each condition asks of an event, without a word of SQL or of the address it came in. Every value of an
event that a condition may name is a term (`term-rows.ts`); both sides write terms by the same names.
*/
export type Operator = 'EQ' | 'GT' | 'GE' | 'LT' | 'LE'

export type Condition =
  | { readonly kind: 'event-type'; readonly values: readonly string[] }
  | { readonly kind: 'event-id'; readonly values: readonly string[] }
  /** `eventTime` or `recordTime`. */
  | { readonly kind: 'time'; readonly of: 'event' | 'record'; readonly operator: 'GE' | 'LT'; readonly at: string }
  /** One of the names has one of the values, or fits one of the patterns (of SQL's `like`). */
  | { readonly kind: 'value'; readonly names: readonly string[]; readonly values: readonly string[]; readonly patterns: readonly string[] }
  | { readonly kind: 'amount'; readonly name: string; readonly operator: Operator; readonly amounts: readonly number[] }
  | { readonly kind: 'at'; readonly name: string; readonly operator: Operator; readonly at: string }
  | { readonly kind: 'exists'; readonly name: string }
  /** The value, or what master data says lies in it, however deep. */
  | { readonly kind: 'within'; readonly name: string; readonly values: readonly string[] }
  /** The value of a field has an attribute in master data; with `values`, one of these. */
  | {
      readonly kind: 'attribute'
      readonly names: readonly string[]
      readonly attributes: readonly string[]
      readonly values: readonly string[] | null
    }
  | { readonly kind: 'either'; readonly of: readonly Condition[] }

export interface Query {
  readonly conditions: readonly Condition[]
  readonly orderBy: 'event' | 'record'
  readonly direction: 'ASC' | 'DESC'
  /** At most so many, the rest is left out. */
  readonly eventCountLimit: number | null
  /** More than so many is a refusal. */
  readonly maxEventCount: number | null
}

/** Names of terms. */
export const term = {
  anyEpc: ['epc', 'parentID', 'inputEPC', 'outputEPC'],
  anyEpcClass: ['epcClass', 'inputEPCClass', 'outputEPCClass'],
  transaction: (type: string) => `bizTransaction/${type}`,
  source: (type: string) => `source/${type}`,
  destination: (type: string) => `destination/${type}`,
  /** In any unit: `amount/quantity`; in one: `amount/quantity/KGM`. */
  amount: (field: string, unit: string | null) => (unit === null ? `amount/${field}` : `amount/${field}/${unit}`),
  extension: (scope: string, isInner: boolean, uri: string) => `ext/${scope}/${isInner ? 'INNER' : ''}/${uri}`,
} as const

/** Units of mass are one unit: what weighs 1000 grams weighs one kilogram. */
const gramsIn: { readonly [unit: string]: number } = { KGM: 1000, GRM: 1, MGM: 0.001, TNE: 1_000_000, HGM: 100, DTN: 100_000 }
/** As compared: masses in grams, all else as written. Both sides go through here, so that what is equal stays equal. */
export function comparable(amount: number, unit: string | null): { readonly amount: number; readonly unit: string | null } {
  const factor = unit === null ? undefined : gramsIn[unit]
  return factor === undefined ? { amount, unit } : { amount: Number((amount * factor).toPrecision(15)), unit: 'GRM' }
}
