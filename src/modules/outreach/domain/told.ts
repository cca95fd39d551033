/*
What is told of numbers of persons, so that no number told beside another tells a smaller one. Every number is rounded down to a multiple of its least, inside too: of a difference of two
of them nobody learns one person. One case is left where rounding tells: a total that is as large as its kept-back parts can be at most (five parts under five, and a total of twenty).
Then the total is kept back. Our own proposal (D). Pure.
*/
import { addDays, addMonths } from '../../../kernel/calendar.ts'
import { type CellRule, floored, inside, outside } from '../../../kernel/disclosure/disclosure-rules.ts'

/** Who teaches reads from five on, everybody else from ten on; both rounded down. */
export const toldRule = (teaches: boolean): CellRule => (teaches ? { least: inside.least, floorTo: inside.least } : outside)

/** Whole months: two ranges that differ by a day would tell who came on that day. */
export const wholeMonths = (from: string, until: string): { readonly from: string; readonly until: string } => ({
  ...{ from: `${from.slice(0, 7)}-01`, until: addDays(addMonths(`${until.slice(0, 7)}-01`, 1), -1) },
})

/** The most that a reader may think of a part. */
const mostOf = (n: number, { floorTo }: CellRule): number => floored(n, floorTo) + floorTo - 1
/** Whether the total, told beside these parts, leaves each of them one value only. */
export const isTight = (total: number, parts: readonly number[], rule: CellRule): boolean =>
  floored(total, rule.floorTo) > 0 && floored(total, rule.floorTo) >= parts.reduce((sum, part) => sum + mostOf(part, rule), 0)

/** How a sum over others is called: `category=medical sex=woman`; the whole is ''. */
export const sumName = (values: { readonly [attribute: string]: string }): string =>
  Object.keys(values)
    .toSorted()
    .map((name) => `${name}=${values[name]}`)
    .join(' ')

/** What a reader knows of a number, by its name: not less than, not more than. */
export type Known = Map<string, readonly [least: number, most: number]>
/** A number and those that add up to it. */
export interface Line {
  readonly whole: string
  readonly parts: readonly string[]
}
const NOTHING: readonly [number, number] = [0, Number.POSITIVE_INFINITY]
const TURNS = 40

/** Whoever lays answers beside each other reckons with every line until nothing new is learned. */
export function reckoned(known: Known, lines: readonly Line[]): Known {
  const found: Known = new Map(known)
  const at = (name: string): readonly [number, number] => found.get(name) ?? NOTHING
  const narrow = (name: string, [least, most]: readonly [number, number]): boolean => {
    const [before, after] = at(name)
    if (least <= before && most >= after) return false
    found.set(name, [Math.max(before, least), Math.min(after, most)])
    return true
  }
  const sumOf = (names: readonly string[], side: 0 | 1): number => names.reduce((sum, name) => sum + at(name)[side], 0)
  for (let turn = 0, isNew = true; isNew && turn < TURNS; turn++) {
    isNew = false
    for (const { whole, parts } of lines) {
      isNew = narrow(whole, [sumOf(parts, 0), sumOf(parts, 1)]) || isNew
      for (const part of parts) {
        const others = parts.filter((one) => one !== part)
        const most = sumOf(others, 1)
        const least = most === Number.POSITIVE_INFINITY ? 0 : at(whole)[0] - most
        isNew = narrow(part, [least, at(whole)[1] - sumOf(others, 0)]) || isNew
      }
    }
  }
  return found
}
