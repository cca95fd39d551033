/*
The register of exporters: status with its clock, suppliers, depots, screenings, reports. An exporter writes its own record, the authority every
record; owners have a page of their own. What an exporter wrote about itself is read by everybody who may read the register of operators.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { calendarDate, listOf, maybe, mustParse, parse, record, text } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { fileReply } from '../../../../platform/http/file-reply.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate, Moment } from '../../../../platform/log/aggregate.ts'
import { OrganisationId } from '../../../people/contract.ts'
import {
  AdmitBlue,
  DescribeExporter,
  EndSupplier,
  ExporterDetail,
  ExporterSummary,
  type ExporterSummary as Summary,
  LinkReport,
  NameSupplier,
  SanctionsScreening,
} from '../../contract-exporters.ts'
import {
  ExporterAct,
  type ExporterCommand,
  type ExporterContext,
  type ExporterEvent,
  type ExporterRecord,
  emptyExporter,
  evolveExporter,
  exporterDecider,
  exporterKinds,
} from '../../domain/exporters/exporter.ts'
import { exporterStatusOn } from '../../domain/exporters/status.ts'
import { cardsOnDay } from '../card-answers.ts'
import { type OperatorDoors, briefOf, oversees } from '../doors.ts'
import { operatorsOn } from '../http-operators.ts'
import { listCards } from '../store-cards.ts'
import { standingOf, stepOf } from './door.ts'
import { listAppealed, listExporterActs, listStatus } from './store-exporters.ts'

export const exporterAggregate: Aggregate<ExporterRecord, ExporterCommand, ExporterEvent, ExporterContext> = {
  name: 'exporter',
  decider: exporterDecider,
  kinds: exporterKinds,
}
export const params = record({ organisation: OrganisationId })
export const EXPORTING: readonly string[] = ['comptoir', 'processing_entity', 'refinery']
const Acts = listOf(ExporterAct, 100_000)

export async function recordOf(tx: Tx, tenant: string, organisation: string): Promise<ExporterRecord> {
  const [row] = await listExporterActs(tx, tenant, [organisation])
  return row ? mustParse(Acts, row.acts).reduce(evolveExporter, emptyExporter) : emptyExporter
}

/** Every exporter as it stands on the day; one when asked for one. */
export async function exportersOn(
  tx: Tx,
  doors: Pick<OperatorDoors, 'people'>,
  asked: { readonly tenant: string; readonly on: string; readonly organisation?: string },
): Promise<readonly Summary[]> {
  const { tenant, on } = asked
  const operators = (await operatorsOn(tx, doors, asked)).filter((one) => one.entityType !== null && EXPORTING.includes(one.entityType))
  const ids = operators.map((one) => one.organisation)
  const cards = await cardsOnDay(tx, doors, { tenant, on, rows: await listCards(tx, tenant, { organisations: ids }) })
  const rows = await listStatus(tx, tenant, ids)
  const appealed = new Set(await listAppealed(tx, tenant, ids))
  const records = new Map(
    (await listExporterActs(tx, tenant, ids)).map((row) => [
      row.organisation,
      mustParse(Acts, row.acts).reduce(evolveExporter, emptyExporter),
    ]),
  )
  return operators.map(({ organisation, name, entityType }) => {
    const steps = rows.filter((row) => row.organisation === organisation).map(stepOf)
    const held = cards.filter(({ holder }) => holder.kind === 'organisation' && holder.organisation === organisation)
    const kept = records.get(organisation) ?? emptyExporter
    return {
      name,
      standing: standingOf({
        ...{ organisation, on, processes: entityType !== 'comptoir', cards: held, steps, appealed: appealed.has(organisation) },
      }),
      suppliers: kept.suppliers.filter((one) => one.from <= on && (one.until === null || on < one.until)).length,
      screenedOn: kept.screenings.reduce<string | null>((last, one) => (last === null || one.on > last ? one.on : last), null),
      followUpOn: exporterStatusOn(steps, on).followUpOn,
    }
  })
}

