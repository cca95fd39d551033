/*
An exporter as a record that grows: what it trades and where, who supplies it and since when, who owns it, when its names were held against
lists of sanctions, what it published. Shares of a kind never come to more than a whole on any day. It refuses to know the name of a person.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, exactly, maybe, oneOf, record, taggedBy, text, whole } from '../../../../kernel/schema.ts'
import { Attachment } from '../../../documents/contract.ts'
import { OrganisationId } from '../../../people/contract.ts'
import {
  type AdmitBlue,
  DescribeExporter,
  type EndSupplier,
  type EnterOwner,
  type EraseOwner,
  type LinkReport,
  type NameSupplier,
  OwnerHolder,
  OwnerId,
  type OwnerLeaves,
  OwnerRole,
  type SanctionsScreening,
} from '../../contract-exporters.ts'

const reason = text(400)
export const SupplierNamed = record({ supplier: OrganisationId, from: calendarDate() })
export const SupplierEnded = record({ supplier: OrganisationId, on: calendarDate(), reason })
export const ExporterScreened = record({ on: calendarDate(), lists: text(200), result: oneOf('clear', 'to-examine', 'match') })
export const ReportLinked = record({ year: whole(), title: text(160), address: maybe(text(400)), file: maybe(Attachment) })
export const OwnerEntered = record({
  owner: OwnerId,
  role: OwnerRole,
  holder: OwnerHolder,
  shareHundredths: whole(),
  from: calendarDate(),
})
export const OwnerLeft = record({ owner: OwnerId, on: calendarDate(), reason })
export const OwnerErased = record({ owner: OwnerId, reason })
export const AdmittedBlue = record({ from: calendarDate(), reason, by: text(60) })
export const exporterKinds = {
  'exporter.described.v1': DescribeExporter,
  'exporter.supplier-named.v1': SupplierNamed,
  'exporter.supplier-ended.v1': SupplierEnded,
  'exporter.screened.v1': ExporterScreened,
  'exporter.report-linked.v1': ReportLinked,
  'exporter.owner-entered.v1': OwnerEntered,
  'exporter.owner-left.v1': OwnerLeft,
  'exporter.owner-erased.v1': OwnerErased,
  'exporter.admitted-blue.v1': AdmittedBlue,
} as const
type Kinds = typeof exporterKinds
export type ExporterEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
/** As it stands beside the exporter. */
export const ExporterAct = taggedBy('kind', [
  record({ kind: exactly('exporter.described.v1'), payload: DescribeExporter }),
  record({ kind: exactly('exporter.supplier-named.v1'), payload: SupplierNamed }),
  record({ kind: exactly('exporter.supplier-ended.v1'), payload: SupplierEnded }),
  record({ kind: exactly('exporter.screened.v1'), payload: ExporterScreened }),
  record({ kind: exactly('exporter.report-linked.v1'), payload: ReportLinked }),
  record({ kind: exactly('exporter.owner-entered.v1'), payload: OwnerEntered }),
  record({ kind: exactly('exporter.owner-left.v1'), payload: OwnerLeft }),
  record({ kind: exactly('exporter.owner-erased.v1'), payload: OwnerErased }),
  record({ kind: exactly('exporter.admitted-blue.v1'), payload: AdmittedBlue }),
])

export type ExporterCommand =
  | ({ readonly type: 'describe' } & Infer<typeof DescribeExporter>)
  | ({ readonly type: 'name-supplier' } & Infer<typeof NameSupplier>)
  | ({ readonly type: 'end-supplier' } & Infer<typeof EndSupplier>)
  | ({ readonly type: 'screen' } & Infer<typeof SanctionsScreening>)
  | ({ readonly type: 'link-report' } & Infer<typeof LinkReport>)
  | ({ readonly type: 'enter-owner'; readonly owner: OwnerId } & Omit<Infer<typeof EnterOwner>, 'person'>)
  | ({ readonly type: 'owner-leaves'; readonly owner: OwnerId } & Infer<typeof OwnerLeaves>)
  | ({ readonly type: 'erase-owner'; readonly owner: OwnerId } & Infer<typeof EraseOwner>)
  | ({ readonly type: 'admit-blue' } & Infer<typeof AdmitBlue>)

