import type { Json, JsonObject } from './json.ts'

/** A command of custody that an event amounts to; `data` as the route of that command takes it. Identifiers of lots, sites and parties are resolved by the server. */
export interface CustodyCommand {
  readonly type:
    | 'register-bag'
    | 'combine-lots'
    | 'transfer-lot'
    | 'receive-lot'
    | 'record-assay'
    | 'split-lot'
    | 'process-lot'
    | 'quarantine-lot'
    | 'release-lot'
    | 'correct-mass'
    | 'void-lot'
  /** Canonical identifier of the lot that it is about. */
  readonly lot: string
  readonly data: { readonly [name: string]: Json }
}
export type ToCustody =
  | { readonly commands: readonly CustodyCommand[]; readonly kept: null }
  /** Kept as received: why (`no-mass`, `unknown-lot`, `not-a-custody-act`, …). */
  | { readonly commands: readonly []; readonly kept: { readonly reason: string; readonly detail: string } }
export interface ImportContext {
  /** Our own identifiers begin with this. */
  readonly base: string
}
export const commandsFromEvent = (_normal: JsonObject, _context: ImportContext): ToCustody => ({
  commands: [],
  kept: { reason: 'not-a-custody-act', detail: '' },
})
