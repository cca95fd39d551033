/* One thing that a scan asks a rule about: the inputs, what would tell it apart from others, and what a hit would be about. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { SiteOverview } from '../../../sites/contract.ts'
import type { ScanDoors } from './scan-doors.ts'
import type { BaselineRow, FigureRow } from './store-ledger.ts'

export interface Candidate {
  readonly rule: string
  /** With the rule and its severity it makes the fingerprint: the same things give the same hit once. */
  readonly key: string
  readonly inputs: unknown
  readonly site: string | null
  /** P-code, for what is about a region. */
  readonly area?: string
  readonly period: string | null
  readonly mineral: string | null
  readonly lots: readonly string[] | { readonly site: string; readonly from: string; readonly to: string }
  /** Organisations whose business it is beside the holders of the lots. */
  readonly parties?: readonly (string | null)[]
  /** Whose figures they are is told and heard alone: neither who holds the lots now nor who keeps the box of the site. */
  readonly partiesAlone?: boolean
}
/** What every gatherer may read; sites, baselines and figures are read once a scan. */
export interface Gathering {
  readonly tx: Tx
  readonly tenant: string
  readonly today: string
  readonly sites: ReadonlyMap<string, SiteOverview>
  readonly baselines: ReadonlyMap<string, readonly BaselineRow[]>
  readonly figures: readonly FigureRow[]
  readonly now: string
  readonly doors: ScanDoors
}
export type Gather = (gathering: Gathering) => Promise<readonly Candidate[]>

export interface Baseline {
  readonly miners: number
  readonly monthlyGrams: number
}
/** The newest report up to the day, or the oldest one after it; minerals together. */
export function baselineOn(
  { baselines }: Gathering,
  site: string,
  { day, mineral }: { readonly day: string; readonly mineral?: string },
): Baseline | null {
  const rows = baselines.get(site) ?? []
  const on = rows.filter((row) => row.observedOn <= day).at(-1)?.observedOn ?? rows[0]?.observedOn
  const ofReport = rows.filter((row) => row.observedOn === on)
  const first = ofReport[0]
  if (!first) return null
  const counted = ofReport.filter((row) => mineral === undefined || row.mineral === mineral)
  return { miners: first.miners, monthlyGrams: counted.reduce((sum, row) => sum + (row.monthlyGrams ?? 0), 0) }
}
