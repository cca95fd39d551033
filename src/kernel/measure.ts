/*
What an indicator counts, said by the module that knows it: a named, versioned question to the record. A module hands its measures to the program, and who keeps
indicators asks them without knowing the module. A measure is asked by two clocks, when it happened and when it was learned, so that what was locked stays what it was and
what came late is counted later, once. It refuses to carry a person: cells hold numbers and codes.
*/

export interface MeasureAsk {
  /** Days on which it happened, both included. */
  readonly occurred: { readonly from: string; readonly to: string }
  /** Learned after this instant (null: from the beginning) and up to this one (null: until now), the second included. */
  readonly learned: { readonly after: string | null; readonly until: string | null }
  /** How to divide: names out of `divides`, none for one total. */
  readonly by: readonly string[]
}

export interface MeasureCell {
  /** The part, by the names asked for; a part that nobody said is `unknown`. */
  readonly of: Readonly<Record<string, string>>
  /** Whole numbers, but for scores, which are sums with their count as denominator. */
  readonly numerator: number
  /** `null` where the measure counts and does not divide. Zero means that there is no share, never that it is zero. */
  readonly denominator: number | null
}

export interface Measure<Tx> {
  /** `<module>.<what>`, the same for ever. */
  readonly id: string
  /** Counted up when the question changes its meaning; a locked value keeps the version that it was asked by. */
  readonly version: number
  readonly unit: 'number' | 'percent' | 'score'
  readonly divides: readonly string[]
  /** Whether its numbers touch persons, so that cells below the minimum are never told. */
  readonly touchesPersons: boolean
  /** Whether parts add up to the whole: unique persons over two periods do not. */
  readonly addsUp: boolean
  readonly ask: (tx: Tx, tenant: string, asked: MeasureAsk) => Promise<readonly MeasureCell[]>
}
