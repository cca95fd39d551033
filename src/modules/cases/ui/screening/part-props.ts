/* What every section of the interview is handed. */
import type { Flow } from '../../domain/identification/screening-flow.ts'
import type { FormVersion } from '../../domain/identification/screening-form.ts'
import type { Worker } from './draft-facts.ts'
import type { DraftChange, ScreeningDraft } from './screening-draft.ts'

export interface PartProps {
  readonly draft: ScreeningDraft
  readonly change: (part: DraftChange) => void
  readonly flow: Flow
  readonly version: FormVersion
  readonly worker: Worker
  readonly now: string
}
