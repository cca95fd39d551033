/* Everything that the page of one site draws: standing, bands, visits, reports, orders, holds. As of a day and as known at an instant. */
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, asId, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { HoldShown, SitePage, VisitShown } from '../../domain/register/answers.ts'
import { QualificationReported } from '../../contract-observations.ts'
import { BlueApplied, SiteHeld } from '../../domain/register/site-words.ts'
import { byClassOnly } from '../../domain/register/interference.ts'
import { type PositionPrecision, shownIcglrId, shownPosition } from '../../domain/register/precision.ts'
import { type Question, type StatusFact, publishedOn } from '../../domain/status/status-fact.ts'
import { type StatusPeriod, statusPeriods } from '../../domain/status/status-periods.ts'
import type { House, SitesDoors } from './place-of-site.ts'
import { readLaw, turnsOf } from '../status/law.ts'
import { areaOf, readAreas } from './read-sites.ts'
import { answerOf, evaluate } from '../status/standings.ts'
import { type FindingRow, listFindingRows, listInspectionRows } from '../missions/store-inspections.ts'
import { type FactRow, type VisitRow, listFactRows, listTraceabilityRows, listVisitRows, rowToFact } from './store-observations.ts'
import { listAnnexRows, orderRowsById } from '../orders/store-orders.ts'
import { type SiteTableRow, findSiteRow } from './store-register.ts'
import { lastVisitOf } from './store-visits.ts'

export async function readSitePage(
  tx: Tx,
  { tenant, doors }: House,
  { site, question, precision }: { readonly site: string; readonly question: Question; readonly precision: PositionPrecision },
): Promise<Outcome<SitePage>> {
  const row = await findSiteRow(tx, tenant, site)
  if (row === null) return refused('no-such-site')
  const factRows = asKnown(await listFactRows(tx, tenant, site), question.knownAt)
  const facts = factRows.map(rowToFact)
  const law = await readLaw(tx, tenant)
  const periods = statusPeriods(facts, {
    site: asId('site', site),
    until: question.asOf,
    knownAt: question.knownAt,
    rulebookOn: (day) => law.rulebookOn(row.country, day, question.knownAt),
    law: turnsOf(law, row.country),
  })
  const visits = (await listVisitRows(tx, tenant, site))
    .filter((visit) => visit.learned_at <= question.knownAt && visit.visited_on <= question.asOf)
    .map((visit) => unlessVoidedLater(visit, question.knownAt))
  const traceability = (await listTraceabilityRows(tx, tenant, site))
    .filter((one) => one.learned_at <= question.knownAt && one.content.date <= question.asOf)
    .map((one) => unlessVoidedLater(one, question.knownAt))
  const shownTraceability = traceability.map((one) => ({
    id: asId('event', one.id),
    on: one.content.date,
    scheme: one.content.scheme,
    asWritten: one.content.asWritten ?? null,
    source: one.content.source,
    outsideTerritory: one.content.outsideTerritory,
    ...endOf(one, one.learned_at),
  }))
  const reports = reportsOf(factRows).filter((report) => report.on <= question.asOf)
  const lastTraceability = shownTraceability.find((one) => one.voidedAt === null)
  return accepted({
    positionPrecision: precision,
    ...(await placeAndNames(tx, doors, { row, precision })),
    standing: answerOf(evaluate({ ...row, law }, facts, question)),
    periods: [...periods],
    lastVisitOn: await lastVisitOf(tx, tenant, { ...question, site }),
    lastReportOn: reports.find((report) => report.voidedAt === null)?.on ?? null,
    lastTraceability: lastTraceability ? { on: lastTraceability.on, scheme: lastTraceability.scheme } : null,
    visits: visits.map((visit) => shownVisit(visit, periods, precision)),
    reports,
    traceability: shownTraceability,
    orders: await ordersOf(tx, tenant, { site, question, facts }),
    holds: holdsOf(factRows, facts, question.asOf),
    blueApplications: bluesOf(factRows),
    inspections: await inspectionsOf(tx, tenant, { site, question }),
  })
}

