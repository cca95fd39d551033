/* What reports are given by the program: doors of others, the way to their routes under the author's own name, and the database for drafts. */
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Dispatch } from '../../../platform/http/dispatch.ts'
import type { TradesDoor } from '../../custody/contract-trades.ts'
import type { IncidentsDoor } from '../../incidents/contract.ts'
import type { ExportersDoor } from '../../operators/contract-exporters.ts'
import type { PeopleDoor } from '../../people/contract.ts'
import type { PlacesDoor } from '../../places/contract.ts'
import type { RisksDoor } from '../../risks/contract.ts'
import type { SitesDoor } from '../../sites/contract.ts'

export interface ReportHouse {
  readonly database: Database
  readonly dispatch: Dispatch
  readonly sites: SitesDoor<Tx>
  readonly people: PeopleDoor<Tx>
  readonly places: PlacesDoor<Tx>
  readonly trades: TradesDoor<Tx>
  /** Registers that may not be there, or are made later; what none of them answers is a gap. */
  readonly later: {
    readonly incidents: () => IncidentsDoor<Tx> | null
    readonly risks: () => RisksDoor<Tx> | null
    readonly exporters: () => ExportersDoor<Tx> | null
  }
}
