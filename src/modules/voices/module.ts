/* The grievance desk as the program sees it: public pages, gateways, the desk, what it decided. */
import type { Database } from '../../platform/database/connect.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { VoiceDoors } from './server/doors.ts'
import { gatewaysFrom } from './server/gateways.ts'
import { voiceAggregate } from './server/aggregate.ts'
import { deskRoutes } from './server/http-desk.ts'
import { gatewayRoutes } from './server/http-gateway.ts'
import { publicRoutes } from './server/http-public.ts'
import { typeInRoutes } from './server/http-type-in.ts'
import { createPatience } from './server/patience.ts'
import { voiceProjection } from './server/projection.ts'
import { sealingWith } from './server/sealing.ts'
import { countReceived } from './server/store.ts'
import type { VoicesDoor } from './contract.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { forget } from './server/store-arrivals.ts'

export { voiceNotices } from './server/notices.ts'

export interface VoicesModule extends ServerModule {
  readonly door: VoicesDoor<Tx>
}

/** `secret` is the server's: with another one, codes are not recognised and texts stay shut. */
export function createVoicesModule({
  secret,
  ...given
}: Omit<VoiceDoors, 'sealing' | 'patience' | 'gateways'> &
  Partial<Pick<VoiceDoors, 'patience' | 'gateways'>> & { readonly secret: string }): VoicesModule {
  const doors: VoiceDoors = {
    ...given,
    sealing: sealingWith(secret),
    patience: given.patience ?? createPatience(),
    gateways: given.gateways ?? gatewaysFrom(process.env['CHANZO_VOICE_GATEWAYS']),
  }
  return {
    name: 'voices',
    routes: [...publicRoutes(doors), ...gatewayRoutes(doors), ...typeInRoutes(doors), ...deskRoutes(doors)],
    projections: [voiceProjection],
    aggregates: [voiceAggregate],
    door: { receivedBetween: countReceived },
  }
}

/** What is kept of a sender for a time only goes by itself, also where no further message comes to take it along. */
export const forgetInTime = ({
  database,
  tenant,
  clock,
}: {
  readonly database: Pick<Database, 'transaction'>
  readonly tenant: string
  readonly clock: () => string
}): Promise<void> => database.transaction((tx) => forget(tx, tenant, clock()))