interface MayBeVoid {
  readonly voided_at: string | null
  readonly void_reason: string | null
}
/** A void that we learned of later had not happened yet for whoever asks. */
const unlessVoidedLater = <Row extends MayBeVoid>(row: Row, knownAt: string): Row =>
  row.voided_at !== null && row.voided_at > knownAt ? { ...row, voided_at: null, void_reason: null } : row

/** The facts without what was learned later: liftings, receipts, objections and voids as well as whole facts. */
const asKnown = (rows: readonly FactRow[], knownAt: string): readonly FactRow[] =>
  rows
    .filter((row) => row.recorded_at <= knownAt)
    .map((row) => {
      const then = unlessVoidedLater(row, knownAt)
      const { content } = then
      if (content.kind === 'hold' && content.lifted && content.lifted.recordedAt > knownAt)
        return { ...then, content: { ...content, lifted: null } }
      if (content.kind !== 'blue') return then
      const [receipts, objections] = [content.receipts, content.objections]
      const known = (one: { readonly recordedAt: string }): boolean => one.recordedAt <= knownAt
      return { ...then, content: { ...content, receipts: receipts.filter(known), objections: objections.filter(known) } }
    })

async function inspectionsOf(
  tx: Tx,
  tenant: string,
  { site, question }: { readonly site: string; readonly question: Question },
): Promise<SitePage['inspections']> {
  const rows = (await listInspectionRows(tx, tenant, { site })).filter(
    (one) => one.opened_at <= question.knownAt && one.inspected_on <= question.asOf,
  )
  const findings = await listFindingRows(
    tx,
    tenant,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, inspected_on, on_site, phase, result, review }) => ({
    inspection: asId('inspection', id),
    on: inspected_on,
    onSite: on_site,
    phase,
    // A verdict that was given later was not known then; the phase is today's.
    result: review !== null && review.at > question.knownAt ? null : result,
    violated: violatedIn(findings.filter((one) => one.inspection_id === id && one.recorded_at <= question.knownAt)),
  }))
}

/** Criteria that the last answer of some member calls violated, in their order. */
function violatedIn(findings: readonly FindingRow[]): string[] {
  const last = new Map(findings.map((one) => [`${one.criterion} ${one.by_body}`, one]))
  const criteria = [...last.values()].filter(({ answer }) => answer === 'violated').map(({ criterion }) => criterion)
  return [...new Set(criteria)].sort()
}

async function placeAndNames(
  tx: Tx,
  doors: SitesDoors,
  { row, precision }: { readonly row: SiteTableRow; readonly precision: PositionPrecision },
) {
  const areas = await readAreas(tx, doors)
  const { stated, place_basis } = row
  const province = areaOf(areas, row.province_code)
  const territoire = areaOf(areas, row.territoire_code)
  const differs = async (level: 'province' | 'territoire', computed: string | null): Promise<boolean> => {
    const name = stated[level]
    if (place_basis !== 'computed' || name === undefined || computed === null) return false
    const said = await doors.places.findArea(tx, level, name)
    return said !== null && said.code !== computed
  }
  return {
    id: asId('site', row.id),
    name: row.name,
    aliases: [...row.aliases],
    nationalId: row.national_id,
    icglrId: shownIcglrId(row.icglr_id, precision),
    country: row.country,
    minerals: [...row.minerals],
    activity: row.activity,
    position: shownPosition(positionOf(row), precision),
    province,
    territoire,
    stated,
    placeDiffers: { province: await differs('province', row.province_code), territoire: await differs('territoire', row.territoire_code) },
    registeredOn: row.registered_on,
    source: row.source,
  }
}

const positionOf = ({ latitude, longitude, position_origin }: SiteTableRow) =>
  latitude === null || longitude === null ? null : { at: { latitude, longitude }, origin: position_origin ?? ('unknown' as const) }

const endOf = (row: { readonly voided_at: string | null; readonly void_reason: string | null }, learnedAt: string) => ({
  learnedAt,
  voidedAt: row.voided_at,
  voidReason: row.void_reason,
})

