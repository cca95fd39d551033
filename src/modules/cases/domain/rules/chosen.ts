/*
What a body has chosen in place of the program's own values, and whether that may be: each value within its bounds, and the whole still of one piece, so
that a graver risk never waits longer than a lighter one and an old address is amber before it is hidden.
*/
import { isCalendarDate } from '../../../../kernel/calendar.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'
import { type ListKey, type RuleNumber, clockLines, ruleList, ruleLists, ruleNumber, ruleNumbers } from './rule-catalogue.ts'

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

/** Refusals: `rule-not-settable`, `rule-out-of-bounds`, `rule-verified` (with the bound), `rule-list-not-so`, `rules-out-of-order`. */
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
/** The first may not be longer than the second. */
const inOrder: readonly (readonly [string, string])[] = [
  ...clockLines.flatMap(({ key, clock, level }): readonly (readonly [string, string])[] => {
    if (key.endsWith('.later')) return [[`${clock}.${level}`, key]]
    const lighter = level === 'high' ? 'medium' : 'low'
    return level === 'low' || ruleNumber(`${clock}.${lighter}`) === undefined ? [] : [[key, `${clock}.${lighter}`]]
  }),
  ['age-heard', 'age-assents'],
  ['age-assents', 'age-mature'],
  ['service-amber-days', 'service-hidden-days'],
  // A child's file is kept at least as long as a grown person's; proof of consent belongs to either.
  ['keep-adult', 'keep-child'],
]
/** Two ages or days that fall together leave nothing between them. */
const STRICT = ['age-heard', 'age-assents', 'service-amber-days']
export function checkOrder(chosen: Chosen): Outcome<null> {
  const lengthOf = (key: string): number => numberIn(chosen, key).value * HOURS[unitOf(key)]
  const wrong = inOrder.find(([shorter, longer]) =>
    STRICT.includes(shorter) ? lengthOf(shorter) >= lengthOf(longer) : lengthOf(shorter) > lengthOf(longer),
  )
  return wrong === undefined ? accepted(null) : refused('rules-out-of-order', { rule: wrong[0], longer: wrong[1] })
}
const unitOf = (key: string): RuleNumber['unit'] => ruleNumber(key)?.unit ?? 'number'

const RETENTION: readonly string[] = ruleNumbers.filter((one) => one.group === 'retention').map(({ key }) => key)
/** Whether something about a person would be forgotten earlier than now. */
export const forgetsEarlier = (before: Chosen, after: Chosen): boolean =>
  RETENTION.some((key) => numberIn(after, key).value < numberIn(before, key).value)

/** Every value with its mark, as it is told and hashed. */
export const everyValue = (chosen: Chosen) => ({
  numbers: Object.fromEntries(ruleNumbers.map(({ key }) => [key, numberIn(chosen, key)])),
  lists: Object.fromEntries(ruleLists.map(({ key }) => [key, listIn(chosen, key)])),
})
