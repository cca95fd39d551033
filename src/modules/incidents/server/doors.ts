/* What incidents are handed of other modules, and what their routes work with. */
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import type { Log } from '../../../platform/log/log.ts'
import type { Receipt } from '../../../platform/log/receipt.ts'
import type { Door } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { CommandEnvelope } from '../../../platform/log/receipt.ts'
import type { HoldsDoor } from '../../custody/contract-holds.ts'
import type { DocumentsDoor } from '../../documents/contract.ts'
import type { PeopleDoor } from '../../people/contract.ts'
import type { PlacesDoor } from '../../places/contract.ts'
import type { SitesDoor } from '../../sites/contract.ts'
import { incidentDecider } from '../domain/incident.ts'
import type { IncidentCommand } from '../domain/incident-commands.ts'
import { type IncidentEvent, incidentKinds } from '../domain/incident-events.ts'
import { type IncidentRuleCommand, type IncidentRuleEvent, incidentRuleDecider, incidentRuleKinds } from '../domain/incident-rules.ts'
import type { IncidentContext, MaybeFile } from '../domain/incident-state.ts'

export interface HoldAsked {
  readonly door: Pick<Door, 'execute'>
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
export interface IncidentDoors {
  readonly sites: SitesDoor<Tx>
  readonly people: PeopleDoor<Tx>
  readonly places: PlacesDoor<Tx>
  readonly documents: DocumentsDoor<Tx>
  readonly holds: HoldsDoor<Tx, HoldAsked, Receipt>
}
/** Beside the doors, for the round that runs on its own. */
export interface IncidentHouse {
  readonly database: Pick<Database, 'read'>
  readonly log: () => Log
  readonly clock: () => string
  readonly tenant: string
}

export const incidentAggregate: Aggregate<MaybeFile, IncidentCommand, IncidentEvent, IncidentContext> = {
  ...{ name: 'incident', decider: incidentDecider, kinds: incidentKinds },
}
export const incidentRuleAggregate: Aggregate<null, IncidentRuleCommand, IncidentRuleEvent, null> = {
  ...{ name: 'incident-rule', decider: incidentRuleDecider, kinds: incidentRuleKinds },
}