type Named = Infer<typeof SupplierNamed> & { readonly until: string | null; readonly reason: string | null }
type Owner = Infer<typeof OwnerEntered> & { readonly until: string | null; readonly erased: boolean }
export interface ExporterRecord {
  readonly described: Infer<typeof DescribeExporter> | null
  readonly suppliers: readonly Named[]
  readonly owners: readonly Owner[]
  readonly screenings: readonly Infer<typeof ExporterScreened>[]
  readonly reports: readonly Infer<typeof ReportLinked>[]
}
export const emptyExporter: ExporterRecord = { described: null, suppliers: [], owners: [], screenings: [], reports: [] }

export interface ExporterContext {
  readonly today: string
  readonly account: string
  readonly organisation: string
  /** `null`: no such body; `false`: a body that does not export. */
  readonly exports: boolean | null
  readonly mayWrite: boolean
  /** Of a supplier, owner or file that the command names: it is known here. */
  readonly named: boolean
  /** Somebody has said something about its status already. */
  readonly hasStatus: boolean
  readonly own: boolean
}
type Decided = Outcome<readonly ExporterEvent[]>

const runs = (one: { readonly from: string; readonly until: string | null }, day: string): boolean =>
  one.from <= day && (one.until === null || day < one.until)
/** The sum of the shares of a kind on a day. */
export const sharesOn = (owners: readonly Owner[], role: OwnerRole, day: string): number =>
  owners.reduce((sum, one) => (one.role === role && runs(one, day) ? sum + one.shareHundredths : sum), 0)
/** The most that a kind comes to on any day from `from` on. */
const mostFrom = (owners: readonly Owner[], role: OwnerRole, from: string): number =>
  Math.max(...[from, ...owners.map((one) => one.from).filter((day) => day > from)].map((day) => sharesOn(owners, role, day)))

function decide(state: ExporterRecord, command: ExporterCommand, context: ExporterContext): Decided {
  if (context.exports === null) return refused('unknown-operator')
  if (!context.exports) return refused('not-an-exporter')
  if (!context.mayWrite) return refused('operator-not-yours')
  if (command.type === 'describe') {
    const { type: _type, ...payload } = command
    return accepted([{ kind: 'exporter.described.v1', payload }])
  }
  if (command.type === 'name-supplier' || command.type === 'end-supplier') return aboutSupplier(state, command, context)
  if (command.type === 'screen') {
    const on = command.on ?? context.today
    if (on > context.today) return refused('card-day-in-the-future', { on })
    return accepted([{ kind: 'exporter.screened.v1', payload: { on, lists: command.lists, result: command.result } }])
  }
  if (command.type === 'link-report') {
    const { type: _type, ...payload } = command
    if (payload.address === undefined && payload.file === undefined) return refused('report-needs-place')
    if (payload.file !== undefined && !context.named) return refused('report-not-sent')
    return accepted([{ kind: 'exporter.report-linked.v1', payload }])
  }
  if (command.type === 'admit-blue') {
    const from = command.from ?? context.today
    if (context.own) return refused('audit-conflict-of-interest')
    if (context.hasStatus) return refused('exporter-has-status')
    if (from > context.today) return refused('card-day-in-the-future', { on: from })
    return accepted([{ kind: 'exporter.admitted-blue.v1', payload: { from, reason: command.reason, by: context.account } }])
  }
  return aboutOwner(state, command, context)
}

