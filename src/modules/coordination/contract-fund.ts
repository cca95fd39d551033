/*
The basket fund of a committee as it travels: who paid in on what basis, which projects it pays for, what was spent. Amounts are whole hundredths of one currency; no
answer adds two currencies.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  exactly,
  grams,
  id,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { OrganisationId } from '../people/contract.ts'
import { CommitteeId } from './contract.ts'

export const FundProjectId = id('fund-project')
export type FundProjectId = Id<'fund-project'>
export const Currency = text(3).regex(/^[A-Z]{3}$/, 'not-a-currency')
/** Hundredths of the currency. */
export const Amount = whole().min(1).max(100_000_000_000)
export const ContributionBasis = taggedBy('is', [
  record({ is: exactly('lot'), lots: count() }),
  record({ is: exactly('mass'), grams: grams() }),
  record({ is: exactly('other'), words: text(200) }),
])
export const Contribute = record({
  payer: OrganisationId,
  basis: ContributionBasis,
  amount: Amount,
  currency: Currency,
  on: calendarDate(),
})
export const FundSector = oneOf('school', 'health', 'water', 'road', 'market', 'environment', 'other')
export const StartFundProject = record({
  title: text(200),
  /** P-code of a territoire. */
  territory: text(12),
  sector: FundSector,
  budget: Amount,
  currency: Currency,
})
export const TenderState = oneOf('none', 'open', 'awarded')
export const FundProjectState = oneOf('proposed', 'approved', 'running', 'finished', 'stopped')
export const MoveFundProject = record({ project: FundProjectId, status: FundProjectState, tender: TenderState, reason: maybe(text(400)) })
export const SpendFund = record({
  project: FundProjectId,
  amount: Amount,
  currency: Currency,
  what: text(200),
  payee: maybe(OrganisationId),
  on: calendarDate(),
})
/** A line that was mistyped: it stands, struck through with why, and counts no more; the right one is written anew. */
export const ReverseReceipt = record({ receipt: text(40), reason: text(400) })

const reversed = orNull(record({ on: calendarDate(), reason: text() }))
const total = record({ currency: Currency, received: count(), spent: count(), balance: whole() })
export const FundShown = record({
  committee: CommitteeId,
  committeeCode: text(),
  committeeName: text(),
  totals: listOf(total),
  contributions: listOf(
    record({
      receipt: text(),
      payerName: text(),
      basis: ContributionBasis,
      amount: count(),
      currency: Currency,
      on: calendarDate(),
      reversed,
    }),
  ),
  projects: listOf(
    record({
      id: FundProjectId,
      title: text(),
      territory: text(),
      territoryName: text(),
      sector: FundSector,
      budget: count(),
      currency: Currency,
      tender: TenderState,
      status: FundProjectState,
      spent: listOf(record({ currency: Currency, amount: count() })),
    }),
  ),
  spendings: listOf(
    record({
      receipt: text(),
      project: text(),
      amount: count(),
      currency: Currency,
      what: text(),
      payeeName: orNull(text()),
      on: calendarDate(),
      reversed,
    }),
  ),
  keeps: yesOrNo(),
})
export type FundShown = Infer<typeof FundShown>
