/* What the tabs of a workshop, and the parts of an entry's form, are given; it draws nothing. */
import type { SheetContent } from '../../contract-sheets.ts'
import type { WorkshopShown } from '../../contract-workshops.ts'

/** What each tab is given. */
export interface TabProps {
  readonly data: WorkshopShown
  readonly again: () => void
  /** May act; others read. */
  readonly mayRun: boolean
}
/** Of the form of an entry: what stands, and how a part of it is changed. */
export interface PartProps {
  readonly content: SheetContent
  readonly set: (part: Partial<SheetContent>) => void
}
