/* Open requests for a blue status, as other modules may ask for them: which site, how far, until when an objection stops it. An objection itself goes by the command of sites. */
import type { SiteId } from './contract.ts'

export interface OpenBlueRequest {
  readonly application: string
  readonly site: SiteId
  readonly name: string
  /** Waiting for receipts, its clock running, active, or without effect after an objection. */
  readonly state: 'waiting' | 'clock' | 'active' | 'objected'
  /** First day of the status when nobody objects before; `null` while receipts are missing. */
  readonly activeOn: string | null
}
export type BlueRequestsOf<Tx> = (
  tx: Tx,
  tenant: string,
  question: { readonly asOf: string; readonly knownAt: string },
) => Promise<readonly OpenBlueRequest[]>
