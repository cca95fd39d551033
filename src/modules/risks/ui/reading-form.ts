/* A reading as it is typed, and what of it is sent: a value, what shows it, how well that is known. */
import type { DocumentRef } from '../../documents/contract.ts'
import type { EvidenceGrade } from '../contract.ts'

export interface ReadingForm {
  readonly indicator: string
  readonly value: string
  readonly on: string
  readonly grade: EvidenceGrade
  readonly evidence: string
  readonly file: DocumentRef | null
  readonly note: string
}
/** With a comma or a point; `null` for what is no number. */
export const numberOf = (text: string): number | null => {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() === '' || !Number.isFinite(value) ? null : value
}
/** `null` while a value, a day, or both words and file are missing. */
export function readingOf({ indicator, value, on, grade, evidence, file, note }: ReadingForm) {
  const read = numberOf(value)
  const [shown, remark] = [evidence.trim(), note.trim()]
  if (read === null || on === '' || (shown === '' && file === null)) return null
  return {
    ...{ indicator: Number(indicator), value: read, on, grade },
    ...(shown === '' ? {} : { evidence: shown }),
    ...(file === null ? {} : { file }),
    ...(remark === '' ? {} : { note: remark }),
  }
}
