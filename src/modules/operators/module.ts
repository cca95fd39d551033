/* Operators as the program sees them: routes, projection, kinds of event, the door for rules and certificates, and what is told to whom. */
import { createHmac } from 'node:crypto'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { OperatorsDoor } from './contract.ts'
import type { ExportersDoor } from './contract-exporters.ts'
import { createOperatorsDoor } from './server/door.ts'
import { createExportersDoor } from './server/exporters/door.ts'
import { auditAggregate, auditRoutes } from './server/exporters/http-audits.ts'
import { exporterAggregate, exporterRoutes } from './server/exporters/http-exporters.ts'
import { ownerRoutes } from './server/exporters/http-owners.ts'
import { exporterProjection } from './server/exporters/projection.ts'
import type { OperatorDoors } from './server/doors.ts'
import { artisanAggregate, artisanRoutes } from './server/http-artisans.ts'
import { cardAggregate, cardRoutes } from './server/http-cards.ts'
import { monthRoutes, reportAggregate } from './server/http-months.ts'
import { operatorAggregate, operatorRoutes } from './server/http-operators.ts'
import { operatorProjection } from './server/projection.ts'

export { exporterNotices } from './server/exporters/notices.ts'
export { operatorNotices } from './server/notices.ts'

export type OperatorsModule = ServerModule & {
  readonly door: OperatorsDoor<Tx>
  readonly exporters: ExportersDoor<Tx>
  readonly doors: OperatorDoors
}

/** `secret` is the server's: with another one, an identity that comes twice is no longer recognised as one that came before. */
export function createOperatorsModule({
  secret,
  ...given
}: Omit<OperatorDoors, 'identityHash'> & { readonly secret: string }): OperatorsModule {
  const doors: OperatorDoors = {
    ...given,
    identityHash: (tenant, number) =>
      createHmac('sha256', secret)
        .update(`artisan-identity/${tenant}/${number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')}`)
        .digest('hex'),
  }
  return {
    name: 'operators',
    routes: [
      ...[...operatorRoutes(doors), ...artisanRoutes(doors), ...cardRoutes(doors), ...monthRoutes(doors)],
      ...[...exporterRoutes(doors), ...ownerRoutes(doors), ...auditRoutes(doors)],
    ],
    projections: [operatorProjection, exporterProjection],
    aggregates: [operatorAggregate, artisanAggregate, cardAggregate, reportAggregate, exporterAggregate, auditAggregate],
    door: createOperatorsDoor(doors),
    exporters: createExportersDoor(doors),
    doors,
  }
}
