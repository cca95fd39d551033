/* The report of an import as a table: every row with its verdict, the reason in the reader's words, and what became of it. */
import { wordsEn } from '../words/report-en.ts'
import { wordsFr } from '../words/report-fr.ts'
import { looseRecord, maybe, orNull, parse, text } from '../../../kernel/schema.ts'
import type { ChainHouse } from './house.ts'
import { type ImportRow, type StagedRow, listRows } from './store.ts'

const PAGE = 5_000
const About = looseRecord({ column: maybe(orNull(text())), found: maybe(orNull(text())) })
const Told = looseRecord({ code: text() })

export async function reportCsv({ database, tenant }: ChainHouse, { id }: ImportRow, language: 'fr' | 'en'): Promise<string> {
  const words = language === 'fr' ? wordsFr : wordsEn
  const lines = [words.headings.map(cell).join(';')]
  for (let after = 0; ;) {
    const from = after
    const rows = await database.read((tx) => listRows(tx, tenant, { id, after: from, limit: PAGE }))
    for (const row of rows) lines.push(lineOf(row, words))
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) break
    after = last.line
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function lineOf(row: StagedRow, words: typeof wordsFr): string {
  const about = parse(About, row.about)
  const told = parse(Told, row.told)
  const problem = row.problem === null ? '' : (words.problems[row.problem] ?? row.problem)
  const outcome = row.outcome === null ? '' : (words.outcomes[row.outcome] ?? row.outcome)
  const found = about.ok ? [about.value.column, about.value.found].filter((one) => one !== null && one !== undefined).join(' : ') : ''
  return [
    ...[String(row.line), row.tag ?? '', words.verdicts[row.verdict] ?? row.verdict, problem, found],
    ...[outcome, told.ok ? told.value.code : '', row.made ?? ''],
  ]
    .map(cell)
    .join(';')
}

/** Nothing that a spreadsheet would take for a formula. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
