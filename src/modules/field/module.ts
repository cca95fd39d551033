/*
Field work on the server: what telephones carry out (pull), what lies unfinished on them (drafts), and what they bring back (parcels). It
is given the doors of the modules whose answers it packs, and asks their routes from inside, as the person who carries them.
*/
import type { Database } from '../../platform/database/connect.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Dispatch, DispatchTogether } from '../../platform/http/dispatch.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { RescueKey } from '../../platform/keys/rescue-key.ts'
import type { FormsDoor } from '../forms/contract.ts'
import type { DevicesDoor, PeopleDoor } from '../people/contract.ts'
import type { SitesDoor } from '../sites/contract.ts'
import type { FieldSitesDoor } from '../sites/contract-field.ts'
import { fieldDeviceRoutes } from './server/devices/http-field-devices.ts'
import { draftRoutes } from './server/drafts/http-drafts.ts'
import { parcelRoutes } from './server/parcels/http-parcels.ts'
import { createIntake } from './server/parcels/intake.ts'
import { createProver } from './server/parcels/prover.ts'
import { waitingRoutes } from './server/parcels/http-release.ts'
import { type ParcelDesk, createParcelDesk } from './server/parcels/parcel-desk.ts'
import { pullRoutes } from './server/pull/http-pull.ts'
import { rescueRoutes } from './server/rescue/http-rescues.ts'
import type { RescueParts } from './server/rescue/run-rescue.ts'

export interface FieldParts {
  readonly database: Pick<Database, 'read' | 'transaction' | 'single'>
  readonly dispatch: Dispatch
  readonly dispatchTogether: DispatchTogether
  readonly sites: SitesDoor<Tx>
  readonly fieldSites: FieldSitesDoor<Tx>
  readonly forms: FormsDoor<Tx>
  readonly devices: DevicesDoor<Tx>
  readonly people: PeopleDoor<Tx>
  /** Keeps a photograph that its sender names by the hash of its bytes. */
  readonly keepSent: RescueParts['keepSent']
  readonly rescueKey: RescueKey
  readonly tenant: string
  readonly clock: () => string
}
export interface FieldModule extends ServerModule {
  /** The queue of what telephones handed in; `serve` lets it look every few seconds for what a killed server left lying. */
  readonly desk: ParcelDesk
}

export function createFieldModule(parts: FieldParts): FieldModule {
  const intake = createIntake({ ...parts, prove: createProver() })
  const desk = createParcelDesk(parts, intake.isPressed)
  return {
    name: 'field',
    routes: [
      ...pullRoutes(parts),
      ...draftRoutes({ database: parts.database, sites: parts.fieldSites }),
      ...parcelRoutes({ ...parts, intake, desk }),
      ...waitingRoutes({ ...parts, desk }),
      ...fieldDeviceRoutes(parts),
      ...rescueRoutes({ ...parts, desk, sites: parts.fieldSites }),
    ],
    projections: [],
    aggregates: [],
    desk,
  }
}
