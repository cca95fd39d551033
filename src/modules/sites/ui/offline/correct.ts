/*
Answers of a form that wait in the outbox, or that the server refused, said again with a reason: as a new record that names the one it puts right. The
register never saw a refused one, so its answers and photographs are laid ready here; of one that waits the page of the visit has them.
*/
import type { Correction, WaitingCommand } from '../../../../app/field/offline-part.ts'
import { type Infer, listOf, looseRecord, parse, text } from '../../../../kernel/schema.ts'
import { FormVersionRef } from '../../../forms/contract.ts'
import { FileOfAnswers } from '../../domain/missions/inspection-words.ts'
import { amendsNote } from '../inspections/amending.ts'
import { slotOf } from '../inspections/draft-slots.ts'
import { asNewRecord } from '../inspections/send-form.ts'

const Answers = looseRecord({
  by: text(60),
  form: FormVersionRef,
  instance: text(120),
  xml: text(500_000),
  files: listOf(FileOfAnswers, 200),
})
type Answers = Infer<typeof Answers>

export function correctionOf(
  { subject, data }: Pick<WaitingCommand, 'subject' | 'data'>,
  { reason, now, isRefused }: { readonly reason: string; readonly now: string; readonly isRefused: boolean },
): Correction | null {
  const read = parse(Answers, data)
  const inspection = subject.slice('inspection:'.length)
  if (!read.ok) return null
  const { by, form, instance, xml, files } = read.value
  const slot = slotOf(form)
  const note = amendsNote({ inspection, by }, { instance, reason, ...(isRefused ? { files } : {}) })
  const draft = JSON.stringify({ xml: asNewRecord(xml), at: '', savedAt: now })
  return {
    keep: [note, ...(isRefused ? [{ key: `chanzo.form.${inspection}.${by}.${slot}`, text: draft, fresh: true as const }] : [])],
    to: `/inspections/${inspection}/form`,
    search: { by, draft: slot },
  }
}
