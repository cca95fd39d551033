/* What every part of a case's page is given. Apart from the list of parts, which fetches them: otherwise each part would lead back to itself. */
import type { CaseWork } from './use-case.ts'

export interface PartProps {
  readonly work: CaseWork
}
