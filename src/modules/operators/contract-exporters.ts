/*
Exporters: approval, status after the third-party audit with its clock, owners, suppliers, depots. Here stand the words that others may use
and the door. Owners are persons or bodies; the names of persons are apart from the log and in none of these shapes.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  exactly,
  id,
  instant,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { Attachment } from '../documents/contract.ts'
import { OrganisationId } from '../people/contract.ts'
import { Mineral } from '../sites/contract.ts'
import { CardSummary } from './contract.ts'

export const OwnerId = id('owner')
export type OwnerId = Id<'owner'>

/** `blue`: new, or not audited for lack of capacity. `none`: nobody has said anything yet. */
export const ExporterStatus = oneOf('green', 'yellow', 'red', 'blue', 'none')
export type ExporterStatus = Infer<typeof ExporterStatus>

/** Whether a body may export on a day, with everything needed to explain it. */
export interface ExporterStanding {
  readonly organisation: OrganisationId
  readonly on: string
  /** The approval that is best on the day; `null` when it has none. */
  readonly approval: CardSummary | null
  readonly approvalHolds: boolean
  readonly status: ExporterStatus
  readonly since: string | null
  /** First day on which the period no longer runs. */
  readonly validUntil: string | null
  /** True when the clock ran out: an overdue yellow counts as red (our proposal). */
  readonly lapsed: boolean
  /** The audit whose committee decision gave the status; its public number. */
  readonly audit: string | null
  /** An appeal is under way; the status stands meanwhile. */
  readonly appealed: boolean
  readonly mayExport: 'yes' | 'conditions' | 'no'
}

export interface ExportersDoor<Tx> {
  readonly exporterOn: (
    tx: Tx,
    tenant: string,
    asked: { readonly organisation: OrganisationId; readonly on: string },
  ) => Promise<ExporterStanding>
  /** Bodies that the exporter names as its suppliers on the day. */
  readonly suppliersOn: (
    tx: Tx,
    tenant: string,
    asked: { readonly organisation: OrganisationId; readonly on: string },
  ) => Promise<readonly OrganisationId[]>
}

/* ---- what a sender may say ---- */

const reason = text(400)
const country = text(2).regex(/^[A-Z]{2}$/, 'not-a-country')
export const Depot = record({ name: text(120), locality: text(160) })
export const DescribeExporter = record({ minerals: listOf(Mineral, 20), depots: listOf(Depot, 50) })
export const NameSupplier = record({ supplier: OrganisationId, from: maybe(calendarDate()) })
export const EndSupplier = record({ supplier: OrganisationId, on: maybe(calendarDate()), reason })
/** Which lists were looked at, on which day, and what came of it. Never whom a match concerned. */
export const SanctionsScreening = record({
  on: maybe(calendarDate()),
  lists: text(200),
  result: oneOf('clear', 'to-examine', 'match'),
})
/** A report on due diligence that the exporter published: kept here, at an address, or both. */
export const LinkReport = record({
  year: whole().min(2000, 'not-a-year').max(2100, 'not-a-year'),
  title: text(160),
  address: maybe(text(400).regex(/^https:\/\/[^\s]+$/, 'not-an-address')),
  file: maybe(Attachment),
})
export const OwnerRole = oneOf('owner', 'beneficial-owner')
export type OwnerRole = Infer<typeof OwnerRole>
/** A body is named in the log; of a person the log knows that there is one. */
export const OwnerHolder = taggedBy('kind', [
  record({ kind: exactly('organisation'), organisation: OrganisationId }),
  record({ kind: exactly('body'), name: text(160), country, registration: maybe(text(60)) }),
  record({ kind: exactly('person') }),
])
export type OwnerHolder = Infer<typeof OwnerHolder>
export const OwnerPersonGiven = record({ name: text(120), nationality: maybe(country) })
export const EnterOwner = record({
  role: OwnerRole,
  holder: OwnerHolder,
  /** 2550 is 25.50 %. */
  shareHundredths: whole().min(1, 'not-a-share').max(10_000, 'not-a-share'),
  from: maybe(calendarDate()),
  /** For a person only; kept apart from the log. */
  person: maybe(OwnerPersonGiven),
})
export const OwnerLeaves = record({ on: maybe(calendarDate()), reason })
export const EraseOwner = record({ reason })
/** New, or not audited for lack of capacity. */
export const AdmitBlue = record({ from: maybe(calendarDate()), reason })

/* ---- what a reader gets back ---- */

export const ExporterStandingAnswer = record({
  organisation: OrganisationId,
  on: calendarDate(),
  approval: orNull(CardSummary),
  approvalHolds: yesOrNo(),
  status: ExporterStatus,
  since: orNull(calendarDate()),
  validUntil: orNull(calendarDate()),
  lapsed: yesOrNo(),
  audit: orNull(text(40)),
  appealed: yesOrNo(),
  mayExport: oneOf('yes', 'conditions', 'no'),
})
export const ExporterSummary = record({
  name: text(),
  standing: ExporterStandingAnswer,
  suppliers: whole(),
  screenedOn: orNull(calendarDate()),
  /** Day on which the committee wants to see it again. */
  followUpOn: orNull(calendarDate()),
})
export type ExporterSummary = Infer<typeof ExporterSummary>
export const SupplierLine = record({
  supplier: OrganisationId,
  name: text(),
  from: calendarDate(),
  until: orNull(calendarDate()),
  reason: orNull(text()),
})
export const OwnerLine = record({
  owner: OwnerId,
  role: OwnerRole,
  holder: OwnerHolder,
  /** Of a body; the name of a person is the answer of another route. */
  name: orNull(text()),
  shareHundredths: whole(),
  from: calendarDate(),
  until: orNull(calendarDate()),
})
export type OwnerLine = Infer<typeof OwnerLine>
export const StatusStep = record({
  status: oneOf('green', 'yellow', 'red', 'blue'),
  from: calendarDate(),
  followUpOn: orNull(calendarDate()),
  audit: orNull(text(40)),
  reason: text(400),
})
export type StatusStep = Infer<typeof StatusStep>
export const ExporterDetail = record({
  summary: ExporterSummary,
  described: orNull(DescribeExporter),
  suppliers: listOf(SupplierLine, 2_000),
  screenings: listOf(record({ on: calendarDate(), lists: text(), result: oneOf('clear', 'to-examine', 'match') }), 500),
  reports: listOf(record({ year: whole(), title: text(), address: orNull(text()), sha256: orNull(text(64)) }), 100),
  history: listOf(StatusStep, 500),
  /** The owners page may be opened by who asks. */
  seesOwners: yesOrNo(),
  /** Who asks may write here. */
  mayWrite: yesOrNo(),
})
export type ExporterDetail = Infer<typeof ExporterDetail>
export const OwnersAnswer = record({
  organisation: OrganisationId,
  name: text(),
  owners: listOf(
    record({ line: OwnerLine, person: orNull(record({ name: text(), nationality: orNull(text(2)) })), erased: yesOrNo() }),
    500,
  ),
  /** Sum of the running shares by role. */
  sums: record({ owner: whole(), 'beneficial-owner': whole() }),
  readAt: instant(),
  mayWrite: yesOrNo(),
})
export type OwnersAnswer = Infer<typeof OwnersAnswer>
