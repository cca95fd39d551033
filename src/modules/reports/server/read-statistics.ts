/*
Reads a table of trade statistics (CSV; comma, semicolon or tab): columns by their names in French or English, masses in kilograms, values in dollars.
A line that cannot be read is named and left out; nothing is guessed, and an empty mass is a fault, not zero.
*/
import { parse as parseCsv } from 'csv-parse/sync'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { StatisticRow, StatisticsRead } from '../contract.ts'

const NAMES: { readonly [column: string]: readonly string[] } = {
  flow: ['flow', 'flux', 'flowdesc', 'flowcode'],
  reporter: ['reporter', 'reporteriso', 'declarant', 'pays declarant'],
  partner: ['partner', 'partneriso', 'partenaire', 'pays partenaire'],
  month: ['month', 'period', 'mois', 'periode', 'year', 'annee', 'refperiodid'],
  hs: ['hs', 'hscode', 'cmdcode', 'code sh', 'sh', 'commodity'],
  kg: ['kg', 'netwgt', 'net kg', 'poids net kg', 'masse kg', 'weight'],
  value: ['value', 'primaryvalue', 'valeur', 'value usd', 'valeur usd', 'usd'],
}
const MOST = 20_000
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

export interface ReadTable {
  readonly rows: readonly StatisticRow[]
  readonly read: StatisticsRead
}

/** Refusals: `statistics-not-a-table`, `statistics-columns-missing`, `statistics-too-long`. */
export function readStatistics(bytes: Uint8Array): Outcome<ReadTable> {
  const lines = tableOf(bytes)
  if (lines === null) return refused('statistics-not-a-table')
  const [head = [], ...body] = lines
  if (body.length > MOST) return refused('statistics-too-long', { most: MOST })
  const at = new Map(Object.entries(NAMES).map(([column, names]) => [column, head.findIndex((name) => names.includes(plain(name)))]))
  const missing = ['reporter', 'partner', 'month', 'hs', 'kg'].filter((column) => (at.get(column) ?? -1) < 0)
  if (missing.length > 0) return refused('statistics-columns-missing', { missing, found: head.slice(0, 20) })
  const cell = (line: readonly string[], column: string): string => line[at.get(column) ?? -1]?.trim() ?? ''
  const rows: StatisticRow[] = []
  const faults: StatisticsRead['faults'] = []
  for (const [index, line] of body.entries()) {
    const made = rowOf((column) => cell(line, column))
    if ('problem' in made)
      faults.push({ line: index + 2, problem: made.problem, found: made.found === '' ? null : made.found.slice(0, 80) })
    else rows.push(made)
  }
  return accepted({ rows, read: { rows: rows.length, faults: faults.slice(0, 100), faultCount: faults.length } })
}

function tableOf(bytes: Uint8Array): readonly (readonly string[])[] | null {
  try {
    const given = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const first = given.slice(0, given.indexOf('\n') < 0 ? undefined : given.indexOf('\n'))
    const delimiter = [';', '\t', ','].find((one) => first.includes(one)) ?? ','
    const lines: unknown = parseCsv(given, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: true })
    return Array.isArray(lines) ? lines.map((line: unknown) => (Array.isArray(line) ? line.map(String) : [])) : null
  } catch {
    return null
  }
}

interface Problem {
  readonly problem: string
  readonly found: string
}
function rowOf(cell: (column: string) => string): StatisticRow | Problem {
  const [reporter, partner] = [cell('reporter').toUpperCase(), cell('partner').toUpperCase()]
  for (const found of [reporter, partner]) if (!/^[A-Z]{2}$/.test(found)) return { problem: 'not-a-country', found }
  const month = monthOf(cell('month'))
  if (month === null) return { problem: 'not-a-month', found: cell('month') }
  const hs = cell('hs').replaceAll(/[ .]/g, '')
  if (!/^\d{4,10}$/.test(hs)) return { problem: 'not-a-code', found: cell('hs') }
  const kilograms = numberOf(cell('kg'))
  if (kilograms === null) return { problem: 'not-a-mass', found: cell('kg') }
  const value = cell('value') === '' ? null : numberOf(cell('value'))
  if (value === null && cell('value') !== '') return { problem: 'not-a-value', found: cell('value') }
  const flow = /^(x|exp)/i.test(cell('flow')) ? 'export' : 'import'
  return {
    flow,
    reporter,
    partner,
    month,
    hs,
    grams: Math.round(kilograms * 1_000),
    valueUsdCents: value === null ? null : Math.round(value * 100),
  }
}
/** 2026, 2026-03, 202603, 03/2026. */
function monthOf(said: string): string | null {
  const found =
    /^(\d{4})[-/]?(\d{2})?$/.exec(said) ??
    (/^(\d{1,2})\/(\d{4})$/.test(said) ? [said, said.slice(-4), said.split('/')[0]?.padStart(2, '0')] : null)
  if (found === null) return null
  const [, year, month] = found
  return month === undefined ? (year ?? null) : Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month}` : null
}
/** 1234.5, 1 234,5 or 1,234.50; nothing negative. Where one mark could mean thousands or tenths, three digits behind it are thousands. */
function numberOf(said: string): number | null {
  const tight = said.replaceAll(/[\s\u00a0\u202f']/g, '')
  if (!/^\d[\d.,]*$/.test(tight)) return null
  const last = Math.max(tight.lastIndexOf(','), tight.lastIndexOf('.'))
  const both = tight.includes(',') && tight.includes('.')
  const mark = last < 0 ? '' : (tight[last] ?? '')
  const isThousands = last >= 0 && !both && mark === ',' && (tight.split(mark).length > 2 || tight.length - last === 4)
  const number =
    last < 0 || isThousands ? tight.replaceAll(/[.,]/g, '') : `${tight.slice(0, last).replaceAll(/[.,]/g, '')}.${tight.slice(last + 1)}`
  const value = Number(number)
  return Number.isFinite(value) && value < 1e12 ? value : null
}
