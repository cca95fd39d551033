/* What every module may be made of: the world of one server. */
import type { Database } from '../platform/database/connect.ts'
import type { Dispatch, DispatchTogether } from '../platform/http/dispatch.ts'
import type { KeyRing } from '../platform/keys/signer.ts'
import type { Log } from '../platform/log/log.ts'

export interface ModuleParts {
  readonly database: Database
  readonly keys: KeyRing
  readonly tenant: string
  readonly clock: () => string
  readonly baseUrl: string
  readonly secret: string
  /** Of a demonstration, where an organisation may do without the second factor. */
  readonly isDemonstration: boolean
  /** The log is opened after the modules are made, because it runs their projections. */
  readonly log: () => Log
  /** Another route of this server, asked from inside; the routes are known once all modules are made. */
  readonly dispatch: Dispatch
  readonly dispatchTogether: DispatchTogether
}
