/*
What a body has chosen in place of the program's own values, and whether that may be: each value within its bounds, and the whole still of one piece, so
that a graver risk never waits longer than a lighter one and an old address is amber before it is hidden.
*/
import { addDays, isCalendarDate } from '../../../../kernel/calendar.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'
import { weekdayOf } from '../clocks/work-calendar.ts'
import {
  type ClockLine,
  type ListKey,
  MOST_FREE_IN_A_ROW,
  type RuleNumber,
  clockLines,
  loosensBy,
  ruleList,
  ruleLists,
  ruleNumber,
  ruleNumbers,
} from './rule-catalogue.ts'

export interface Said<Value> {
  readonly value: Value
  readonly evidence: Evidence
  readonly source: string
}
export interface Chosen {
  readonly numbers: ReadonlyMap<string, Said<number>>
  readonly lists: ReadonlyMap<string, Said<readonly string[]>>
}
export const nothingChosen: Chosen = { numbers: new Map(), lists: new Map() }

export type RuleChange = { readonly key: string; readonly value: number } | { readonly list: ListKey; readonly items: readonly string[] }
export interface Because {
  readonly evidence: Evidence
  readonly source: string
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one) => b.includes(one))
/** Whoever goes back to the program's own value has its mark again. */
export function withChanges({ numbers, lists }: Chosen, changes: readonly RuleChange[], { evidence, source }: Because): Chosen {
  const [nextNumbers, nextLists] = [new Map(numbers), new Map(lists)]
  for (const change of changes)
    if ('list' in change) {
      if (isSame(change.items, ruleList(change.list)?.first ?? [])) nextLists.delete(change.list)
      else nextLists.set(change.list, { value: [...change.items].toSorted(), evidence, source })
    } else if (change.value === ruleNumber(change.key)?.first) nextNumbers.delete(change.key)
    else nextNumbers.set(change.key, { value: change.value, evidence, source })
  return { numbers: nextNumbers, lists: nextLists }
}

export const numberIn = ({ numbers }: Chosen, key: string): Said<number> => {
  const rule = ruleNumber(key)
  if (rule === undefined) throw new Error(`no rule is called ${key}`)
  return numbers.get(key) ?? { value: rule.first, evidence: rule.evidence, source: rule.source }
}
export const listIn = ({ lists }: Chosen, key: ListKey): Said<readonly string[]> => {
  const rule = ruleList(key)
  if (rule === undefined) throw new Error(`no list is called ${key}`)
  return lists.get(key) ?? { value: rule.first, evidence: rule.evidence, source: rule.source }
}

/** Refusals: `rule-not-settable`, `rule-out-of-bounds`, `rule-verified` (with the bound), `rule-list-not-so`. */
export function checkChanges(changes: readonly RuleChange[]): Outcome<null> {
  const names = changes.map((one) => ('list' in one ? one.list : one.key))
  if (new Set(names).size < names.length)
    return refused('rule-said-twice', { rule: names.find((one, at) => names.indexOf(one) < at) ?? '' })
  for (const change of changes) {
    const fault = 'list' in change ? listFault(change) : numberFault(change)
    if (fault !== null) return fault
  }
  return accepted(null)
}
function numberFault({ key, value }: { readonly key: string; readonly value: number }) {
  const rule = ruleNumber(key)
  if (rule === undefined) return refused('rule-not-settable', { rule: key })
  const { least, most } = rule
  if (Number.isInteger(value) && value >= least && value <= most) return null
  const facts = { rule: key, least, most }
  return rule.evidence === 'V' && value > most ? refused('rule-verified', facts) : refused('rule-out-of-bounds', facts)
}
function listFault({ list, items }: { readonly list: string; readonly items: readonly string[] }) {
  const rule = ruleList(list)
  if (rule === undefined) return refused('rule-not-settable', { rule: list })
  const isFit = (item: string): boolean => (rule.options === null ? isCalendarDate(item) : rule.options.includes(item))
  const { least, most } = rule
  return new Set(items).size === items.length && items.length >= least && items.length <= most && items.every(isFit)
    ? null
    : refused('rule-list-not-so', { rule: list, least, most })
}

