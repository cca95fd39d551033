/* What an edit changed, as people say it: in which question or choice, in which column, from what to what. Rows are known by their names. */
import { columnOf } from './edit-sheets.ts'
import type { FormSheets, Sheet } from './xlsform/sheets.ts'

export interface SheetChange {
  readonly sheet: 'survey' | 'choices' | 'settings'
  /** Name of the question, `list / choice`, or the setting. */
  readonly where: string
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  readonly column: string
  readonly before: string
  readonly after: string
}

interface KeyedRow {
  readonly key: string
  readonly cells: ReadonlyMap<string, string>
}

export function compareSheets(before: FormSheets, after: FormSheets): readonly SheetChange[] {
  return [
    ...compare('survey', rowsOf(before.survey, surveyKey), rowsOf(after.survey, surveyKey)),
    ...compare('choices', rowsOf(before.choices, choiceKey), rowsOf(after.choices, choiceKey)),
    ...compare(
      'settings',
      rowsOf(before.settings, () => 'settings'),
      rowsOf(after.settings, () => 'settings'),
    ),
  ]
}

const surveyKey = (cell: (column: string) => string): string => cell('name')
const choiceKey = (cell: (column: string) => string): string => `${cell('list_name')} / ${cell('name')}`

/** Rows that share a name (an `end_group` has none) are told apart by their turn. */
function rowsOf(sheet: Sheet, keyOf: (cell: (column: string) => string) => string): readonly KeyedRow[] {
  const header = (sheet[0] ?? []).map((cell) => cell.trim())
  const turns = new Map<string, number>()
  return sheet.slice(1).flatMap((cells) => {
    if (cells.every((cell) => cell.trim() === '')) return []
    const key = keyOf((column) => cells[columnOf(sheet, column) ?? -1] ?? '') || (cells[columnOf(sheet, 'type') ?? -1] ?? '')
    const turn = (turns.get(key) ?? 0) + 1
    turns.set(key, turn)
    const named = header
      .map((name, index) => [name, (cells[index] ?? '').trim()] as const)
      .filter(([name, value]) => name !== '' && value !== '')
    return [{ key: turn === 1 ? key : `${key} (${turn})`, cells: new Map(named) }]
  })
}

function compare(sheet: SheetChange['sheet'], before: readonly KeyedRow[], after: readonly KeyedRow[]): readonly SheetChange[] {
  const old = new Map(before.map((row) => [row.key, row.cells]))
  const now = new Map(after.map((row) => [row.key, row.cells]))
  const gone = before.filter((row) => !now.has(row.key)).map((row) => whole(sheet, 'removed', row))
  const kept = after.flatMap((row) => {
    const was = old.get(row.key)
    return was === undefined ? [whole(sheet, 'added', row)] : cellChanges(sheet, row, was)
  })
  return [...gone, ...kept, ...movedRows(sheet, before, after)]
}

function whole(sheet: SheetChange['sheet'], kind: 'added' | 'removed', row: KeyedRow): SheetChange {
  const label = [...row.cells].find(([name]) => name.toLowerCase().startsWith('label'))?.[1] ?? ''
  return { sheet, where: row.key, kind, column: '', before: kind === 'removed' ? label : '', after: kind === 'added' ? label : '' }
}

function cellChanges(sheet: SheetChange['sheet'], row: KeyedRow, was: ReadonlyMap<string, string>): readonly SheetChange[] {
  return [...new Set([...was.keys(), ...row.cells.keys()])].flatMap((column) => {
    const [before, after] = [was.get(column) ?? '', row.cells.get(column) ?? '']
    return before === after ? [] : [{ sheet, where: row.key, kind: 'changed', column, before, after } as const]
  })
}

/** A row that stands after another one than before, where both versions hold the two. Only the rows that moved up are named. */
function movedRows(sheet: SheetChange['sheet'], before: readonly KeyedRow[], after: readonly KeyedRow[]): readonly SheetChange[] {
  const rank = new Map(before.map((row, index) => [row.key, index]))
  const stayed = after.flatMap((row) => {
    const at = rank.get(row.key)
    return at === undefined ? [] : [{ key: row.key, at }]
  })
  return stayed.flatMap(({ key, at }, index) => {
    const next = stayed[index + 1]
    const passed = next !== undefined && next.at < at
    return passed ? [{ sheet, where: key, kind: 'moved', column: '', before: '', after: next.key } as const] : []
  })
}