function aboutSupplier(
  state: ExporterRecord,
  command: Extract<ExporterCommand, { readonly supplier: OrganisationId }>,
  context: ExporterContext,
): Decided {
  const { supplier } = command
  const running = state.suppliers.find((one) => one.supplier === supplier && one.until === null)
  if (command.type === 'end-supplier') {
    const on = command.on ?? context.today
    if (!running) return refused('supplier-not-named')
    if (on < running.from) return refused('card-period-not-valid', { from: running.from, until: on })
    return accepted([{ kind: 'exporter.supplier-ended.v1', payload: { supplier, on, reason: command.reason } }])
  }
  const from = command.from ?? context.today
  if (supplier === context.organisation) return refused('supplier-is-itself')
  if (!context.named) return refused('unknown-operator')
  if (running) return refused('supplier-named-already', { from: running.from })
  if (from > context.today) return refused('card-day-in-the-future', { on: from })
  const before = state.suppliers.find((one) => one.supplier === supplier && one.until !== null && from < one.until)
  if (before) return refused('supplier-named-already', { from: before.from })
  return accepted([{ kind: 'exporter.supplier-named.v1', payload: { supplier, from } }])
}

function aboutOwner(
  state: ExporterRecord,
  command: Extract<ExporterCommand, { readonly owner: OwnerId }>,
  context: ExporterContext,
): Decided {
  const known = state.owners.find((one) => one.owner === command.owner)
  if (command.type === 'enter-owner') {
    const { role, holder, shareHundredths, owner } = command
    const from = command.from ?? context.today
    if (from > context.today) return refused('card-day-in-the-future', { on: from })
    if (holder.kind === 'organisation' && holder.organisation === context.organisation) return refused('owner-is-itself')
    if (!context.named) return refused('unknown-operator')
    const most = mostFrom(state.owners, role, from)
    if (most + shareHundredths > 10_000)
      return refused('shares-over-a-whole', { percent: share(most + shareHundredths), left: share(10_000 - most) })
    return accepted([{ kind: 'exporter.owner-entered.v1', payload: { owner, role, holder, shareHundredths, from } }])
  }
  if (!known) return refused('unknown-owner')
  if (command.type === 'erase-owner') {
    if (known.holder.kind !== 'person') return refused('owner-not-a-person')
    if (known.erased) return refused('person-already-erased')
    return accepted([{ kind: 'exporter.owner-erased.v1', payload: { owner: command.owner, reason: command.reason } }])
  }
  const on = command.on ?? context.today
  if (known.until !== null) return refused('owner-left-already', { on: known.until })
  if (on < known.from || on > context.today) return refused('card-period-not-valid', { from: known.from, until: on })
  return accepted([{ kind: 'exporter.owner-left.v1', payload: { owner: command.owner, on, reason: command.reason } }])
}
const share = (hundredths: number): string => (hundredths / 100).toFixed(2)

export function evolveExporter(state: ExporterRecord, event: ExporterEvent): ExporterRecord {
  switch (event.kind) {
    case 'exporter.described.v1':
      return { ...state, described: event.payload }
    case 'exporter.supplier-named.v1':
      return { ...state, suppliers: [...state.suppliers, { ...event.payload, until: null, reason: null }] }
    case 'exporter.supplier-ended.v1': {
      const { supplier, on, reason: why } = event.payload
      const ended = (one: Named): Named => (one.supplier === supplier && one.until === null ? { ...one, until: on, reason: why } : one)
      return { ...state, suppliers: state.suppliers.map(ended) }
    }
    case 'exporter.screened.v1':
      return { ...state, screenings: [...state.screenings, event.payload] }
    case 'exporter.report-linked.v1':
      return { ...state, reports: [...state.reports, event.payload] }
    case 'exporter.owner-entered.v1':
      return { ...state, owners: [...state.owners, { ...event.payload, until: null, erased: false }] }
    case 'exporter.owner-left.v1':
      return withOwner(state, event.payload.owner, { until: event.payload.on })
    case 'exporter.owner-erased.v1':
      return withOwner(state, event.payload.owner, { erased: true })
    case 'exporter.admitted-blue.v1':
      return state
  }
}
const withOwner = (state: ExporterRecord, owner: string, change: Partial<Pick<Owner, 'until' | 'erased'>>): ExporterRecord => ({
  ...state,
  owners: state.owners.map((one) => (one.owner === owner ? { ...one, ...change } : one)),
})

export const exporterDecider: Decider<ExporterRecord, ExporterCommand, ExporterEvent, ExporterContext> = {
  initial: emptyExporter,
  decide,
  evolve: evolveExporter,
}
