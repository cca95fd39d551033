/* The directory of services and the register of shelters as the program sees them: beside the cases, sealing nothing, working without them. */
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { DirectoryDoor } from './contract-directory.ts'
import { createDirectoryDoor } from './server/directory/door.ts'
import type { DirectoryDoors } from './server/directory/doors.ts'
import { listRoutes } from './server/directory/http-lists.ts'
import { placeRoutes } from './server/directory/http-places.ts'
import { servicePointAggregate, servicePointRoutes } from './server/directory/http-service-points.ts'
import { shelterAggregate, shelterRoutes } from './server/directory/http-shelters.ts'
import { directoryProjection } from './server/directory/projection.ts'

export type DirectoryModule = ServerModule & { readonly door: DirectoryDoor<Tx> }

export const createDirectoryModule = (doors: DirectoryDoors): DirectoryModule => ({
  name: 'directory',
  routes: [...servicePointRoutes(doors), ...listRoutes(doors), ...shelterRoutes(doors), ...placeRoutes(doors)],
  projections: [directoryProjection],
  aggregates: [servicePointAggregate, shelterAggregate],
  door: createDirectoryDoor(doors),
})