/** The exporter itself, and who may write the register and watches over the trade. */
export const writes = (who: Pick<Who, 'organisation' | 'capabilities'>, organisation: string): boolean =>
  who.capabilities.has('operators.exporters') && (who.organisation === organisation || oversees(who))
export const readsOwners = (who: Pick<Who, 'organisation' | 'capabilities'>, organisation: string): boolean =>
  who.capabilities.has('operators.owners') && (who.organisation === organisation || oversees(who))

export interface Asked {
  readonly tenant: string
  readonly who: Who
  readonly moment: Moment
  readonly organisation: OrganisationId
  readonly names?: OrganisationId | undefined
  readonly file?: string | undefined
}
export async function exporterFacts(tx: Tx, doors: OperatorDoors, asked: Asked): Promise<ExporterContext> {
  const { tenant, who, moment, organisation, names, file } = asked
  const [operator] = await operatorsOn(tx, doors, { tenant, on: moment.today, organisation })
  const known = names === undefined || (await briefOf(tx, doors, { tenant, organisation: names })) !== null
  const kept = file === undefined || (await doors.documents.kept(tx, tenant, [file])).length > 0
  return {
    today: moment.today,
    account: who.account,
    organisation,
    exports: operator ? operator.entityType !== null && EXPORTING.includes(operator.entityType) : null,
    mayWrite: writes(who, organisation) || who.capabilities.has('operators.decide-audit'),
    named: known && kept,
    hasStatus: (await listStatus(tx, tenant, [organisation])).length > 0,
    own: who.organisation === organisation,
  }
}

export const exporterRoutes = (doors: OperatorDoors): readonly Route[] => [...reads(doors), ...acts(doors), reportFile(doors)]

const reads = (doors: OperatorDoors): readonly Route[] => [
  readRoute({
    path: '/api/exporters',
    allow: can('operators.read'),
    summary: 'Exporters with approval, status and its clock on the day; `?on=` asks for another day',
    query: record({ on: maybe(calendarDate()) }),
    answer: record({ on: calendarDate(), exporters: listOf(ExporterSummary) }),
    read: async ({ tx, tenant, query, now }) => {
      const on = query.on ?? todayAt(now)
      return accepted({ on, exporters: [...(await exportersOn(tx, doors, { tenant, on }))] })
    },
  }),
  readRoute({
    path: '/api/exporters/:organisation',
    allow: can('operators.read'),
    summary: 'One exporter: status with its history, suppliers, depots, screenings, reports; without its owners',
    params,
    query: record({ on: maybe(calendarDate()) }),
    answer: ExporterDetail,
    read: async ({ tx, tenant, who, params: { organisation }, query, now }) => {
      const [summary] = await exportersOn(tx, doors, { tenant, on: query.on ?? todayAt(now), organisation })
      if (!summary) return refused('unknown-operator')
      const kept = await recordOf(tx, tenant, organisation)
      const bodies = await doors.people.organisations(tx, [...new Set(kept.suppliers.map((one) => one.supplier))], tenant)
      const names = new Map(bodies.map((one) => [one.id, one.name]))
      return accepted({
        summary,
        described: kept.described,
        suppliers: kept.suppliers.map((one) => ({ ...one, name: names.get(one.supplier) ?? one.supplier })),
        screenings: kept.screenings.toReversed(),
        reports: kept.reports
          .toReversed()
          .map(({ year, title, address = null, file }) => ({ year, title, address, sha256: file?.file.sha256 ?? null })),
        history: (await listStatus(tx, tenant, [organisation])).map(stepOf).toReversed(),
        seesOwners: readsOwners(who, organisation),
        mayWrite: writes(who, organisation),
      })
    },
  }),
]

