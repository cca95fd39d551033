/*
From what was counted to what may be told. Numbers that touch persons lose their small parts here, before anything is written: counts under ten are withheld and the others rounded down
to tens; the parts of a division are told all, or none is, so that no part can be worked out of its sum and its neighbours. A share is told only where those who are meant, those who are
not and all together are ten at least. What is left over is what the guard between two tables needs, and it is sealed by who calls.
*/
import { type CellRule, disclosureRules, floored, outside } from '../../../kernel/disclosure/disclosure-rules.ts'
import type { ReleasedCell } from '../../../kernel/disclosure/release-guard.ts'
import type { IndicatorUnit } from '../contract.ts'
import type { ToldNumber, ToldPart } from '../contract-values.ts'

export interface CountedPart {
  readonly by: string
  readonly key: string
  readonly numerator: number
  readonly denominator: number | null
}
export interface Counted {
  readonly numerator: number
  readonly denominator: number | null
  readonly parts: readonly CountedPart[]
}
export interface Telling {
  readonly unit: IndicatorUnit
  readonly touchesPersons: boolean
  /** Before the name of each cell, so that cells of different tables are not taken for each other. */
  readonly table: string
}
export interface Told {
  readonly told: ToldNumber
  readonly parts: readonly ToldPart[]
  /** True counts behind what is told, for the guard alone; empty where no person is touched. */
  readonly cells: readonly ReleasedCell[]
}
type Number2 = Pick<CountedPart, 'numerator' | 'denominator'>
export const RULE: CellRule = outside
export const LEAST = disclosureRules.leastOutside.value
export const WITHHELD: ToldNumber = { state: 'withheld', value: null, numerator: null, denominator: null }
export const NOT_APPLICABLE: ToldNumber = { state: 'not-applicable', value: null, numerator: null, denominator: null }

/** A number about no person: as it is. Nothing divided by nothing is no share. */
export function plainNumber(unit: IndicatorUnit, { numerator, denominator }: Number2): ToldNumber {
  if (unit === 'number') return { state: 'shown', value: numerator, numerator, denominator: null }
  if (denominator === null || denominator === 0) return NOT_APPLICABLE
  const value = unit === 'percent' ? Math.round((1_000 * numerator) / denominator) / 10 : Math.round((100 * numerator) / denominator) / 100
  return { state: 'shown', value, numerator, denominator }
}

export function tell(counted: Counted, telling: Telling): Told {
  const { unit, touchesPersons } = telling
  if (!touchesPersons)
    return {
      told: plainNumber(unit, counted),
      parts: counted.parts.map(({ by, key, ...of }) => ({ by, key, ...plainNumber(unit, of) })),
      cells: [],
    }
  return unit === 'number' ? tellCounts(counted, telling) : tellShares(counted, telling)
}

const shownAs = (value: number): ToldNumber => ({ state: 'shown', value, numerator: value, denominator: null })
function tellCounts({ numerator, parts }: Counted, { table }: Telling): Told {
  const total = numerator < LEAST ? WITHHELD : shownAs(floored(numerator, RULE.floorTo))
  const cells: ReleasedCell[] = [cellOf(table, total, numerator)]
  const told: ToldPart[] = []
  for (const [by, group] of Map.groupBy(parts, (one) => one.by)) {
    const sum = group.reduce((all, one) => all + one.numerator, 0)
    // All parts of a division are told, or none: a part that is told beside a small one bounds it between one and nine, and so does one that is missing beside its sum.
    const isTold = sum === numerator && total.state === 'shown' && group.every((one) => one.numerator >= LEAST)
    for (const one of group) {
      const shown = isTold ? shownAs(floored(one.numerator, RULE.floorTo)) : WITHHELD
      told.push({ by, key: one.key, ...shown })
      cells.push(cellOf(`${table}/${by}/${one.key}`, shown, one.numerator))
    }
  }
  return { told: total, parts: told, cells }
}
/** The most that may stand behind a number as it is told; nothing told: less than the least, unless it protects another. */
export const mostOf = ({ value }: ToldNumber): number => (value === null ? LEAST - 1 : value + RULE.floorTo - 1)
const cellOf = (cell: string, { value }: ToldNumber, count: number): ReleasedCell => ({
  ...{ cell, count },
  told: value === null ? { withheld: 'below-minimum' } : { shown: value },
})

/** Shares and means of persons: whole percents, one decimal for means, and only of enough persons on either side. */
function tellShares(counted: Counted, telling: Telling): Told {
  const share = (one: Number2): ToldNumber => shareOf(telling.unit, one)
  const told = share(counted)
  // A part that is told beside the whole tells the rest: all parts of a division are told, or none.
  const parts = [...Map.groupBy(counted.parts, (one) => one.by)].flatMap(([by, group]) => {
    const each = group.map((one) => ({ by, key: one.key, ...share(one) }))
    const safe = told.state === 'shown' && each.every(({ state }) => state === 'shown')
    return safe ? each : each.map(({ key }) => ({ by, key, ...WITHHELD }))
  })
  const of = (name: string, one: Number2, number: ToldNumber): readonly ReleasedCell[] => [
    cellOf(`${name}#n`, { ...number, value: number.numerator }, wholePart(one.numerator)),
    cellOf(`${name}#d`, { ...number, value: number.denominator }, one.denominator ?? 0),
    // A share that moves because of a few tells of them even where the rounded counts do not: scaled, so that only people weigh.
    cellOf(
      `${name}#v`,
      { ...number, value: number.value === null ? null : scaled(number.value) },
      wholePart(one.numerator) + (one.denominator ?? 0),
    ),
  ]
  return {
    ...{ told, parts },
    cells: [
      ...of(telling.table, counted, told),
      ...counted.parts.flatMap((one, at) => of(`${telling.table}/${one.by}/${one.key}`, one, parts[at] ?? WITHHELD)),
    ],
  }
}
/** The guard knows whole numbers from nothing upwards; a sum of scores may be below, and a mean is no whole number. */
const wholePart = (n: number): number => Math.abs(Math.trunc(n))
const BELOW_ZERO = 1_000_000_000
const scaled = (value: number): number => (value < 0 ? BELOW_ZERO : 0) + Math.round(Math.abs(value) * 1_000)
function shareOf(unit: IndicatorUnit, { numerator, denominator }: Number2): ToldNumber {
  // A mean of nobody looks like one of a few: where nobody is told apart, a mean that is withheld would say that there was somebody.
  if (denominator === null || denominator === 0) return unit === 'score' ? WITHHELD : NOT_APPLICABLE
  if (denominator < LEAST) return WITHHELD
  const all = floored(denominator, RULE.floorTo)
  // A mean says nothing of one person among ten; its sum does.
  if (unit === 'score') return { state: 'shown', value: Math.round((10 * numerator) / denominator) / 10, numerator: null, denominator: all }
  if (numerator < LEAST || denominator - numerator < LEAST) return WITHHELD
  return {
    state: 'shown',
    value: Math.round((100 * numerator) / denominator),
    numerator: floored(numerator, RULE.floorTo),
    denominator: all,
  }
}
