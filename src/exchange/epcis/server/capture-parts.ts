/* What the parts of the EPCIS server are handed, and an event that was read and named. */
import type { Database } from '../../../platform/database/connect.ts'
import type { Dispatch } from '../../../platform/http/dispatch.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Log } from '../../../platform/log/log.ts'
import type { ReadEvent } from '../domain/document.ts'
import type { Named } from './event-rows.ts'
import type { Custody } from './sight.ts'

export interface CaptureParts {
  readonly database: Database
  readonly log: () => Log
  readonly custody: Custody
  readonly dispatch: Dispatch
  readonly baseUrl: string
  readonly tenant: string
  readonly clock: () => string
  /** The account as it may act now; null where it was closed. */
  readonly whoOf: (account: string) => Promise<Who | null>
}

export interface Good extends Named {
  readonly index: number
  readonly event: ReadEvent
}
