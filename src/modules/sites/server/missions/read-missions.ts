/* Missions and inspections as a reader sees them. No name of a person: members are bodies, with an account id where there is one. */
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { answeredOf } from '../../domain/missions/inspection-state.ts'
import { budgetTotals } from '../../domain/missions/budget-totals.ts'
import type { InspectionList, MissionList, MissionPage } from '../../domain/missions/mission-answers.ts'
import { type Reader, maySeeSecurity, whoMaySeePlans } from './reader.ts'
import { type FindingRow, type InspectionFilter, type InspectionRow, listFindingRows, listInspectionRows } from './store-inspections.ts'
import type { MissionPlanned } from '../../domain/missions/mission.ts'
import { type MissionRow, findMissionRow, listMissionChanges, listMissionRows, missionReference } from './store-missions.ts'
import { orderNumbersOf } from '../orders/store-orders.ts'
import { siteRowsById } from '../register/store-register.ts'

export type Names = (site: string) => { readonly name: string; readonly nationalId: string }
export async function namesOf(tx: Tx, tenant: string, sites: readonly string[]): Promise<Names> {
  const rows = new Map((await siteRowsById(tx, tenant, [...new Set(sites)])).map((row) => [row.id, row]))
  return (site) => ({ name: rows.get(site)?.name ?? site, nationalId: rows.get(site)?.national_id ?? '—' })
}

interface Beside {
  readonly names: Names
  readonly province: MissionPage['province']
  readonly withheld: boolean
}
const missionShort = (row: MissionRow, { names, province, withheld }: Beside) => ({
  mission: asId('mission', row.id),
  missionKind: row.mission_kind,
  phase: row.phase,
  plannedFrom: withheld ? null : row.planned_from,
  plannedTo: withheld ? null : row.planned_to,
  startedOn: row.started_on,
  closedOn: row.closed_on,
  sites: withheld ? [] : row.content.sites.map((site) => ({ site, ...names(site) })),
  province,
  ...(withheld ? { withheld } : {}),
})

export async function readMissionList(
  tx: Tx,
  tenant: string,
  asked: Reader & { readonly phase?: string | undefined },
): Promise<MissionList> {
  const rows = await listMissionRows(tx, tenant, asked.phase ?? null)
  const names = await namesOf(
    tx,
    tenant,
    rows.flatMap((row) => row.content.sites),
  )
  const maySee = await whoMaySeePlans(tx, asked)
  const areas = await placeNames(tx, asked)
  return {
    missions: rows.map((row) => {
      const { members, province } = row.content
      const withheld = row.phase === 'planned' && !maySee(members)
      return {
        ...missionShort(row, { names, withheld, province: province === undefined ? null : areas(province) }),
        members: withheld ? 0 : members.length,
      }
    }),
  }
}

export async function readMission(tx: Tx, tenant: string, asked: Reader & { readonly mission: string }): Promise<Outcome<MissionPage>> {
  const row = await findMissionRow(tx, tenant, asked.mission)
  if (row === null) return refused('no-such-mission')
  const { content } = row
  const withheld = row.phase === 'planned' && !(await whoMaySeePlans(tx, asked))(content.members)
  const areas = await placeNames(tx, asked)
  const province = content.province === undefined ? null : areas(content.province)
  const act = {
    ...missionShort(row, { names: await namesOf(tx, tenant, content.sites), province, withheld }),
    reference: (await missionReference(tx, tenant, row.id)) ?? '–',
    legalBasis: content.legalBasis,
    teamRules: content.teamRules ?? null,
  }
  if (withheld) return accepted({ ...act, ...NOTHING_OF_THE_PLAN })
  const cleared = await maySeeSecurity(tx, asked, content.members)
  const changes = await listMissionChanges(tx, tenant, row.id)
  return accepted({
    ...act,
    members: content.members,
    fundingBody: content.fundingBody ?? null,
    cause: content.cause ?? null,
    territoires: (content.territoires ?? []).map(areas),
    titleHolderConsents: content.titleHolderConsents ?? [],
    securityClearance: cleared ? (content.securityClearance ?? null) : null,
    securityNote: noteShown(content.securityNote, cleared),
    budget: content.budget ?? [],
    budgetTotals: [...budgetTotals(content.budget ?? [])],
    itinerary: cleared ? (content.itinerary ?? []) : [],
    stays: cleared ? (content.stays ?? []) : [],
    risks: cleared ? (content.risks ?? []) : [],
    wayWithheld: !cleared && [content.itinerary, content.stays, content.risks].some((list) => (list ?? []).length > 0),
    missingBodies: content.missingBodies ?? [],
    changes: changes.map((one) => ({ reason: one.reason, at: one.changed_at })),
    note: row.note,
    inspections: (await readInspectionList(tx, tenant, { mission: asked.mission })).inspections,
  })
}

/** What a stranger to the team reads of a mission that has not left, beside its kind, its act and its province. */
const NOTHING_OF_THE_PLAN = {
  ...{ members: [], territoires: [], titleHolderConsents: [], budget: [], budgetTotals: [], itinerary: [], stays: [], risks: [] },
  ...{ missingBodies: [], changes: [], inspections: [] },
  ...{ fundingBody: null, cause: null, securityClearance: null, securityNote: null, note: null },
  wayWithheld: true,
}

function noteShown(note: MissionPlanned['securityNote'], cleared: boolean): MissionPage['securityNote'] {
  if (note === undefined) return null
  const { givenBy, date, level, validUntil = null, text = null } = note
  return { givenBy, date, level, validUntil, text: cleared ? text : null, withheld: !cleared && text !== null }
}

async function placeNames(tx: Tx, { doors }: Reader): Promise<(code: string) => { code: string; name: string }> {
  const all = [...(await doors.places.listAreas(tx, 'province')), ...(await doors.places.listAreas(tx, 'territoire'))]
  const areas = new Map<string, string>(all.map((area) => [area.code, area.name]))
  return (code) => ({ code, name: areas.get(code) ?? code })
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
export function inspectionShort(row: InspectionRow, { findings, names, orderNumbers }: BesideInspection) {
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
export const newestInTime = (findings: readonly FindingRow[]): readonly FindingRow[] => [
  ...new Map(findings.filter((finding) => !finding.late).map((finding) => [finding.criterion, finding])).values(),
]
