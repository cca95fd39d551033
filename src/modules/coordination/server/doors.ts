/* What coordination is given by others: who is a body, what an area is called, and what is open: sites, requests, incidents, warnings. Never a case. */
import type { Tx } from '../../../platform/database/transaction.ts'
import type { WarningCountsOf } from '../../conflict/contract-warnings.ts'
import type { HeldLotsOf } from '../../custody/contract-held.ts'
import type { DocumentsDoor } from '../../documents/contract.ts'
import type { IncidentsAtLevelsOf, IncidentsDoor } from '../../incidents/contract.ts'
import type { MobilityDoor } from '../../mobility/contract.ts'
import type { PeopleDoor } from '../../people/contract.ts'
import type { PlacesDoor } from '../../places/contract.ts'
import type { BlueRequestsOf } from '../../sites/contract-blue.ts'
import type { SitesDoor } from '../../sites/contract.ts'

export interface CoordinationDoors {
  readonly people: PeopleDoor<Tx>
  readonly places: PlacesDoor<Tx>
  readonly documents: DocumentsDoor<Tx>
  readonly sites: Pick<SitesDoor<Tx>, 'overview' | 'briefs'>
  readonly blueRequests: BlueRequestsOf<Tx>
  readonly incidentsAtLevels: IncidentsAtLevelsOf<Tx>
  readonly concerning: IncidentsDoor<Tx>['concerning']
  readonly warningCounts: WarningCountsOf<Tx>
  /** Lots that stand still, as far as that may be told to who may not read them. */
  readonly heldLots: HeldLotsOf<Tx>
  /** Monitoring points on whose axis far more people pass than before. */
  readonly rushes: MobilityDoor<Tx>['alerts']
}
