/*
Takes what was read of an export into this house, one submission after the other, as if each had been sent by its own telephone. What is here already
with the same answers is passed over, however its XML was written; with other answers it is told and left as it is. It knows no database: what it
needs of one is the `ImportDoor`.
*/
import type { Refusal } from '../../../kernel/outcome.ts'
import type { AskedForm, SubmissionRecord } from '../domain/records.ts'
import type { AttachedFile, SubmissionRead } from './submission-read.ts'
import { writeSubmission } from './write-submission.ts'

export type Verdict = 'new' | 'taken' | 'to-place' | 'same' | 'other' | 'refused' | 'not-understood'
export interface RowReport {
  readonly file: string
  readonly row: number
  readonly instanceID: string | null
  readonly verdict: Verdict
  /** Why: codes with a sentence each, and what was found. */
  readonly problems: SubmissionRead['problems']
  readonly refusal: Refusal | null
  readonly strangers: SubmissionRead['strangers']
  readonly readAs: string | null
  /** Files that its answers name and that were not beside it. */
  readonly filesMissing: readonly string[]
  /** Files that were beside it and could not be kept, with the code of the reason. */
  readonly filesRefused: readonly { readonly name: string; readonly code: string }[]
}
export interface ImportReport {
  readonly rows: readonly RowReport[]
  readonly counts: { readonly [verdict in Verdict]: number }
}
export interface FileBytes {
  readonly name: string
  readonly bytes: Uint8Array
}
export type Taken =
  | { readonly is: 'taken' | 'to-place'; readonly filesRefused: readonly { readonly name: string; readonly code: string }[] }
  | { readonly is: 'refused'; readonly refusal: Refusal }
export interface ImportDoor {
  /** XML of those of the instances that are here. */
  readonly stored: (instances: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Those of the instances that are here and that the author of this import can answer for, as nobody did. */
  readonly withoutAuthor?: (instances: readonly string[]) => Promise<ReadonlySet<string>>
  readonly take: (given: { readonly xml: string; readonly files: readonly FileBytes[] }) => Promise<Taken>
  /** Keeps what the other server said beside the answers; the same again changes nothing. */
  readonly keepServerPart: (record: SubmissionRecord, strangers: SubmissionRead['strangers']) => Promise<void>
  readonly fileNamed: (names: readonly string[]) => Promise<Uint8Array | null>
}
export interface ImportRun {
  readonly door: ImportDoor
  readonly formOf: (version: string) => AskedForm
  /** The record of XML that is here already; null where it cannot be read by its form. */
  readonly recordOf: (xml: string) => SubmissionRecord | null
  readonly write: boolean
  readonly onProgress?: (done: number, total: number) => void
}

const AT_ONCE = 100

export async function runImport(reads: readonly SubmissionRead[], run: ImportRun): Promise<ImportReport> {
  const rows: RowReport[] = []
  // An edit after what it replaces, so that the older one is here when it is asked for.
  const ordered = reads.toSorted((a, b) => depthOf(a, reads) - depthOf(b, reads))
  const inThisFile = new Map<string, string>()
  for (let from = 0; from < ordered.length; from += AT_ONCE) {
    const piece = ordered.slice(from, from + AT_ONCE)
    const known = await run.door.stored(piece.flatMap((read) => [read.instanceID, replacedBy(read)]).filter((id) => id !== null))
    for (const read of piece) {
      rows.push(await takeOne(read, run, { known, inThisFile }))
      run.onProgress?.(rows.length, reads.length)
    }
  }
  const counts = { new: 0, taken: 0, 'to-place': 0, same: 0, other: 0, refused: 0, 'not-understood': 0 }
  for (const row of rows) counts[row.verdict] += 1
  return { rows: rows.toSorted((a, b) => a.file.localeCompare(b.file) || a.row - b.row), counts }
}

const replacedBy = ({ record }: SubmissionRead): string | null => record?.replaces ?? record?.server?.replaces ?? null
/** How many edits before this one are in the same files. */
function depthOf(read: SubmissionRead, reads: readonly SubmissionRead[]): number {
  const seen = new Set<string>()
  let [depth, id] = [0, replacedBy(read)]
  while (id !== null && !seen.has(id)) {
    seen.add(id)
    const before = reads.find((one) => one.instanceID === id)
    if (!before) break
    ;[depth, id] = [depth + 1, replacedBy(before)]
  }
  return depth
}

interface Known {
  readonly known: ReadonlyMap<string, string>
  readonly inThisFile: Map<string, string>
}
async function takeOne(read: SubmissionRead, run: ImportRun, { known, inThisFile }: Known): Promise<RowReport> {
  const { file, row, instanceID, problems, strangers, readAs, record } = read
  const told = { file, row, instanceID, problems, strangers, readAs, refusal: null, filesMissing: [], filesRefused: [] }
  if (record === null) return { ...told, verdict: 'not-understood' }
  const form = run.formOf(record.form.version)
  const xml = writeSubmission(form, record)
  const stored = known.get(record.instanceID) ?? inThisFile.get(record.instanceID)
  if (stored !== undefined && !hasSameAnswers(stored, xml, { run, form })) return { ...told, verdict: 'other' }
  const { found, missing } = await filesOf(read.files, run)
  const isSame = stored !== undefined
  inThisFile.set(record.instanceID, stored ?? xml)
  if (!run.write) return { ...told, filesMissing: missing, verdict: isSame ? 'same' : 'new' }
  const replaces = replacedBy(read)
  const edits = replaces !== null && (known.has(replaces) || inThisFile.has(replaces)) ? replaces : null
  // The XML that is here goes in again with files that may be new: who sent it had its own way of writing the same answers.
  const sent = stored ?? writeSubmission(form, record, edits)
  const isNobodys = isSame && ((await run.door.withoutAuthor?.([record.instanceID]))?.has(record.instanceID) ?? false)
  const taken = isSame && found.length === 0 && !isNobodys ? null : await run.door.take({ xml: sent, files: found })
  if (taken?.is === 'refused') return { ...told, filesMissing: missing, verdict: 'refused', refusal: taken.refusal }
  await run.door.keepServerPart(record, strangers)
  inThisFile.set(record.instanceID, sent)
  return {
    ...told,
    filesMissing: missing,
    filesRefused: taken?.filesRefused ?? [],
    verdict: isSame && !isNobodys ? 'same' : (taken?.is ?? 'taken'),
  }
}

function hasSameAnswers(stored: string, xml: string, { run, form }: { readonly run: ImportRun; readonly form: AskedForm }): boolean {
  if (stored === xml) return true
  const record = run.recordOf(stored)
  return record !== null && record.form.version === form.version && writeSubmission(form, record) === xml
}

async function filesOf(
  files: readonly AttachedFile[],
  { door }: ImportRun,
): Promise<{ readonly found: readonly FileBytes[]; readonly missing: readonly string[] }> {
  const found: FileBytes[] = []
  const missing: string[] = []
  for (const { name, keptAs } of files) {
    const bytes = await door.fileNamed(keptAs === null ? [name] : [name, keptAs])
    if (bytes) found.push({ name, bytes })
    else missing.push(name)
  }
  return { found, missing }
}
