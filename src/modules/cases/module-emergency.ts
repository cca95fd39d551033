/* What protects those who protect, as the program sees it: the run-book of a breach. Beside the cases: it opens no file and works without them. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { AccountCareDoor } from '../people/contract.ts'
import { underFactor } from './server/file/under-signed.ts'
import { alertRoutes } from './server/emergency/http-alerts.ts'
import { type IsAnsweredFor, breachAggregate, breachRoutes } from './server/emergency/http-breaches.ts'
import type { RulesDoor } from './server/rules/rules-door.ts'
import { emergencyProjection } from './server/emergency/projection.ts'

export { hasOwner } from './server/emergency/breach-waits.ts'
export { emergencyNotices } from './server/emergency/notices.ts'

export { receiversOf } from './server/emergency/store-receivers.ts'

interface Parts {
  readonly care: AccountCareDoor<Tx>
  readonly rules: RulesDoor
}
export const createEmergencyModule = (parts: Parts, isAnsweredFor: IsAnsweredFor): ServerModule => ({
  name: 'emergency',
  routes: underFactor(parts.care, [...breachRoutes(isAnsweredFor), ...alertRoutes(parts)]),
  projections: [emergencyProjection],
  aggregates: [breachAggregate],
})
