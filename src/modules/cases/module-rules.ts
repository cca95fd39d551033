/* Rules of protection as the program sees them: a module beside the cases. It opens no file; every other part asks its door what is in force. */
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { AccountCareDoor, PeopleDoor } from '../people/contract.ts'
import { underFactor } from './server/file/under-signed.ts'
import { rulesAggregate, rulesRoutes } from './server/rules/http-rules.ts'
import { rulesProjection } from './server/rules/projection-rules.ts'
import { type RulesDoor, openRulesDoor } from './server/rules/rules-door.ts'

export type RulesModule = ServerModule & { readonly door: RulesDoor }

interface Parts {
  readonly people: Pick<PeopleDoor<Tx>, 'organisations'>
  readonly care: AccountCareDoor<Tx>
}
export const createRulesModule = (parts: Parts): RulesModule => ({
  name: 'case-rules',
  routes: underFactor(parts.care, rulesRoutes(parts)),
  projections: [rulesProjection],
  aggregates: [rulesAggregate],
  door: openRulesDoor(parts),
})
