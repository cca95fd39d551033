/*
Makes a form ready for publication: converted, and with what a published form needs beyond a form that runs once — an id that fits an address,
and a version. Says everything that is wrong at once.
*/
import { unrunnable } from './runnable.ts'
import { type Converted, convertForm, languagesOf } from './xlsform/convert.ts'
import { type Form, type PlacedNode, flatten } from './xlsform/nodes.ts'
import type { Problem } from './xlsform/problem.ts'
import { typeOf } from './xlsform/question-types.ts'
import { type FormSheets, type Sheet, readSheet } from './xlsform/sheets.ts'

export const FORM_ID = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/
export const FORM_VERSION = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/

export interface Prepared {
  readonly form: string
  readonly version: string
  readonly title: string
  readonly languages: readonly string[]
  readonly questions: number
  readonly xform: string
}

export type Preparation =
  | { readonly ok: true; readonly prepared: Prepared; readonly model: Form; readonly notices: readonly Problem[] }
  | Extract<Converted, { ok: false }>

export function prepareForm(sheets: FormSheets, fallbackName = ''): Preparation {
  const converted = convertForm(sheets, fallbackName)
  const problems = publicationProblems(sheets, fallbackName)
  if (!converted.ok) return { ...converted, problems: [...converted.problems, ...problems] }
  const { form, xform, notices } = converted
  const wrong = [...problems, ...unrunnable(form)]
  if (wrong.length > 0) return { ok: false, problems: wrong, notices }
  const prepared = {
    form: form.settings.id,
    version: form.settings.version,
    title: form.settings.title,
    languages: languagesOf(form),
    questions: countQuestions(form),
    xform,
  }
  return { ok: true, prepared, model: form, notices }
}

export const countQuestions = (form: Form): number =>
  flatten<PlacedNode>(form.nodes).filter((node) => node.kind === 'question' && typeOf(node.type).control !== null).length

function publicationProblems(sheets: FormSheets, fallbackName: string): readonly Problem[] {
  const settings = settingsOf(sheets.settings)
  const id = settings.get('form_id') ?? settings.get('id_string') ?? fallbackName
  const version = settings.get('version') ?? ''
  const at = { sheet: 'settings', row: 2 } as const
  return [
    ...(FORM_ID.test(id) ? [] : [{ ...at, column: 'form_id', code: 'form-id-not-possible', facts: { id } }]),
    ...(FORM_VERSION.test(version) ? [] : [{ ...at, column: 'version', code: 'version-not-possible', facts: { version } }]),
  ]
}

export function settingsOf(sheet: Sheet): ReadonlyMap<string, string> {
  const { header, rows } = readSheet(sheet)
  const cells = rows[0]?.cells ?? []
  return new Map(
    header.map((name, index) => [name.trim().toLowerCase(), (cells[index] ?? '').trim()] as const).filter(([, value]) => value !== ''),
  )
}

/** The tables without what stands outside them: blank rows and columns at the end, blanks around a cell. */
export function tidySheets(sheets: FormSheets): {
  readonly survey: string[][]
  readonly choices: string[][]
  readonly settings: string[][]
} {
  const tidy = (sheet: Sheet): string[][] => {
    const { header, rows } = readSheet(sheet)
    const last = rows.at(-1)?.row ?? 1
    const width = header.findLastIndex((cell) => cell.trim() !== '') + 1
    return sheet.slice(0, header.length === 0 ? 0 : last).map((cells) => trimEnd(cells.slice(0, width).map((cell) => cell.trim())))
  }
  return { survey: tidy(sheets.survey), choices: tidy(sheets.choices), settings: tidy(sheets.settings) }
}
const trimEnd = (cells: string[]): string[] => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
