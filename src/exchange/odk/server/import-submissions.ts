/*
An export of another server, taken into this house: read by the form that is published here, each submission taken as if its telephone had sent it.
Files are read once to learn which versions they speak of, and again by those versions.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { Door } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { AskedForm } from '../domain/records.ts'
import { readAskedForm } from '../import/asked-form.ts'
import { type OpenedExport, openSubmissions } from '../import/open-submissions.ts'
import { readSubmissionXml } from '../import/read-xml.ts'
import { type ImportDoor, type ImportReport, runImport } from '../import/run-import.ts'
import type { ExportFile, Forms } from '../import/submission-read.ts'
import type { OdkParts } from './odk-parts.ts'
import { keepImported, storedXml, withoutAuthor } from './store-imported.ts'
import { takeSubmission } from './take-submission.ts'

export interface ImportAsked {
  readonly files: readonly ExportFile[]
  /** The form that the export is of; only XML says it itself. */
  readonly form: string
  readonly who: Who
  readonly door: Door
  readonly clock: () => string
  readonly write: boolean
  /** The first of the names that is among the attachments. */
  readonly fileNamed: ImportDoor['fileNamed']
  readonly onProgress?: (done: number, total: number) => void
}
export interface Imported extends ImportReport {
  readonly shapes: OpenedExport['shapes']
  readonly form: { readonly id: string; readonly version: string }
  readonly more: number
}

/** Refusals: `form-not-published` {form}, those of `readAskedForm` and of `openSubmissions`. */
export async function importSubmissions(parts: OdkParts, asked: ImportAsked): Promise<Outcome<Imported>> {
  const { tenant } = asked.who
  const current = await parts.database.read((tx) => parts.forms.current(tx, tenant, asked.form))
  if (!current) return refused('form-not-published', { form: asked.form })
  const read = readAskedForm(current.xform)
  if (!read.ok) return read
  const versions = new Map<string, AskedForm>()
  const forms: Forms = { current: read.value, version: (version) => versions.get(version) ?? null }
  const first = openSubmissions(asked.files, forms)
  if (!first.ok) return first
  for (const version of versionsIn(first.value)) {
    const published = await parts.database.read((tx) => parts.forms.published(tx, tenant, { form: asked.form, version }))
    const known = published && readAskedForm(published.xform)
    if (known?.ok) versions.set(version, known.value)
  }
  const opened = versions.size === 0 ? first : openSubmissions(asked.files, forms)
  if (!opened.ok) return opened
  const { shapes, reads, more } = opened.value
  const report = await runImport(reads, {
    door: doorOf(parts, asked, shapes.join('+')),
    formOf: (version) => versions.get(version) ?? forms.current,
    recordOf: (xml) => readSubmissionXml('', xml, forms).record,
    write: asked.write,
    ...(asked.onProgress ? { onProgress: asked.onProgress } : {}),
  })
  return accepted({ ...report, shapes, more, form: { id: forms.current.id, version: forms.current.version } })
}

/** Of submissions that were read by another version than their own. */
const versionsIn = ({ reads }: OpenedExport): readonly string[] => [
  ...new Set(reads.flatMap((read) => (read.readAs === null ? [] : [read.version]))),
]

const ORIGINS: { readonly [shape: string]: string } = { 'kobo-json': 'kobo', 'kobo-csv': 'kobo', 'central-odata': 'central', xml: 'file' }

function doorOf(parts: OdkParts, { who, door, clock, fileNamed }: ImportAsked, shape: string): ImportDoor {
  const { database } = parts
  const cameBy = ORIGINS[shape] ?? 'file'
  return {
    stored: (instances) => database.read((tx) => storedXml(tx, who.tenant, instances)),
    withoutAuthor: async (instances) =>
      who.roles.length === 0 ? new Set() : database.read((tx) => withoutAuthor(tx, who.tenant, instances)),
    fileNamed,
    take: async ({ xml, files }) => {
      const sent = files.map(({ name, bytes }) => ({ name, bytes, mediaType: 'application/octet-stream' }))
      const taken = await takeSubmission(parts, { who, door, now: clock(), xml, files: sent, moreFollows: false, cameBy, device: null })
      if (!taken.ok) return { is: 'refused', refusal: taken.refusal }
      return { is: taken.value.state === 'to-place' ? 'to-place' : 'taken', filesRefused: taken.value.files.refused }
    },
    keepServerPart: (record, strangers) =>
      database.transaction((tx) =>
        keepImported(tx, who.tenant, {
          instance: record.instanceID,
          shape,
          submittedAt: record.server?.submittedAt ?? null,
          review: record.server?.review ?? null,
          first: record.server?.first ?? null,
          replaces: record.replaces ?? record.server?.replaces ?? null,
          formVersion: record.form.version,
          notAsked: strangers,
          by: who.account,
          at: clock(),
        }),
      ),
  }
}
