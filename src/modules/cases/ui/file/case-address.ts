/* What an address asks of the server: one case by its number, and nothing where what stands there is no number; `/api/cases/team` answers something else. */
import { ApiTrouble } from '../../../../app/api.ts'
import { parse } from '../../../../kernel/schema.ts'
import { CaseId } from '../../domain/case/case-words.ts'

export interface CaseAddress {
  readonly path: string | null
  /** What the page shows instead of asking: the same as for a case that is not there. */
  readonly error: ApiTrouble | null
}
export const caseAddress = (id: string): CaseAddress =>
  parse(CaseId, id).ok
    ? { path: `/api/cases/${id}`, error: null }
    : { path: null, error: new ApiTrouble({ kind: 'missing', refusal: { code: 'unknown-case', facts: {} }, faults: [], faultId: null }) }
