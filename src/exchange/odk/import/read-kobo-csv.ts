/*
Kobo's tables: one row per submission, and for each repeat a table of its own whose rows say to which row they belong (`_parent_table_name`,
`_parent_index`). Choices stand joined in one column, and again as one column of 0 and 1 for each; a position stands joined and in four
columns. They are put together as Kobo's JSON would tell them and read as that. Headings must be the names of the questions.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { AskedForm, AskedGroup, AskedPart, AskedQuestion } from '../domain/records.ts'
import type { KoboRow } from './kobo-said.ts'
import { readKoboRow } from './read-kobo-json.ts'
import { type KoboTable, readKoboTable } from './read-table.ts'
import { type ExportFile, type Forms, type SubmissionRead, formFor, notUnderstood, problem } from './submission-read.ts'

/** Refusals: those of `readKoboTable`; `submissions-without-main-table`, `submissions-table-unknown` {file}, `submissions-headings-are-labels` {form}. */
export function readKoboCsv(files: readonly ExportFile[], forms: Forms): Outcome<readonly SubmissionRead[]> {
  const { form } = formFor(forms, null)
  const tables: KoboTable[] = []
  for (const { name, bytes } of files) {
    const read = readKoboTable(name, bytes)
    if (!read.ok) return read
    tables.push(read.value)
  }
  const mains = tables.filter((one) => !one.columns.includes('_parent_index'))
  const [main] = mains
  if (!main || mains.length > 1) return refused('submissions-without-main-table', { found: mains.length })
  if (!main.columns.some((column) => questionFor(form.parts, column) !== null))
    return refused('submissions-headings-are-labels', { form: form.id })
  const repeats = repeatsIn(form.parts)
  const byRepeat = new Map<string, KoboTable>()
  for (const table of tables.filter((one) => one !== main)) {
    const repeat = repeatOf(table, repeats)
    if (!repeat || byRepeat.has(repeat.path)) return refused('submissions-table-unknown', { file: table.name })
    byRepeat.set(repeat.path, table)
  }
  return accepted(readMain(main, { form, byRepeat }))
}

type Parts = readonly AskedPart[]
interface Tables {
  readonly form: AskedForm
  readonly byRepeat: ReadonlyMap<string, KoboTable>
}

function readMain(main: KoboTable, { form, byRepeat }: Tables): readonly SubmissionRead[] {
  const absent = repeatsIn(form.parts).flatMap(({ path }) => (byRepeat.has(path) ? [] : [path]))
  const rowsBelow = linkRows(byRepeat)
  return main.rows.map(({ row, cells }) => {
    const place = { file: main.name, row }
    if (cells.length !== main.columns.length) return notUnderstood(place, problem('row-uneven', `${cells.length}/${main.columns.length}`))
    const index = cells[main.columns.indexOf('_index')] ?? String(row)
    const flat = flatten(form.parts, main.columns, cells)
    const read = readKoboRow(place, { ...flat, ...rowsBelow(form.parts, index) }, form)
    // Without its table nobody can say that a repeat was left empty.
    const unknown = absent.map((path) => problem('rows-not-in-file', '', path))
    return unknown.length === 0 ? read : { ...read, record: null, problems: [...read.problems, ...unknown] }
  })
}
/** The rows of the repeats below a row, each with the rows below it. */
function linkRows(byRepeat: ReadonlyMap<string, KoboTable>): (parts: Parts, index: string) => KoboRow {
  const byParent = new Map(
    [...byRepeat].map(([path, table]) => {
      const parent = table.columns.indexOf('_parent_index')
      return [path, Map.groupBy(table.rows, ({ cells }) => (cells[parent] ?? '').trim())] as const
    }),
  )
  const below = (parts: Parts, index: string): KoboRow =>
    Object.fromEntries(
      directRepeats(parts).flatMap((repeat): readonly [string, readonly KoboRow[]][] => {
        const table = byRepeat.get(repeat.path)
        if (!table) return []
        const rows = byParent.get(repeat.path)?.get(index) ?? []
        const own = table.columns.indexOf('_index')
        return [
          [
            repeat.path,
            rows.map(({ row, cells }) => ({
              ...flatten(repeat.parts, table.columns, cells),
              ...below(repeat.parts, cells[own] ?? String(row)),
            })),
          ],
        ]
      }),
    )
  return below
}