const runWith =
  (doors: OperatorDoors) =>
  (asked: {
    readonly incoming: {
      readonly door: Parameters<Parameters<typeof writeRoute>[0]['write']>[0]['door']
      readonly who: Who
      readonly tenant: string
      readonly params: { readonly organisation: OrganisationId }
      readonly envelope: Parameters<Parameters<typeof writeRoute>[0]['write']>[0]['envelope']
    }
    readonly command: ExporterCommand
    readonly names?: OrganisationId
    readonly file?: string | undefined
  }) => {
    const {
      door,
      who,
      tenant,
      params: { organisation },
      envelope,
    } = asked.incoming
    return door.execute({
      aggregate: exporterAggregate,
      subject: organisation,
      command: asked.command,
      envelope,
      who,
      context: (tx, _state, moment) =>
        exporterFacts(tx, doors, { tenant, who, moment, organisation, names: asked.names, file: asked.file }),
    })
  }
const allow = can('operators.exporters')

const acts = (doors: OperatorDoors): readonly Route[] => [...chain(runWith(doors)), ...proofs(runWith(doors))]

const chain = (run: ReturnType<typeof runWith>): readonly Route[] => [
  writeRoute({
    params,
    allow,
    path: '/api/exporters/:organisation/descriptions',
    summary: 'Says which minerals an exporter trades and where its depots are',
    body: DescribeExporter,
    write: (incoming) => run({ incoming, command: { type: 'describe', ...incoming.data } }),
  }),
  writeRoute({
    params,
    allow,
    path: '/api/exporters/:organisation/suppliers',
    summary: 'Names a supplier of an exporter, with the day from which it is one',
    body: NameSupplier,
    write: (incoming) => run({ incoming, command: { type: 'name-supplier', ...incoming.data }, names: incoming.data.supplier }),
  }),
  writeRoute({
    params,
    allow,
    path: '/api/exporters/:organisation/supplier-ends',
    summary: 'A supplier is one no longer, with the reason',
    body: EndSupplier,
    write: (incoming) => run({ incoming, command: { type: 'end-supplier', ...incoming.data } }),
  }),
]

const proofs = (run: ReturnType<typeof runWith>): readonly Route[] => [
  writeRoute({
    params,
    allow,
    path: '/api/exporters/:organisation/sanctions-screenings',
    summary: 'Records on which day the names were held against which lists of sanctions, and what came of it',
    body: SanctionsScreening,
    write: (incoming) => run({ incoming, command: { type: 'screen', ...incoming.data } }),
  }),
  writeRoute({
    params,
    allow,
    path: '/api/exporters/:organisation/due-diligence-reports',
    summary: 'Links a report on due diligence that the exporter published',
    body: LinkReport,
    write: (incoming) => run({ incoming, command: { type: 'link-report', ...incoming.data }, file: incoming.data.file?.file.sha256 }),
  }),
  writeRoute({
    params,
    allow: can('operators.decide-audit'),
    path: '/api/exporters/:organisation/blue-admissions',
    summary: 'Admits an exporter that is new or was not audited for lack of capacity (blue)',
    body: AdmitBlue,
    write: (incoming) => run({ incoming, command: { type: 'admit-blue', ...incoming.data } }),
  }),
]

/** Only a file that the exporter's record points to. */
const reportFile = (doors: OperatorDoors): Route => {
  const asked = record({ organisation: OrganisationId, sha256: text(64) })
  return rawRoute({
    method: 'GET',
    path: '/api/exporters/:organisation/due-diligence-reports/:sha256',
    allow: can('operators.read'),
    summary: 'A report on due diligence as the exporter sent it',
    schemas: { params: asked },
    answer: async ({ params: given, tenant, door }) => {
      const read = parse(asked, given)
      if (!read.ok) return badInput(read.faults)
      const { organisation, sha256 } = read.value
      const file = await door.read(async (tx) => {
        const kept = await recordOf(tx, tenant, organisation)
        return kept.reports.some((one) => one.file?.file.sha256 === sha256) ? doors.documents.content(tx, tenant, sha256) : null
      })
      return file === null ? outcomeReply(refused('unknown-exporter-report')) : fileReply(file, 'report')
    },
  })
}
