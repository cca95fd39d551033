/* What the grievance desk needs of the house; made once in module.ts. */
import type { Outcome } from '../../../kernel/outcome.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Dispatch } from '../../../platform/http/dispatch.ts'
import type { DocumentRef, DocumentsDoor } from '../../documents/contract.ts'
import type { IncidentsDoor } from '../../incidents/contract.ts'
import type { OrganisationBrief, PeopleDoor } from '../../people/contract.ts'
import type { PlacesDoor } from '../../places/contract.ts'
import type { SitesDoor } from '../../sites/contract.ts'
import type { Gateway } from './gateways.ts'
import type { Sealing } from './sealing.ts'
import type { Patience } from './patience.ts'

export interface VoiceDoors {
  readonly database: Pick<Database, 'read' | 'transaction'>
  readonly tenant: string
  readonly clock: () => string
  readonly baseUrl: string
  readonly people: PeopleDoor<Tx>
  readonly places: PlacesDoor<Tx>
  readonly sites: SitesDoor<Tx>
  readonly documents: DocumentsDoor<Tx>
  /** Cleans a photograph of everything hidden in it and keeps it. */
  readonly keepPhoto: (file: {
    readonly tenant: string
    readonly bytes: Uint8Array
    readonly mediaType: string
    readonly by: string
    readonly at: string
  }) => Promise<Outcome<{ readonly file: DocumentRef }>>
  readonly dispatch: Dispatch
  /** Incidents are made after the desk: asked when somebody comes with a code. */
  readonly incidents: () => Pick<IncidentsDoor<Tx>, 'outcomeOf'>
  /** A message that warns of what is about to happen is passed on besides, to who sorts warnings by a clock. */
  readonly alerts: {
    readonly isWarning: (text: string) => boolean
    readonly raise: (heard: {
      readonly report: string
      readonly text: string
      readonly channel: 'sms' | 'app'
      readonly organisations: readonly string[]
    }) => Promise<void>
  }
  readonly gateways: readonly Gateway[]
  readonly sealing: Sealing
  readonly patience: Patience
}

export const bodiesOf = ({ people }: Pick<VoiceDoors, 'people'>, tx: Tx, tenant: string): Promise<readonly OrganisationBrief[]> =>
  people.listOrganisations(tx, undefined, tenant)
