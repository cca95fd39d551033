/* What every reader of an export gives: one entry per submission, understood or not, and by which forms it was read. */
import type { AskedForm, ReadProblem, Stranger, SubmissionRecord } from '../domain/records.ts'

export interface AttachedFile {
  /** As the answer names it. */
  readonly name: string
  /** As the server renamed it when it was kept; files that were downloaded bear this name. */
  readonly keptAs: string | null
}
export interface SubmissionRead {
  readonly file: string
  /** Of the file: the row or the place in the list, from 1. */
  readonly row: number
  readonly instanceID: string | null
  /** Null where it was not understood; the problems say why. */
  readonly record: SubmissionRecord | null
  readonly problems: readonly ReadProblem[]
  /** Answered, but not asked by this form. */
  readonly strangers: readonly Stranger[]
  readonly files: readonly AttachedFile[]
  /** As its server named it; empty where it names none. */
  readonly version: string
  /** The version in which it was read, where its own is not published here. */
  readonly readAs: string | null
}
/** The form as it is published here. */
export interface Forms {
  readonly current: AskedForm
  readonly version: (version: string) => AskedForm | null
}
export interface ExportFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export const formFor = (forms: Forms, version: string | null): { readonly form: AskedForm; readonly readAs: string | null } => {
  const own = version === null || version === forms.current.version ? forms.current : forms.version(version)
  return own ? { form: own, readAs: null } : { form: forms.current, readAs: forms.current.version }
}
export const isKeyed = (raw: unknown): raw is { readonly [name: string]: unknown } =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw)
export const textOrNull = (raw: unknown): string | null => (typeof raw === 'string' && raw.trim() !== '' ? raw.trim() : null)
export const problem = (code: string, found = '', question = ''): ReadProblem => ({ question, code, found: found.slice(0, 80) })

/** What every form has. */
const COMMON: ReadonlySet<string> = new Set(['start', 'end', 'today', 'deviceid', 'username', 'phonenumber'])
/** Of its answers, one in five at least must be to a question of this form: names like `province` are in every form (U). */
function ofAnotherForm({ values }: SubmissionRecord, strangers: readonly Stranger[]): ReadProblem | null {
  const known = Object.entries(values).filter(
    ([path, value]) => !COMMON.has(path) && value !== null && !(Array.isArray(value) && value.length === 0),
  )
  if (strangers.length === 0 || known.length * 4 >= strangers.length) return null
  const names = strangers.map(({ question }) => question)
  return { question: '', code: 'questions-of-another-form', found: `${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}` }
}

/** A problem anywhere, and the whole submission waits: half of an inspection is another inspection. */
export function readOf(
  place: Pick<SubmissionRead, 'file' | 'row'>,
  said: Omit<SubmissionRead, 'file' | 'row' | 'record' | 'version'> & { readonly record: SubmissionRecord },
): SubmissionRead {
  const foreign = ofAnotherForm(said.record, said.strangers)
  if (foreign !== null) return { ...place, ...said, version: said.record.form.version, problems: [foreign], record: null }
  const problems = said.instanceID === null ? [problem('without-instance-id'), ...said.problems] : said.problems
  return { ...place, ...said, version: said.record.form.version, problems, record: problems.length > 0 ? null : said.record }
}

export const notUnderstood = (place: Pick<SubmissionRead, 'file' | 'row'>, why: ReadProblem): SubmissionRead => ({
  ...place,
  instanceID: null,
  record: null,
  problems: [why],
  strangers: [],
  files: [],
  version: '',
  readAs: null,
})