/** One row as Kobo's JSON tells it: by whole paths, columns that say something twice taken once. */
function flatten(parts: Parts, columns: readonly string[], cells: readonly string[]): KoboRow {
  const flat: { [path: string]: string } = {}
  const chosen = new Map<string, string[]>()
  const places = new Map<string, string[]>()
  for (const [at, column] of columns.entries()) {
    const cell = cells[at] ?? ''
    if (cell === '') continue
    const found = questionFor(parts, column)
    if (found === null) flat[column] = cell
    else if (found.part === LINK) continue
    else if (found.part === null) flat[found.question.path] = cell
    else if (found.question.type === 'choices') {
      if (/^(1|1\.0|true)$/i.test(cell.trim())) chosen.set(found.question.path, [...(chosen.get(found.question.path) ?? []), found.part])
    } else {
      const place = places.get(found.question.path) ?? []
      place[POSITION_PARTS.indexOf(found.part)] = cell
      places.set(found.question.path, place)
    }
  }
  for (const [path, names] of chosen) flat[path] ??= names.join(' ')
  for (const [path, place] of places) flat[path] ??= Array.from(place, (part) => part ?? '0').join(' ')
  return flat
}

const POSITION_PARTS: readonly string[] = ['latitude', 'longitude', 'altitude', 'precision']
/** The address at which Kobo keeps a photograph: nothing that anybody answered. */
const LINK = '_URL'
interface Column {
  readonly question: AskedQuestion
  /** The choice, or the part of a position, that the column holds. */
  readonly part: string | null
}
const columnsOf = new WeakMap<Parts, Map<string, Column | null>>()
function questionFor(parts: Parts, column: string): Column | null {
  const known = columnsOf.get(parts) ?? new Map<string, Column | null>()
  columnsOf.set(parts, known)
  const kept = known.get(column)
  if (kept !== undefined) return kept
  const looked = findQuestion(questionsIn(parts), column)
  known.set(column, looked)
  return looked
}
/** Headings are whole paths, or bare names where groups were left out of them. */
function findQuestion(questions: readonly AskedQuestion[], column: string): Column | null {
  const one = (name: string): AskedQuestion | null => {
    const byPath = questions.find((question) => question.path === name)
    const byName = questions.filter((question) => question.name === name)
    return byPath ?? (byName.length === 1 ? (byName[0] ?? null) : null)
  }
  const whole = one(column)
  if (whole) return { question: whole, part: null }
  const position = /^(.*?)_([^/].*)_(latitude|longitude|altitude|precision)$/.exec(column)
  const place = position && (one(`${position[1]}${position[2]}`) ?? one(position[2] ?? ''))
  if (place?.type === 'point') return { question: place, part: position?.[3] ?? '' }
  const file = column.endsWith('_URL') ? one(column.slice(0, -4)) : null
  if (file?.type === 'file') return { question: file, part: LINK }
  const slash = column.lastIndexOf('/')
  const choices = slash > 0 ? one(column.slice(0, slash)) : null
  return choices?.type === 'choices' ? { question: choices, part: column.slice(slash + 1) } : null
}

const questionsIn = (parts: Parts): readonly AskedQuestion[] =>
  parts.flatMap((part) => (part.kind === 'question' ? [part] : part.kind === 'group' ? questionsIn(part.parts) : []))
const directRepeats = (parts: Parts): readonly AskedGroup[] =>
  parts.flatMap((part) => (part.kind === 'repeat' ? [part] : part.kind === 'group' ? directRepeats(part.parts) : []))
const repeatsIn = (parts: Parts): readonly AskedGroup[] => directRepeats(parts).flatMap((repeat) => [repeat, ...repeatsIn(repeat.parts)])

/** The repeat whose questions its headings are; among equals the one of whose name the file is. */
function repeatOf(table: KoboTable, repeats: readonly AskedGroup[]): AskedGroup | null {
  const scored = repeats
    .map((repeat) => {
      const known = table.columns.filter((column) => questionFor(repeat.parts, column) !== null).length
      return { repeat, known, named: table.name.includes(repeat.name) ? 1 : 0 }
    })
    .filter((one) => one.known > 0)
    .toSorted((a, b) => b.known - a.known || b.named - a.named)
  return scored[0]?.repeat ?? null
}