const HOURS = { hours: 1, days: 24, months: 30 * 24, years: 365 * 24, number: 1, percent: 1 } as const
/** The line that says how long a round is; after the last one it goes on as that says. */
function lineOf(clock: ClockLine['clock'], level: ClockLine['level'], round: number): ClockLine | undefined {
  const lines = clockLines.filter((one) => one.clock === clock && one.level === level)
  return lines.find((one) => one.rounds.includes(round)) ?? lines.at(-1)
}
/** Round by round: where a graver risk has more rounds than a lighter one, the last of the lighter. */
const gravestFirst = clockLines.flatMap(({ clock, level, rounds, key }): readonly (readonly [string, string])[] => {
  if (level === 'low') return []
  const lighter = level === 'high' ? 'medium' : 'low'
  const theirs = clockLines.filter((one) => one.clock === clock && one.level === lighter).flatMap((one) => one.rounds)
  const isLast = lineOf(clock, level, Infinity)?.key === key
  // The last line of a risk goes on, so it meets every later round of the lighter one too.
  const met = [...rounds, ...(isLast ? theirs.filter((round) => round > (rounds.at(-1) ?? 0)) : [])]
  const keys = new Set(met.flatMap((round) => lineOf(clock, lighter, round)?.key ?? []))
  return [...keys].map((one) => [key, one] as const)
})
/** The first may not be longer than the second. */
const inOrder: readonly (readonly [string, string])[] = [
  ...clockLines.flatMap(({ key, clock, level }): readonly (readonly [string, string])[] =>
    key.endsWith('.later') ? [[`${clock}.${level}`, key]] : [],
  ),
  ...gravestFirst,
  ['age-heard', 'age-assents'],
  ['age-assents', 'age-mature'],
  ['service-amber-days', 'service-hidden-days'],
  // A child's file is kept at least as long as a grown person's; proof of consent belongs to either.
  ['keep-adult', 'keep-child'],
]
/** Two ages or days that fall together leave nothing between them. */
const STRICT: readonly string[] = ['age-heard', 'age-assents', 'service-amber-days']
/** Refusals: `rules-out-of-order` (with both rules), `rules-free-too-long`. */
export function checkOrder(chosen: Chosen): Outcome<null> {
  const lengthOf = (key: string): number => numberIn(chosen, key).value * HOURS[unitOf(key)]
  const wrong = inOrder.find(([shorter, longer]) =>
    STRICT.includes(shorter) ? lengthOf(shorter) >= lengthOf(longer) : lengthOf(shorter) > lengthOf(longer),
  )
  if (wrong !== undefined) return refused('rules-out-of-order', { rule: wrong[0], longer: wrong[1] })
  const from = tooLongFree(chosen)
  return from === null ? accepted(null) : refused('rules-free-too-long', { most: MOST_FREE_IN_A_ROW, day: from })
}
/** The first day of a row of free days that is too long; at most eighty days are named. */
function tooLongFree(chosen: Chosen): string | null {
  const named = new Set(listIn(chosen, 'free-days').value)
  const weekdays = new Set(listIn(chosen, 'free-weekdays').value.map(Number))
  const isFree = (day: string): boolean => named.has(day) || weekdays.has(weekdayOf(day))
  for (const day of [...named].toSorted()) {
    let [first, last] = [day, day]
    while (isFree(addDays(first, -1)) && first > addDays(day, -MOST_FREE_IN_A_ROW)) first = addDays(first, -1)
    while (isFree(addDays(last, 1)) && last < addDays(first, MOST_FREE_IN_A_ROW)) last = addDays(last, 1)
    if (addDays(first, MOST_FREE_IN_A_ROW) <= last) return first
  }
  return null
}
const unitOf = (key: string): RuleNumber['unit'] => ruleNumber(key)?.unit ?? 'number'

const RETENTION: readonly string[] = ruleNumbers.filter((one) => one.group === 'retention').map(({ key }) => key)
/** Whether something about a person would be forgotten earlier than now. */
export const forgetsEarlier = (before: Chosen, after: Chosen): boolean =>
  RETENTION.some((key) => numberIn(after, key).value < numberIn(before, key).value)

/** Whether consent, override, emergency access, what is noticed of looks or who may identify becomes laxer than now. */
export const loosens = (before: Chosen, after: Chosen): boolean =>
  Object.entries(loosensBy).some(([key, way]) => {
    const [was, is] = [numberIn(before, key).value, numberIn(after, key).value]
    return way === 'more' ? is > was : is < was
  }) || listIn(after, 'may-identify').value.some((one) => !listIn(before, 'may-identify').value.includes(one))

/** Every value with its mark, as it is told and hashed. */
export const everyValue = (chosen: Chosen) => ({
  numbers: Object.fromEntries(ruleNumbers.map(({ key }) => [key, numberIn(chosen, key)])),
  lists: Object.fromEntries(ruleLists.map(({ key }) => [key, listIn(chosen, key)])),
})