/** Which body of the team told it is for the cleared: a witness must not be found by a trader. */
const JOINT_TEAM = 'Mission conjointe'
function shownVisit(visit: VisitRow, periods: readonly StatusPeriod[], precision: PositionPrecision): Infer<typeof VisitShown> {
  const { content } = visit
  const withheld = visit.of_joint_team && precision === 'coarse'
  const band = periods.findLast((period) => period.from <= visit.visited_on)
  return {
    id: asId('event', visit.id),
    on: visit.visited_on,
    onSite: visit.on_site,
    notVisitedReason: content.notVisitedReason ?? null,
    source: withheld ? { name: JOINT_TEAM } : content.source,
    position: shownPosition(content.position ?? null, precision),
    stated: content.stated ?? null,
    observed: withheld ? byClassOnly(content.observed) : content.observed,
    armedInterference: visit.armed_interference,
    greenThen: band !== undefined && band.colour === 'green' && !band.lapsed,
    outsideTerritory: content.outsideTerritory,
    ...endOf(visit, visit.learned_at),
  }
}

const reportsOf = (rows: readonly FactRow[]) =>
  rows
    .filter((row) => row.content.kind === 'reported')
    .map((row) => {
      const report = mustParse(QualificationReported, row.detail)
      return {
        id: asId('event', row.id),
        on: report.date,
        reported: report.reported,
        asWritten: report.asWritten ?? null,
        source: report.source,
        observed: report.observed ?? null,
        outsideTerritory: report.outsideTerritory,
        ...endOf(row, row.recorded_at),
      }
    })

function holdsOf(rows: readonly FactRow[], facts: readonly StatusFact[], asOf: string): Infer<typeof HoldShown>[] {
  const holdId = (id: string) => mustParse(SiteHeld.pick({ hold: true }), rows.find((row) => row.id === id)?.detail).hold
  return facts
    .filter((fact) => fact.kind === 'hold')
    .filter((hold) => hold.from <= asOf)
    .map(({ id, by, reason, from, lifted, recordedAt }) => ({
      hold: holdId(id),
      by,
      reason,
      from,
      liftedOn: lifted?.on ?? null,
      learnedAt: recordedAt,
    }))
}

const bluesOf = (rows: readonly FactRow[]) =>
  rows.flatMap((row) => {
    if (row.content.kind !== 'blue') return []
    const { application, exporter, riskAssessment } = mustParse(BlueApplied, row.detail)
    return [
      {
        application,
        exporter,
        riskAssessment,
        receipts: [...row.content.receipts],
        objections: [...row.content.objections],
        learnedAt: row.recorded_at,
      },
    ]
  })

async function ordersOf(
  tx: Tx,
  tenant: string,
  { site, question, facts }: { readonly site: string; readonly question: Question; readonly facts: readonly StatusFact[] },
): Promise<SitePage['orders']> {
  const lines = await listAnnexRows(tx, tenant, { site })
  const orders = await orderRowsById(
    tx,
    tenant,
    lines.map((line) => line.order_id),
  )
  return orders
    .filter((order) => order.recorded_at <= question.knownAt)
    .toSorted((a, b) => (a.effective_from < b.effective_from ? 1 : -1))
    .flatMap((order) => {
      const line = lines.find((one) => one.order_id === order.id)
      const fact = facts.find((one) => one.kind === 'order' && one.order === order.id)
      if (!line || fact?.kind !== 'order') return []
      return {
        order: asId('order', order.id),
        number: order.number,
        orderKind: order.order_kind,
        colour: line.colour,
        proposed: line.proposed,
        deviationReason: line.deviation_reason,
        inspection: line.inspection_id === null ? null : asId('inspection', line.inspection_id),
        signedOn: order.signed_on,
        effectiveFrom: order.effective_from,
        until: order.until,
        publishedOn: fact.published === undefined ? order.published_on : publishedOn(fact, question),
        annulledOn: fact.voidedAt === null ? null : order.annulled_on,
        learnedAt: order.recorded_at,
      }
    })
}
