/* The register of a trader and the figures of its month, made from what custody knows now. The hash is over the canonical text of the figures. */
import { createHash } from 'node:crypto'
import { addDays, addMonths } from '../../../kernel/calendar.ts'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { asId, mustParse } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Trade } from '../../custody/contract-trades.ts'
import { DescribeOperator, type FiledReport, type MonthFigures, type MonthSummary } from '../contract.ts'
import { type MonthEntry, figuresOf, firstDayOf, lastDayOf, monthOf, monthSummary } from '../domain/trader-month.ts'
import { ReportFiled } from '../domain/trader-report.ts'
import { type OperatorDoors, briefOf } from './doors.ts'
import { type ReportRow, listReports } from './store-cards.ts'
import { listOperators } from './store.ts'

export interface MonthAsked {
  readonly tenant: string
  readonly organisation: string
  readonly month: string
}
export interface ReadMonth {
  readonly figures: MonthFigures
  readonly hash: string
  readonly entries: readonly MonthEntry[]
}

/** `null`: no such organisation. */
export async function readMonth(tx: Tx, doors: OperatorDoors, { tenant, organisation, month }: MonthAsked): Promise<ReadMonth | null> {
  const body = await briefOf(tx, doors, { tenant, organisation })
  if (body === null) return null
  const span = { organisation: body.id, from: firstDayOf(month), until: lastDayOf(month) }
  const trades = await doors.trades.trades(tx, tenant, span)
  const lots = await doors.trades.heldLots(tx, tenant, span)
  const others = [...new Set(trades.flatMap((one) => (one.other === null ? [] : [one.other])))]
  const names = new Map<string, string>((await doors.people.organisations(tx, others, tenant)).map((one) => [one.id, one.name]))
  const entries = trades.map((trade) => entryOf(trade, trade.other === null ? null : (names.get(trade.other) ?? null)))
  const address = await addressOf(tx, tenant, organisation)
  const figures = figuresOf({
    organisation: asId('organisation', organisation),
    organisationName: body.name,
    address,
    month,
    entries,
    lots,
  })
  return { figures, hash: hashOf(figures), entries }
}
/** The figures in the words of those that were filed: a line that came to the report later is no change of the register. */
export function sameWords(figures: MonthFigures, filed: MonthFigures): MonthFigures {
  if (filed.minerals.some((one) => one.movement !== undefined)) return figures
  return { ...figures, minerals: figures.minerals.map(({ movement: _movement, ...rest }) => rest) }
}
export const hashOf = (figures: MonthFigures): string => createHash('sha256').update(canonicalJson(figures)).digest('hex')

function entryOf(trade: Trade, otherName: string | null): MonthEntry {
  const { assay, ...rest } = trade
  const unit = assay?.unit === 'per-mille' ? '‰' : '%'
  return { ...rest, otherName, quality: assay === null ? null : `${assay.value} ${unit} ${assay.element}`, assay }
}

async function addressOf(tx: Tx, tenant: string, organisation: string): Promise<string | null> {
  const [row] = await listOperators(tx, tenant, [organisation])
  if (!row) return null
  const { physicalAddress, legalAddress } = mustParse(DescribeOperator, row.described)
  const address = physicalAddress ?? legalAddress
  if (!address) return null
  return [address.street, address.locality, address.territoire, address.province, address.country]
    .filter((part) => part !== undefined)
    .join(', ')
}

export const filedOf = (row: ReportRow): FiledReport => {
  const { version, filedOn, lateDays, hash, figures, correctionReason = null } = mustParse(ReportFiled, row.filed)
  return { version, filedOn, lateDays, hash, figures, correctionReason }
}

/** The running month and those before it, newest first, as far back as `count` or as the oldest filed one. */
export async function listMonths(
  tx: Tx,
  asked: { readonly tenant: string; readonly organisation: string; readonly today: string; readonly count: number },
): Promise<readonly MonthSummary[]> {
  const { tenant, organisation, today, count } = asked
  const rows = await listReports(tx, tenant, organisation)
  return Array.from({ length: count }, (_one, back) => {
    const month = monthOf(addMonths(addDays(firstDayOf(monthOf(today)), 0), -back))
    return monthSummary(month, today, filedIn(rows, month))
  })
}
export function filedIn(rows: readonly ReportRow[], month: string): { readonly first: string | null; readonly versions: number } {
  const versions = rows.filter((row) => row.month === month)
  return { first: versions.find((row) => row.version === 1)?.filedOn ?? null, versions: versions.length }
}
