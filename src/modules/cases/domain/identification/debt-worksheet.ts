/*
Is the debt of a digger a debt, or a chain? The worksheet puts everything at the price of the local market: what was advanced, what was
delivered against it, interest as the law allows, and compares with what the creditor claims. Whole cents, whole units of mass; prices are
for a thousand of the unit (a kilogram, or a gram of gold). Where a value must be rounded, it is rounded in favour of who owes. Fines and other
deductions of the creditor are shown and not recognised. A flag is a reason to ask about D5.DEBT; it answers nothing.
*/
import { daysBetween } from '../../../../kernel/calendar.ts'
import type { Answer } from './answers.ts'
import { type IdentificationNumbers, defaultNumbers } from './identification-rules.ts'
import type { IndicatorCode } from './indicator-codes.ts'

export interface AdvancedGoods {
  readonly on: string
  /** Whole pieces, tins, measures. */
  readonly quantity: number
  readonly unitPriceCents: number
  readonly marketUnitPriceCents: number
}
export interface Delivery {
  readonly on: string
  /** Whole grams; of gold, whole milligrams. */
  readonly mass: { readonly grams: number } | { readonly milligrams: number }
  /** What the creditor gave for it. */
  readonly priceCents: number
  /** Written off the debt, or handed over in cash. */
  readonly given: 'credited' | 'cash'
  /** For a kilogram; of gold, for a gram. */
  readonly marketCentsPerThousand: number
}
export interface DebtFacts {
  readonly principal: readonly { readonly on: string; readonly cents: number }[]
  readonly goods: readonly AdvancedGoods[]
  readonly deliveries: readonly Delivery[]
  readonly deductions: readonly { readonly on: string; readonly cents: number }[]
  /** `null`: the balance was never shown. */
  readonly claimedCents: number | null
  readonly mayLeave: Answer
  /** Has the debt, or the work for it, an end in time? */
  readonly limitedInTime: Answer
  readonly asOf: string
}

export const debtFlags = ['claim-far-above-fair-balance', 'nothing-owed-and-may-not-leave', 'no-end-in-time'] as const
export type DebtFlag = (typeof debtFlags)[number]
export interface DebtResult {
  readonly advancesAtMarketCents: number
  readonly deliveriesAtMarketCents: number
  readonly interestCents: number
  /** Below zero: the creditor owes. */
  readonly fairBalanceCents: number
  readonly claimedCents: number | null
  /** What deliveries were worth above what was given for them. */
  readonly underpaidCents: number
  readonly overchargedCents: number
  readonly deductionsNotRecognisedCents: number
  readonly flags: readonly { readonly flag: DebtFlag; readonly facts: { readonly [name: string]: number } }[]
  /** To ask about; never set by a calculation. */
  readonly asks: readonly IndicatorCode[]
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)
const quantityOf = ({ mass }: Delivery): number => ('grams' in mass ? mass.grams : mass.milligrams)
const worth = (one: Delivery): number => Number((BigInt(quantityOf(one)) * BigInt(one.marketCentsPerThousand) + 999n) / 1000n)

export function debtWorksheet(facts: DebtFacts, numbers: IdentificationNumbers = defaultNumbers): DebtResult {
  const { principal, goods, deliveries, deductions, claimedCents } = facts
  const advances = [
    ...principal,
    ...goods.map((one) => ({ on: one.on, cents: one.quantity * one.marketUnitPriceCents })),
    // Cash for a delivery was received like any advance; otherwise the delivery would be counted twice.
    ...deliveries.filter((one) => one.given === 'cash').map((one) => ({ on: one.on, cents: one.priceCents })),
  ]
  const delivered = deliveries.map((one) => ({ on: one.on, cents: worth(one) }))
  const advancesAtMarketCents = sum(advances.map((one) => one.cents))
  const deliveriesAtMarketCents = sum(delivered.map((one) => one.cents))
  const moves = [...advances, ...delivered.map(({ on, cents }) => ({ on, cents: -cents }))]
  const interestCents = interest(moves, facts.asOf, numbers.legalInterestPerYear)
  const fairBalanceCents = advancesAtMarketCents - deliveriesAtMarketCents + interestCents
  const flags = flagsOf(facts, fairBalanceCents, numbers)
  return {
    ...{ advancesAtMarketCents, deliveriesAtMarketCents, interestCents, fairBalanceCents, claimedCents },
    underpaidCents: sum(deliveries.map((one) => Math.max(0, worth(one) - one.priceCents))),
    overchargedCents: sum(goods.map((one) => one.quantity * Math.max(0, one.unitPriceCents - one.marketUnitPriceCents))),
    deductionsNotRecognisedCents: sum(deductions.map((one) => one.cents)),
    ...{ flags, asks: flags.length > 0 ? ['D5.DEBT'] : [] },
  }
}

/** Simple interest on what is owed from day to day; nothing on what the creditor owes. Rounded down. */
function interest(moves: readonly { readonly on: string; readonly cents: number }[], asOf: string, hundredthsOfPercent: number): number {
  const inOrder = moves.filter((one) => one.on <= asOf).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  let [owed, centDays] = [0, 0n]
  for (const [position, { on, cents }] of inOrder.entries()) {
    owed += cents
    const until = inOrder[position + 1]?.on ?? asOf
    centDays += BigInt(Math.max(0, owed)) * BigInt(daysBetween(on, until))
  }
  return Number((centDays * BigInt(hundredthsOfPercent)) / 3_650_000n)
}

function flagsOf(facts: DebtFacts, fairBalanceCents: number, { claimedPercentOfFair }: IdentificationNumbers): DebtResult['flags'] {
  const { claimedCents, mayLeave, limitedInTime } = facts
  const claimed = claimedCents ?? 0
  const far = claimed > 0 && claimed * 100 > Math.max(0, fairBalanceCents) * claimedPercentOfFair
  return [
    ...(far
      ? [{ flag: 'claim-far-above-fair-balance' as const, facts: { claimedCents: claimed, fairBalanceCents, claimedPercentOfFair } }]
      : []),
    ...(fairBalanceCents <= 0 && mayLeave === 'NO'
      ? [{ flag: 'nothing-owed-and-may-not-leave' as const, facts: { fairBalanceCents } }]
      : []),
    ...(limitedInTime === 'NO' ? [{ flag: 'no-end-in-time' as const, facts: {} }] : []),
  ]
}
