/* What can happen to a conflict sheet, as the log keeps it. Accounts stand here only so that persons can be told apart; a version never changes. */
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Infer, calendarDate, oneOf, orNull, record, text } from '../../../../kernel/schema.ts'
import { WorkshopId } from '../../contract-ids.ts'
import { SheetContent, versionNumber } from '../../contract-sheets.ts'

const by = { version: versionNumber, on: calendarDate(), by: text(60), body: orNull(text(60)) }
export const SheetProposed = record({
  workshop: orNull(WorkshopId),
  round: text(60),
  asOf: calendarDate(),
  /** Why there is a further version; `null` of the first. */
  reason: orNull(text(400)),
  content: SheetContent,
  ...by,
})
export const SheetCrossChecked = record({ compared: text(1000), ...by })
export const SheetValidated = record({ note: orNull(text(1000)), ...by })
export const SummaryPublished = record({ fr: text(2000), en: text(2000), ...by })
/** `newer`: another version stands, or waits, in its stead; `withdrawn`: by a person, with the reason. */
export const SheetSuperseded = record({ because: oneOf('newer', 'withdrawn'), reason: orNull(text(400)), ...by })

export const sheetKinds = {
  'conflict-sheet.proposed.v1': SheetProposed,
  'conflict-sheet.cross-checked.v1': SheetCrossChecked,
  'conflict-sheet.validated.v1': SheetValidated,
  'conflict-sheet.summary-published.v1': SummaryPublished,
  'conflict-sheet.superseded.v1': SheetSuperseded,
} as const
type Kinds = typeof sheetKinds
export type SheetEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
