/*
The debt-bondage worksheet as it is typed: texts of people, not yet numbers. What cannot be read as an amount or a day is named by its row and counts
for nothing until it is put right; the sum itself is the domain's (`debt-worksheet.ts`). Amounts in units with at most two decimals.
*/
import type { Answer } from '../../domain/identification/answers.ts'
import type { DebtFacts } from '../../domain/identification/debt-worksheet.ts'

export interface MoneyRow {
  readonly on: string
  readonly amount: string
}
export interface GoodsRow {
  readonly on: string
  readonly quantity: string
  readonly price: string
  readonly marketPrice: string
}
export interface DeliveryRow {
  readonly on: string
  readonly unit: 'grams' | 'milligrams'
  /** Kilograms, or grams of gold. */
  readonly mass: string
  readonly paid: string
  readonly given: 'credited' | 'cash'
  /** For a kilogram, or a gram of gold. */
  readonly marketPrice: string
}
export interface DebtRows {
  readonly principal: readonly MoneyRow[]
  readonly goods: readonly GoodsRow[]
  readonly deliveries: readonly DeliveryRow[]
  readonly deductions: readonly MoneyRow[]
  readonly claimed: string
  readonly mayLeave: Answer
  readonly limitedInTime: Answer
}
export const blankMoney = (on: string): MoneyRow => ({ on, amount: '' })
export const blankGoods = (on: string): GoodsRow => ({ on, quantity: '', price: '', marketPrice: '' })
export const blankDelivery = (on: string): DeliveryRow => ({ on, unit: 'grams', mass: '', paid: '', given: 'credited', marketPrice: '' })

/** `12,5` and `12.50` are 1250; `null` for what is no amount. */
export function centsOf(text: string): number | null {
  const found = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text.trim().replaceAll(/[\s\u00A0\u202F]/g, ''))
  return found?.[1] === undefined ? null : Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0') || '0')
}
/** `12,5` kilograms are 12,500 grams; of gold, grams and milligrams. */
export function thousandthsOf(text: string): number | null {
  const found = /^(\d{1,7})(?:[.,](\d{1,3}))?$/.exec(text.trim().replaceAll(/[\s\u00A0\u202F]/g, ''))
  return found?.[1] === undefined ? null : Number(found[1]) * 1000 + Number((found[2] ?? '').padEnd(3, '0') || '0')
}
const dayOf = (text: string): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null)
const countOf = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : null)

export const isEmptyDebt = (rows: DebtRows): boolean =>
  rows.principal.length + rows.goods.length + rows.deliveries.length + rows.deductions.length === 0 && rows.claimed.trim() === ''

export interface ReadDebt {
  readonly facts: DebtFacts
  /** Rows that could not be read, as `goods 2`. */
  readonly unread: readonly { readonly list: 'principal' | 'goods' | 'deliveries' | 'deductions' | 'claimed'; readonly row: number }[]
}
export function readDebt(rows: DebtRows, asOf: string): ReadDebt {
  const unread: ReadDebt['unread'][number][] = []
  const read = <Row, Read>(list: ReadDebt['unread'][number]['list'], given: readonly Row[], one: (row: Row) => Read | null): Read[] =>
    given.flatMap((row, at) => {
      const found = one(row)
      if (found === null) unread.push({ list, row: at + 1 })
      return found === null ? [] : [found]
    })
  const money = ({ on, amount }: MoneyRow) => {
    const [day, cents] = [dayOf(on), centsOf(amount)]
    return day === null || cents === null ? null : { on: day, cents }
  }
  const principal = read('principal', rows.principal, money)
  const goods = read('goods', rows.goods, (row) => {
    const [on, quantity, unitPriceCents, marketUnitPriceCents] = [
      dayOf(row.on),
      countOf(row.quantity),
      centsOf(row.price),
      centsOf(row.marketPrice),
    ]
    if (on === null || quantity === null || unitPriceCents === null || marketUnitPriceCents === null) return null
    return { on, quantity, unitPriceCents, marketUnitPriceCents }
  })
  const deliveries = read('deliveries', rows.deliveries, (row) => {
    const [on, mass, priceCents, marketCentsPerThousand] = [
      dayOf(row.on),
      thousandthsOf(row.mass),
      centsOf(row.paid),
      centsOf(row.marketPrice),
    ]
    if (on === null || mass === null || priceCents === null || marketCentsPerThousand === null) return null
    const inUnit = row.unit === 'grams' ? { grams: mass } : { milligrams: mass }
    return { on, mass: inUnit, priceCents, given: row.given, marketCentsPerThousand }
  })
  const deductions = read('deductions', rows.deductions, money)
  const claimedCents = rows.claimed.trim() === '' ? null : centsOf(rows.claimed)
  if (rows.claimed.trim() !== '' && claimedCents === null) unread.push({ list: 'claimed', row: 1 })
  const { mayLeave, limitedInTime } = rows
  return { facts: { principal, goods, deliveries, deductions, claimedCents, mayLeave, limitedInTime, asOf }, unread }
}
