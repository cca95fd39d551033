/*
A file of another house or of the survey form, read on the device: each row in its coded and its identified part, what was not understood with its place, and a
fingerprint by which a row that came before is known again. The fingerprint is all that the server hears of a row before a case is opened:
of the sender's own number it gets a hash, of a file without such numbers a hash of the row.
*/
import { sourceColumn } from './headings.ts'
import { readHtcds } from './read-rows.ts'
import type { HtcdsComplaint } from './record.ts'
import { type CodedPart, codedNames, type SplitRecord, splitRecord } from './split-record.ts'

export interface PlannedRow extends SplitRecord {
  /** 0 is the first row under the headings. */
  readonly row: number
  /** SHA-256 in hex. */
  readonly source: string
  /** The same row twice in this file. */
  readonly isRepeated: boolean
  readonly complaints: readonly HtcdsComplaint[]
}
export interface ImportPlan {
  readonly rows: readonly PlannedRow[]
  readonly aboutHeadings: readonly HtcdsComplaint[]
}
type Digest = (text: string) => Promise<string>

export async function planImport(
  file: readonly (readonly string[])[],
  { onDay, digest }: { readonly onDay: string; readonly digest: Digest },
): Promise<ImportPlan> {
  const [headings = [], ...lines] = file
  const at = sourceColumn(headings)
  const { records, complaints } = readHtcds(file)
  const seen = new Set<string>()
  const rows: PlannedRow[] = []
  for (const [row, record] of records.entries()) {
    const own = at === null ? '' : (lines[row]?.[at] ?? '').trim()
    const source = await digest(own === '' ? `htcds-row:${JSON.stringify(lines[row])}` : `htcds-source:${own}`)
    rows.push({
      ...{ row, source, isRepeated: seen.has(source), ...splitRecord(record, onDay) },
      complaints: complaints.filter((one) => one.row === row),
    })
    seen.add(source)
  }
  return { rows, aboutHeadings: complaints.filter((one) => one.row === null) }
}

export interface CheckBody {
  readonly rows: readonly { readonly source: string; readonly coded: CodedPart }[]
}
/** What the server is asked before anything is opened. Built from the coded part by name, so that a field that is added later does not slip into it. */
export const checkBodyOf = (rows: readonly Pick<PlannedRow, 'source' | 'coded'>[]): CheckBody => ({
  rows: rows.map(({ source, coded }) => ({
    source,
    coded: Object.fromEntries(codedNames.flatMap((name) => (coded[name] === undefined ? [] : [[name, coded[name]]]))),
  })),
})

/** Given by the screens of cases: seals what identifies to who shall read it and opens the case. `known`: a case of that number stood already; `waiting`: it goes when there is network. */
export type OpenImported = (one: SplitRecord & { readonly case: string }) => Promise<'opened' | 'known' | 'waiting'>
export interface ImportOpener {
  /** Asked once for each run: the keys of who shall read. */
  readonly begin: () => Promise<OpenImported>
  /** A file that was sealed to who is at this desk. */
  readonly unseal: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>
}
/** How an age file begins. */
export const isSealedFile = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes.slice(0, 21)) === 'age-encryption.org/v1'

const ANSWERS: readonly (keyof SplitRecord['identity'])[] = ['con_Consent', 'vic_AgreementToManagePersonalData']
/** The person's own answer in the file: whoever said no is not taken over. */
export const saidNo = ({ coded }: Pick<SplitRecord, 'coded'>): boolean => ANSWERS.some((name) => coded[name]?.includes('FALSE') === true)
/** Something by which a person can be found again: a row of codes alone is a number in a table and no case. */
export const hasPerson = ({ identity }: Pick<SplitRecord, 'identity'>): boolean =>
  Object.keys(identity).some((name) => name.startsWith('prs_') && name !== 'prs_Gender')
