/*
What the fillers of reports are given: the record as the author may see it, gathered by the server. `null` says that nobody could
answer (no such register, or not for this reader); an empty list says that somebody looked and there is nothing. The two are never mixed up.
*/
import type { LotComposition } from '../../custody/contract-tracing.ts'
import type { DossierDetail } from '../../certificates/contract.ts'
import type { IncidentBrief } from '../../incidents/contract.ts'
import type { ExporterStanding } from '../../operators/contract-exporters.ts'
import type { RiskLine, Suspension } from '../../risks/contract.ts'
import type { Mineral, SiteBrief, Standing } from '../../sites/contract.ts'
import type { ReportPeriod, ReportSubject, StatisticRow } from '../contract.ts'

export interface Shipment {
  readonly number: string
  readonly status: string
  readonly lotNumber: string
  readonly lot: string
  readonly mineral: Mineral
  readonly massGrams: number
  readonly exporter: string
  readonly exporterName: string
  readonly importerName: string
  readonly issuedOn: string
  readonly expiresOn: string
  readonly origin: readonly string[]
  readonly grade: string
  /** `null`: not for this reader. */
  readonly dossier: DossierDetail | null
  readonly composition: LotComposition | null
}
export interface ReportRecord {
  readonly today: string
  readonly period: ReportPeriod
  readonly subject: ReportSubject
  /** The body that the report is about, by name. */
  readonly subjectName: string | null
  readonly authorName: string
  /** Whether the author watches over the trade; an exporter writes of itself. */
  readonly isAuthority: boolean
  readonly shipments: readonly Shipment[] | null
  /** More certificates than are read for one report. */
  readonly shortened: boolean
  /** Lots in hand of the subject that are not exported; `null` where nobody counted. */
  readonly lots: { readonly count: number; readonly grams: number } | null
  readonly sites: readonly (SiteBrief & { readonly provinceName: string | null; readonly country: string })[]
  /** Standing on the first and last production day of each site that a shipment names. */
  readonly standings: readonly { readonly site: string; readonly on: string; readonly standing: Standing }[]
  readonly incidents: readonly IncidentBrief[] | null
  readonly suspensions: readonly Suspension[] | null
  /** Risks and flags of the bodies, mines and roads of the report's chain, as they stood at the end of the period. */
  readonly risks: readonly RiskLine[] | null
  readonly exporter: ExporterStanding | null
  readonly suppliers: readonly { readonly id: string; readonly name: string }[] | null
  readonly names: ReadonlyMap<string, string>
  readonly statistics: readonly (StatisticRow & { readonly source: string })[]
  readonly texts: ReadonlyMap<string, { readonly text: string; readonly version: number }>
}
