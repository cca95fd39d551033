/* What the screens and programs read about forms. */
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { mustParse } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { knownForms } from '../contract.ts'
import type { FormList, FormPage, FormTables, FormVersionBrief, FormVersionPage, Outline, Reading } from '../domain/answers.ts'
import { Sheets } from '../domain/form.ts'
import { outlineOf } from '../domain/outline.ts'
import { countQuestions, prepareForm, settingsOf, tidySheets } from '../domain/prepare.ts'
import { convertForm, languagesOf } from '../domain/xlsform/convert.ts'
import type { FormSheets } from '../domain/xlsform/sheets.ts'
import { type FormVersionRow, type WholeVersionRow, findVersion, listVersionRows } from './store-forms.ts'

const SHIP: ReadonlySet<string> = new Set(Object.values(knownForms))

export const briefOf = (row: FormVersionRow): FormVersionBrief => ({
  ...{ form: row.form, version: row.version, ordinal: row.ordinal, title: row.title, sha256: row.sha256, questions: row.questions },
  ...{ languages: [...row.languages], basedOn: row.based_on, note: row.note, publishedAt: row.published_at },
  publishedBy: { role: row.published_by_role, organisation: row.published_by_organisation },
  log: { event: row.event_id, hash: row.event_hash, position: row.log_position, signedBy: row.signed_by },
})

export async function readFormList(tx: Tx, tenant: string): Promise<FormList> {
  const byForm = Map.groupBy(await listVersionRows(tx, tenant, null), (row) => row.form)
  const forms = [...byForm].flatMap(([form, rows]) =>
    rows.slice(0, 1).map((row) => ({ current: briefOf(row), versions: rows.length, ships: SHIP.has(form) })),
  )
  return { forms: forms.toSorted((a, b) => a.current.title.localeCompare(b.current.title, 'fr')) }
}

export async function readForm(tx: Tx, tenant: string, form: string): Promise<Outcome<FormPage>> {
  const rows = await listVersionRows(tx, tenant, form)
  return rows.length === 0 ? refused('unknown-form', { form }) : accepted({ versions: rows.map(briefOf), ships: SHIP.has(form) })
}

interface AskedVersion {
  readonly form: string
  readonly version: string
}
export async function readVersion(tx: Tx, tenant: string, asked: AskedVersion): Promise<Outcome<FormVersionPage>> {
  const found = await versionOf(tx, tenant, asked)
  if (!found.ok) return found
  const { brief, isCurrent, row } = found.value
  const rows = outlineOfSheets(mustParse(Sheets, row.sheets))?.rows.flatMap(({ path, unit }) => (unit === null ? [] : [{ path, unit }]))
  return accepted({ version: brief, isCurrent, xform: row.xform, outline: rows === undefined ? null : { rows } })
}

export async function readTables(tx: Tx, tenant: string, asked: AskedVersion): Promise<Outcome<FormTables>> {
  const found = await versionOf(tx, tenant, asked)
  if (!found.ok) return found
  const sheets = mustParse(Sheets, found.value.row.sheets)
  return accepted({ version: found.value.brief, isCurrent: found.value.isCurrent, sheets, outline: outlineOfSheets(sheets) })
}

interface FoundVersion {
  readonly row: WholeVersionRow
  readonly brief: FormVersionBrief
  readonly isCurrent: boolean
}
async function versionOf(tx: Tx, tenant: string, asked: AskedVersion): Promise<Outcome<FoundVersion>> {
  const row = await findVersion(tx, tenant, asked)
  if (row === null) return refused('unknown-form-version', { form: asked.form, version: asked.version })
  const [newest] = await listVersionRows(tx, tenant, asked.form)
  return accepted({ row, brief: briefOf(row), isCurrent: newest?.version === row.version })
}

/** Null when this program can no longer read the tables; the XForm that was published stands beside them and still runs. */
export function outlineOfSheets(sheets: FormSheets): Outline | null {
  const converted = convertForm(sheets, '')
  return converted.ok ? outlineOf(converted.form) : null
}

/** What these tables would become if they were published now. */
export async function readingOf(
  tx: Tx,
  tenant: string,
  given: { readonly sheets: FormSheets; readonly fallbackName: string },
): Promise<Reading> {
  const sheets = tidySheets(given.sheets)
  const preparation = prepareForm(sheets, given.fallbackName)
  const settings = settingsOf(sheets.settings)
  const form = settings.get('form_id') ?? settings.get('id_string') ?? given.fallbackName
  const version = settings.get('version') ?? ''
  const rows = form === '' ? [] : await listVersionRows(tx, tenant, form)
  const [newest] = rows
  const model = preparation.ok ? preparation.model : null
  return {
    ...{ form: form.slice(0, 200), version: version.slice(0, 200), sheets },
    title: (settings.get('form_title') ?? settings.get('title') ?? form).slice(0, 400),
    languages: model === null ? [] : [...languagesOf(model)],
    questions: model === null ? 0 : countQuestions(model),
    outline: model === null ? null : outlineOf(model),
    problems: (preparation.ok ? [] : preparation.problems).slice(0, 200).map((one) => ({ ...one })),
    notices: preparation.notices.slice(0, 50).map((one) => ({ ...one })),
    against: newest === undefined ? null : { current: newest.version, versionTaken: rows.some((row) => row.version === version) },
  }
}
