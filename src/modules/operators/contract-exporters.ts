/*
Exporters: approval, status after the third-party audit with its clock, owners, suppliers, depots. Here stand the words that others may use
and the door. Owners are persons or bodies; the names of persons are apart from the log and in none of these shapes.
*/
import { type Infer, oneOf } from '../../kernel/schema.ts'
import type { OrganisationId } from '../people/contract.ts'
import type { CardSummary } from './contract.ts'

/** `blue`: new, or not audited for lack of capacity. `none`: nobody has said anything yet. */
export const ExporterStatus = oneOf('green', 'yellow', 'red', 'blue', 'none')
export type ExporterStatus = Infer<typeof ExporterStatus>

/** Whether a body may export on a day, with everything needed to explain it. */
export interface ExporterStanding {
  readonly organisation: OrganisationId
  readonly on: string
  /** The approval that is best on the day; `null` when it has none. */
  readonly approval: CardSummary | null
  readonly approvalHolds: boolean
  readonly status: ExporterStatus
  readonly since: string | null
  /** First day on which the period no longer runs. */
  readonly validUntil: string | null
  /** True when the clock ran out: an overdue yellow counts as red (our proposal). */
  readonly lapsed: boolean
  /** The audit whose committee decision gave the status; its public number. */
  readonly audit: string | null
  /** An appeal is under way; the status stands meanwhile. */
  readonly appealed: boolean
  readonly mayExport: 'yes' | 'conditions' | 'no'
}

export interface ExportersDoor<Tx> {
  readonly exporterOn: (
    tx: Tx,
    tenant: string,
    asked: { readonly organisation: OrganisationId; readonly on: string },
  ) => Promise<ExporterStanding>
  /** Bodies that the exporter names as its suppliers on the day. */
  readonly suppliersOn: (
    tx: Tx,
    tenant: string,
    asked: { readonly organisation: OrganisationId; readonly on: string },
  ) => Promise<readonly OrganisationId[]>
}
