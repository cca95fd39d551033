import type { Json } from './json.ts'

/** A command of custody that an event amounts to; `data` as the route of that command takes it. Identifiers of lots, sites and parties are resolved by the server. */
export interface CustodyCommand {
  readonly type: CommandType
  /** Canonical identifier of the lot that it is about. */
  readonly lot: string
  readonly data: { readonly [name: string]: Json }
  /** Of a processing: what its outputs are called in the event, in the order of `data.outputs`. */
  readonly outputs?: readonly { readonly lot: string; readonly number: string }[]
}
export type CommandType =
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
  | 'record-leg'
  | 'reject-lot'
  | 'take-back-lot'
  | 'store-lot'
  | 'leave-depot'
  | 'seize-lot'
  | 'lift-seizure'
  | 'pack-lot'
