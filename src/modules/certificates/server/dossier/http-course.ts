/* What becomes of a dossier besides a certificate: sent back, given up, closed. Each act is an event of its own, signed like every other. */
import type { Outcome } from '../../../../kernel/outcome.ts'
import { record } from '../../../../kernel/schema.ts'
import { writeRoute } from '../../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { CommandEnvelope, Receipt } from '../../../../platform/log/receipt.ts'
import { CancelDossier, CloseDossier, RequestRevision } from '../../contract-dossier.ts'
import { DossierId } from '../../contract.ts'
import type { DossierCommand } from '../../domain/dossier-state.ts'

export interface Commanded {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
  readonly dossier: string
}
type Execute = (asked: Commanded, command: DossierCommand) => Promise<Outcome<Receipt>>
const params = record({ dossier: DossierId })

export function courseRoutes(execute: Execute): readonly Route[] {
  const sentBack = (as: 'verifier' | 'validator') =>
    writeRoute({
      path: `/api/dossiers/:dossier/${as === 'verifier' ? 'verification' : 'validation'}/revision-requests`,
      allow: can(as === 'verifier' ? 'certificates.verify' : 'certificates.validate'),
      summary: `The ${as} sends the dossier back to the exporter, with the reason and the checks as they stand`,
      params,
      body: RequestRevision,
      write: ({ data, params: { dossier }, ...asked }) => execute({ ...asked, dossier }, { kind: 'request-revision', as, data }),
    })
  return [
    sentBack('verifier'),
    sentBack('validator'),
    writeRoute({
      path: '/api/dossiers/:dossier/cancellation',
      allow: can('certificates.prepare'),
      summary: 'The exporter gives up the export; the lot is free again',
      params,
      body: CancelDossier,
      write: ({ data, params: { dossier }, ...asked }) => execute({ ...asked, dossier }, { kind: 'cancel-dossier', data }),
    }),
    writeRoute({
      path: '/api/dossiers/:dossier/closing',
      allow: can('certificates.validate'),
      summary: 'The dossier of goods that left is closed',
      params,
      body: CloseDossier,
      write: ({ data, params: { dossier }, ...asked }) => execute({ ...asked, dossier }, { kind: 'close-dossier', data }),
    }),
  ]
}
