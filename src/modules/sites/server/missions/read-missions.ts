/* Missions and inspections as a reader sees them. No name of a person: members are bodies, with an account id where there is one. */
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { answeredOf } from '../../domain/missions/inspection.ts'
import type { InspectionList, InspectionPage, MissionList, MissionPage } from '../../domain/missions/mission-answers.ts'
import { proposeColour } from '../../domain/missions/propose-colour.ts'
import { yellowBefore } from '../facts.ts'
import {
  type FindingRow,
  type InspectionFilter,
  type InspectionRow,
  findInspectionRow,
  listDissentRows,
  listFindingRows,
  listInspectionRows,
  listSignatureRows,
} from './store-inspections.ts'
import { type MissionRow, findMissionRow, listMissionRows, missionReference } from './store-missions.ts'
import { listAnnexRows, orderNumbersOf, orderRowsById } from '../orders/store-orders.ts'
import { siteRowsById } from '../register/store-register.ts'

export type Names = (site: string) => { readonly name: string; readonly nationalId: string }
export async function namesOf(tx: Tx, tenant: string, sites: readonly string[]): Promise<Names> {
  const rows = new Map((await siteRowsById(tx, tenant, [...new Set(sites)])).map((row) => [row.id, row]))
  return (site) => ({ name: rows.get(site)?.name ?? site, nationalId: rows.get(site)?.national_id ?? '—' })
}

const missionShort = (row: MissionRow, names: Names) => ({
  mission: asId('mission', row.id),
  missionKind: row.mission_kind,
  phase: row.phase,
  plannedFrom: row.planned_from,
  plannedTo: row.planned_to,
  startedOn: row.started_on,
  closedOn: row.closed_on,
  sites: row.content.sites.map((site) => ({ site, ...names(site) })),
})

export async function readMissionList(tx: Tx, tenant: string, phase: string | undefined): Promise<MissionList> {
  const rows = await listMissionRows(tx, tenant, phase ?? null)
  const names = await namesOf(
    tx,
    tenant,
    rows.flatMap((row) => row.content.sites),
  )
  return { missions: rows.map((row) => ({ ...missionShort(row, names), members: row.content.members.length })) }
}

export async function readMission(tx: Tx, tenant: string, mission: string): Promise<Outcome<MissionPage>> {
  const row = await findMissionRow(tx, tenant, mission)
  if (row === null) return refused('no-such-mission')
  const { content } = row
  return accepted({
    ...missionShort(row, await namesOf(tx, tenant, content.sites)),
    reference: (await missionReference(tx, tenant, row.id)) ?? '–',
    members: content.members,
    legalBasis: content.legalBasis,
    fundingBody: content.fundingBody ?? null,
    titleHolderConsents: content.titleHolderConsents ?? [],
    securityClearance: content.securityClearance ?? null,
    note: row.note,
    inspections: (await readInspectionList(tx, tenant, { mission })).inspections,
  })
}

export async function readInspectionList(tx: Tx, tenant: string, filter: InspectionFilter): Promise<InspectionList> {
  const rows = await listInspectionRows(tx, tenant, filter)
  const findings = await listFindingRows(
    tx,
    tenant,
    rows.map((row) => row.id),
  )
  const names = await namesOf(
    tx,
    tenant,
    rows.map((row) => row.site_id),
  )
  const byInspection = Map.groupBy(findings, (finding) => finding.inspection_id)
  const orderNumbers = await orderNumbersOf(
    tx,
    tenant,
    rows.map((row) => row.id),
  )
  return { inspections: rows.map((row) => inspectionShort(row, { findings: byInspection.get(row.id) ?? [], names, orderNumbers })) }
}

interface BesideInspection {
  readonly findings: readonly FindingRow[]
  readonly names: Names
  readonly orderNumbers: ReadonlyMap<string, string>
}
function inspectionShort(row: InspectionRow, { findings, names, orderNumbers }: BesideInspection) {
  const { answered, of } = answeredOf(newestInTime(findings))
  return {
    inspection: asId('inspection', row.id),
    site: asId('site', row.site_id),
    ...names(row.site_id),
    mission: row.mission_id === null ? null : asId('mission', row.mission_id),
    on: row.inspected_on,
    phase: row.phase,
    result: row.result,
    answered,
    questions: of,
    orderNumber: orderNumbers.get(row.id) ?? null,
  }
}

/** The form as it stands: the last answer per criterion that came before the signature. */
const newestInTime = (findings: readonly FindingRow[]): readonly FindingRow[] => [
  ...new Map(findings.filter((finding) => !finding.late).map((finding) => [finding.criterion, finding])).values(),
]

export async function readInspection(tx: Tx, tenant: string, inspection: string): Promise<Outcome<InspectionPage>> {
  const row = await findInspectionRow(tx, tenant, inspection)
  if (row === null) return refused('no-such-inspection')
  const findings = await listFindingRows(tx, tenant, [inspection])
  const dissents = await listDissentRows(tx, tenant, inspection)
  const standing = newestInTime(findings)
  const previousYellow = await yellowBefore({ tx, tenant }, row.site_id, row.inspected_on)
  const open = row.phase === 'draft' || row.phase === 'returned'
  const now = proposeColour({ findings: standing, previousYellow, dissents: dissents.map((one) => one.criterion) })
  const proposal = open ? now : (row.proposal ?? now)
  const lines = await listAnnexRows(tx, tenant, { inspection })
  const orders = await orderRowsById(
    tx,
    tenant,
    lines.map((line) => line.order_id),
  )
  return accepted({
    ...inspectionShort(row, {
      findings,
      names: await namesOf(tx, tenant, [row.site_id]),
      orderNumbers: await orderNumbersOf(tx, tenant, [inspection]),
    }),
    onSite: row.on_site,
    notVisitedReason: row.not_visited_reason,
    purpose: row.purpose,
    members: [...row.members],
    rulebook: row.rulebook,
    findings: [...standing, ...findings.filter((finding) => finding.late)].map(shownFinding),
    dissents: dissents.map((one) => ({ by: one.by_body, criterion: one.criterion, reason: one.reason, recordedAt: one.recorded_at })),
    signatures: (await listSignatureRows(tx, tenant, inspection)).map((one) => ({
      body: one.body,
      head: one.head,
      signedAt: one.signed_at,
    })),
    proposal: {
      result: proposal.result,
      because: [...proposal.because],
      repeated: [...proposal.repeated],
      reviewOn: [...proposal.reviewOn],
    },
    review: row.review,
    orders: orders.map((order) => ({
      order: asId('order', order.id),
      number: order.number,
      colour: lines.find((line) => line.order_id === order.id)?.colour ?? 'none',
    })),
  })
}

const shownFinding = (finding: FindingRow) => ({
  criterion: finding.criterion,
  answer: finding.answer,
  narrative: finding.narrative,
  evidence: [...finding.evidence],
  sourcesConsulted: [...finding.sources_consulted],
  by: finding.by_body,
  late: finding.late,
  recordedAt: finding.recorded_at,
})
