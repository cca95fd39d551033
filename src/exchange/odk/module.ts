/* ODK Collect, KoboCollect and exports of their servers, as the program's registry sees them. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import { type DeskParts, deskRoutes } from './server/http-desk.ts'
import { type LoginParts, loginRoutes } from './server/http-logins.ts'
import { type OpenRosaParts, openRosaRoutes } from './server/http-openrosa.ts'

export type { OdkParts } from './server/odk-parts.ts'

export const createOdkModule = (parts: OpenRosaParts & DeskParts & LoginParts): ServerModule => ({
  name: 'odk',
  routes: [...openRosaRoutes(parts), ...loginRoutes(parts), ...deskRoutes(parts)],
  projections: [],
  aggregates: [],
})
