/* The table of origins as a file: amounts in the unit in which they are exact, so that the columns add up. Pure. */
import type { LotComposition } from '../../contract-tracing.ts'
import type { WordKey } from '../../../../app/words.ts'
import { unitsOf } from './amount.tsx'

export function sitesCsv(made: LotComposition, t: (key: WordKey) => string): string {
  const unit = made.mass.milligrams === null ? 'g' : 'mg'
  const heads = [
    t('lots.site'),
    `${t('lots.mass')} (${unit})`,
    `${t('lots.share')} (%)`,
    `${t('trace.least')} (${unit})`,
    `${t('trace.most')} (${unit})`,
    t('trace.produced-from'),
    t('trace.produced-to'),
    t('lots.bags'),
  ]
  const rows = made.sites.map((part) => [
    part.siteName ?? part.site,
    unitsOf(part.amount),
    part.hundredthsOfPercent / 100,
    unitsOf(part.least),
    unitsOf(part.most),
    part.producedFrom ?? '',
    part.producedTo ?? '',
    part.lots,
  ])
  const rest = [t('trace.no-origin'), unitsOf(made.unexplained.total), made.unexplained.hundredthsOfPercent / 100, '', '', '', '', '']
  return `\uFEFF${[heads, ...rows, rest].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}
/** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
