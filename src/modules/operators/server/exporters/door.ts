/* The door of exporters: whether a body may export on a day and why, and whom it names as its suppliers. */
import { mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { type ExporterStanding, type ExportersDoor, type StatusStep, StatusStep as Step } from '../../contract-exporters.ts'
import type { CardSummary } from '../../contract.ts'
import { isInOrder } from '../../domain/card-state.ts'
import { exporterStatusOn, mayExport } from '../../domain/exporters/status.ts'
import { partyVerdict } from '../../domain/party.ts'
import { cardsOnDay } from '../card-answers.ts'
import { entityTypeOf } from '../door.ts'
import type { OperatorDoors } from '../doors.ts'
import { listCards } from '../store-cards.ts'
import { type StatusRow, listAppealed, listStatus, listSuppliersOn } from './store-exporters.ts'

export const stepOf = ({ status, from, followUpOn, audit, reason }: StatusRow): StatusStep =>
  mustParse(Step, { status, from, followUpOn, audit, reason })

export interface StandingFacts {
  readonly organisation: OrganisationId
  readonly on: string
  readonly processes: boolean
  readonly cards: readonly CardSummary[]
  readonly steps: readonly StatusStep[]
  readonly appealed: boolean
}
export function standingOf({ organisation, on, processes, cards, steps, appealed }: StandingFacts): ExporterStanding {
  const needs = processes ? 'processing-approval' : 'comptoir-approval'
  const { nearest: approval } = partyVerdict(needs, cards, null)
  const approvalHolds = approval !== null && isInOrder(approval.state)
  const { followUpOn: _followUpOn, ...status } = exporterStatusOn(steps, on)
  return { organisation, on, approval, approvalHolds, ...status, appealed, mayExport: mayExport(approvalHolds, status) }
}

export const createExportersDoor = (doors: Pick<OperatorDoors, 'people'>): ExportersDoor<Tx> => ({
  exporterOn: async (tx, tenant, { organisation, on }) => {
    const type = await entityTypeOf(tx, doors, { tenant, organisation })
    const cards = await cardsOnDay(tx, doors, { tenant, on, rows: await listCards(tx, tenant, { organisations: [organisation] }) })
    const steps = (await listStatus(tx, tenant, [organisation])).map(stepOf)
    const appealed = (await listAppealed(tx, tenant, [organisation])).length > 0
    const processes = type === 'processing_entity' || type === 'refinery'
    return standingOf({ organisation, on, processes, cards, steps, appealed })
  },
  suppliersOn: async (tx, tenant, { organisation, on }) =>
    (await listSuppliersOn(tx, tenant, { organisation, on })).map((one) => mustParse(OrganisationId, one)),
})
