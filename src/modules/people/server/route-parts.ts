/* What the routes of this module share: where plain rows are written, and what every write is asked with. */
import type { Database } from '../../../platform/database/connect.ts'
import type { Door } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { CommandEnvelope } from '../../../platform/log/receipt.ts'
import type { Areas } from './facts.ts'
import type { FactorRules } from './second-factor.ts'

export interface RouteParts {
  readonly database: Pick<Database, 'read' | 'transaction' | 'single'>
  readonly places: Areas
  readonly baseUrl: string
  readonly factors: FactorRules
}

export interface Asked {
  readonly door: Door
  readonly who: Who
  readonly envelope: CommandEnvelope
}
