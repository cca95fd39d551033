/*
The month of a trader out of its register: quantities and quality bought, value paid, quantities sold, value received, closing stock, per
mineral (mining code, art. 119; fields V). Sums are whole grams and milligrams, money whole cents by currency; nothing is rounded.
A sale counts on the day on which the other side took the goods, with the seller's weight: until then they are in its stock.
*/
import { addDays, addMonths, daysBetween } from '../../../kernel/calendar.ts'
import type { HeldLot } from '../../custody/contract-trades.ts'
import type { MineralMonth, MonthFigures, MonthSummary, RegisterEntry } from '../contract.ts'
import { cardRules } from './card-rules.ts'
import { movementOf } from './month-balance.ts'

export const firstDayOf = (month: string): string => `${month}-01`
export const lastDayOf = (month: string): string => addDays(addMonths(firstDayOf(month), 1), -1)
export const monthOf = (day: string): string => day.slice(0, 7)
/** The last day on which the report is in time. */
export const dueOn = (month: string): string => addDays(addMonths(firstDayOf(month), 1), cardRules.reportDueDay.value - 1)

/** One line of the register with the assay that its quality was made from. */
export type MonthEntry = RegisterEntry & {
  readonly assay: { readonly element: string; readonly value: number; readonly unit: 'percent' | 'per-mille' } | null
}
export interface MonthSource {
  readonly organisation: MonthFigures['organisation']
  readonly organisationName: string
  readonly address: string | null
  readonly month: string
  readonly entries: readonly MonthEntry[]
  /** Every lot that it held at the beginning or the end of the month, or made or traded in it. */
  readonly lots: readonly HeldLot[]
}

const ORDER = ['Sn', 'Ta', 'W', 'Au'] as const

export function figuresOf({ organisation, organisationName, address, month, entries, lots }: MonthSource): MonthFigures {
  const bought = entries.filter((entry) => entry.direction === 'in')
  const sold = entries.filter((entry) => entry.direction === 'out')
  const inHand = lots.filter((one) => one.heldBefore || one.heldAfter)
  const minerals = [...new Set([...entries, ...inHand].map((one) => one.mineral))].toSorted((a, b) => rank(a) - rank(b))
  return {
    organisation,
    organisationName,
    address,
    month,
    purchases: bought.length,
    sales: sold.length,
    turnover: moneyOf(sold),
    minerals: minerals.map((mineral) => {
      const mine = { in: bought.filter((one) => one.mineral === mineral), out: sold.filter((one) => one.mineral === mineral) }
      const { closing, ...movement } = movementOf(
        lots.filter((one) => one.mineral === mineral),
        [...mine.in, ...mine.out],
      )
      return {
        mineral,
        boughtGrams: sum(mine.in.map((one) => one.massGrams)),
        boughtMilligrams: sumOrNull(mine.in.map((one) => one.massMilligrams)),
        boughtQuality: qualityOf(mine.in),
        paid: moneyOf(mine.in),
        soldGrams: sum(mine.out.map((one) => one.massGrams)),
        soldMilligrams: sumOrNull(mine.out.map((one) => one.massMilligrams)),
        received: moneyOf(mine.out),
        closingStockGrams: closing.grams,
        closingStockMilligrams: closing.milligrams,
        withoutPrice: [...mine.in, ...mine.out].filter((one) => one.price === null).length,
        movement,
      }
    }),
  }
}

const rank = (mineral: string): number => {
  const at = ORDER.findIndex((one) => one === mineral)
  return at < 0 ? ORDER.length : at
}
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const sumOrNull = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : sum(known)
}

function moneyOf(entries: readonly MonthEntry[]): { currency: string; amountCents: number }[] {
  const byCurrency = new Map<string, number>()
  for (const { price } of entries)
    if (price !== null) byCurrency.set(price.currency, (byCurrency.get(price.currency) ?? 0) + price.amountCents)
  return [...byCurrency].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([currency, amountCents]) => ({ currency, amountCents }))
}

/** Weighted by mass, to two decimals, over what was assayed by the most frequent element. */
function qualityOf(entries: readonly MonthEntry[]): MineralMonth['boughtQuality'] {
  const first = entries.find((entry) => entry.assay !== null)?.assay
  if (!first) return null
  const same = entries.filter((entry) => entry.assay?.element === first.element && entry.assay.unit === first.unit)
  const ofGrams = sum(same.map((entry) => entry.massGrams))
  if (ofGrams === 0) return null
  const weighted = sum(same.map((entry) => entry.massGrams * (entry.assay?.value ?? 0)))
  return { element: first.element, unit: first.unit, ofGrams, value: Math.round((weighted / ofGrams) * 100) / 100 }
}

/** Where a month stands on a day; `filedOn` of its first version. */
export function monthSummary(
  month: string,
  today: string,
  filed: { readonly first: string | null; readonly versions: number },
): MonthSummary {
  const due = dueOn(month)
  const shown = { month, dueOn: due, versions: filed.versions }
  if (filed.first !== null) {
    const lateDays = Math.max(0, daysBetween(due, filed.first))
    return { ...shown, lateDays, state: lateDays > 0 ? 'filed-late' : 'filed' }
  }
  if (today <= lastDayOf(month)) return { ...shown, lateDays: 0, state: 'open' }
  const lateDays = Math.max(0, daysBetween(due, today))
  return { ...shown, lateDays, state: lateDays > 0 ? 'late' : 'due' }
}
