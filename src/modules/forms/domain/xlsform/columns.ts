/*
What each column of a sheet means. `label::Français (fr)` is the label in a language, `bind::x` an attribute of the bind; where no header has
`::`, a single colon does the same. A column that is not in the tables below is refused: silently ignoring it would lose what was meant.
*/
import { Findings } from './problem.ts'
import { type SheetName, cleanCell, readSheet } from './sheets.ts'
import type { Sheet } from './sheets.ts'

/** One wording for all, or one per language. */
export type Wording = string | ReadonlyMap<string, string>

export interface TableRow {
  readonly row: number
  readonly cells: ReadonlyMap<string, string>
  readonly wordings: ReadonlyMap<string, Wording>
}
export interface Table {
  readonly rows: readonly TableRow[]
  readonly keys: readonly string[]
}

interface Rules {
  readonly plain: readonly string[]
  readonly worded: readonly string[]
  readonly prefixes: readonly string[]
  /** Known to others and without meaning here. */
  readonly ignored: readonly string[]
  readonly others: 'refused' | 'kept'
}

const RULES: { readonly [sheet in SheetName]: Rules } = {
  survey: {
    plain: [
      'type',
      'name',
      'required',
      'relevant',
      'constraint',
      'calculation',
      'default',
      'choice_filter',
      'appearance',
      'readonly',
    ].concat(['repeat_count', 'rows', 'autoplay', 'noapperrorstring', 'disabled', 'unit', 'mark']),
    worded: ['label', 'hint', 'constraint_message', 'required_message', 'image', 'audio', 'video'],
    prefixes: ['bind', 'instance', 'body'],
    ignored: ['buttontext', 'sms_field'],
    others: 'refused',
  },
  choices: { plain: ['list_name', 'name'], worded: ['label', 'image', 'audio', 'video'], prefixes: [], ignored: [], others: 'kept' },
  settings: {
    plain: ['form_title', 'form_id', 'version', 'default_language', 'instance_name', 'public_key', 'submission_url'].concat([
      'allow_choice_duplicates',
      'clean_text_values',
      'add_none_option',
      'omit_instanceid',
    ]),
    worded: [],
    prefixes: [],
    ignored: ['sms_keyword', 'sms_separator', 'sms_allow_media', 'sms_date_format', 'sms_datetime_format'],
    others: 'refused',
  },
}

const ALIASES: { readonly [header: string]: string } = {
  'list name': 'list_name',
  caption: 'label',
  requiredmsg: 'required_message',
  required_msg: 'required_message',
  constraintmsg: 'constraint_message',
  constraint_msg: 'constraint_message',
  read_only: 'readonly',
  calculate: 'calculation',
  relevance: 'relevant',
  title: 'form_title',
  id_string: 'form_id',
}

interface Column {
  readonly key: string
  readonly language: string | null
  readonly index: number
}

export interface Reading {
  readonly sheet: SheetName
  readonly defaultLanguage: string
  readonly collapse: boolean
  readonly found: Findings
}

export function readTable(source: Sheet, reading: Reading): Table {
  const { header, rows, ignoredRow } = readSheet(source)
  const { sheet, found } = reading
  if (ignoredRow !== null) found.notice({ sheet, row: ignoredRow }, '', { code: 'rows-not-read', facts: { row: ignoredRow } })
  const columns = readHeader(header, reading)
  for (const { row, cells } of rows)
    for (const [index, cell] of cells.entries())
      if (cell.trim() !== '' && (header[index] ?? '').trim() === '')
        found.notice({ sheet, row }, '', { code: 'cell-without-header', facts: { value: cell.trim().slice(0, 60) } })
  const keys = [...new Set(columns.map((column) => column.key))]
  return { keys, rows: rows.map(({ row, cells }) => rowOf({ row, cells }, columns, reading)) }
}

function readHeader(header: readonly string[], { sheet, found }: Reading): readonly Column[] {
  const separator = header.some((cell) => cell.includes('::')) ? '::' : ':'
  const seen = new Set<string>()
  const columns: Column[] = []
  for (const [index, cell] of header.entries()) {
    const name = cell.trim()
    if (name === '') continue
    const column = columnOf(name.split(separator), sheet)
    const same = `${column?.key} ${column?.language}`
    if (column === null) found.refuse({ sheet, row: 1 }, name, { code: 'unknown-column', facts: { column: name } })
    else if (seen.has(same)) found.refuse({ sheet, row: 1 }, name, { code: 'duplicate-column', facts: { column: name } })
    else if (column.key !== '') columns.push({ ...column, index })
    seen.add(same)
  }
  return columns
}

function columnOf(parts: readonly string[], sheet: SheetName): Omit<Column, 'index'> | null {
  const rules = RULES[sheet]
  const trimmed = parts.map((part) => part.trim())
  const [first = '', ...rest] = trimmed[0]?.toLowerCase() === 'media' ? trimmed.slice(1) : trimmed
  const lower = first.toLowerCase()
  const key = ALIASES[lower] ?? lower
  if (rules.worded.includes(key)) return rest.length > 1 ? null : { key, language: rest[0] ?? null }
  if (rules.prefixes.includes(key)) return rest.length === 1 && rest[0] !== '' ? { key: `${key}::${rest[0]}`, language: null } : null
  if (rest.length === 0 && rules.ignored.includes(key)) return { key: '', language: first }
  if (rest.length === 0 && rules.plain.includes(key)) return { key, language: null }
  return rules.others === 'kept' && rest.length === 0 ? { key: `extra::${first}`, language: null } : null
}

function rowOf(
  { row, cells }: { readonly row: number; readonly cells: readonly string[] },
  columns: readonly Column[],
  reading: Reading,
): TableRow {
  const plain = new Map<string, string>()
  const worded = new Map<string, Map<string, string>>()
  const isWorded = new Set(RULES[reading.sheet].worded)
  for (const { key, language, index } of columns) {
    const value = cleanCell(cells[index] ?? '', reading.collapse)
    if (value === '') continue
    if (!isWorded.has(key)) plain.set(key, value)
    else worded.set(key, (worded.get(key) ?? new Map<string, string>()).set(language ?? '', value))
  }
  const wordings = new Map([...worded].map(([key, by]) => [key, wordingOf(by, reading.defaultLanguage)]))
  return { row, cells: plain, wordings }
}

/** A wording without language beside others with one is that of the default language. */
function wordingOf(by: ReadonlyMap<string, string>, defaultLanguage: string): Wording {
  const only = by.get('')
  if (only !== undefined && by.size === 1) return only
  return new Map([...by].map(([language, value]) => [language === '' ? defaultLanguage : language, value]))
}
