/* What waits for somebody: statuses about to end, greens that lapsed or were contradicted, inspections and missions under way. */
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Attention } from '../../domain/register/answers.ts'
import type { Question } from '../../domain/status/status-fact.ts'
import { outsideOf } from '../../domain/register/territory.ts'
import { pageOf, slice } from '../questions.ts'
import { readLaw } from './law.ts'
import { type FoundSite, readFindings } from './read-validity.ts'
import { evaluate, factsBySite, shortOf } from './standings.ts'
import { listInspectionRows } from '../missions/store-inspections.ts'
import { listMissionRows } from '../missions/store-missions.ts'
import { listSiteRows } from '../register/store-register.ts'

const SOON_DAYS = 30
type Territory = 'everywhere' | readonly string[]

type Shown = ReturnType<typeof pageOf>

/** Only sites within the territory of who asks; missions and inspections of those sites. Of each list one page, the first 50 if not said. */
export async function readAttention(tx: Tx, tenant: string, wish: Wish): Promise<Attention> {
  const { question, page = pageOf({}) } = wish
  const facts = await factsBySite(tx, tenant)
  const rows = await nearRows(tx, tenant, wish)
  const near = new Map(rows.map((row) => [row.id, row]))
  const law = await readLaw(tx, tenant)
  const standings = new Map(rows.map((row) => [row.id, shortOf(evaluate({ ...row, law }, facts.get(row.id) ?? [], question))]))
  const waiting = (site: string, day: string | null): Attention['expiringIn30Days']['first'] => {
    const row = near.get(site)
    const standing = standings.get(site)
    return row && standing ? [{ site: asId('site', site), name: row.name, nationalId: row.national_id, standing, day }] : []
  }
  const expiring = [...standings].flatMap(([site, standing]) =>
    !standing.lapsed && standing.daysLeft !== null && standing.daysLeft <= SOON_DAYS ? waiting(site, standing.validUntil) : [],
  )
  const found = (await readFindings(tx, tenant, question)).filter((one) => near.has(one.site))
  const behind = (figure: FoundSite['figures'][number], day: (one: FoundSite) => string | null) =>
    found.filter((one) => one.figures.includes(figure)).flatMap((one) => waiting(one.site, day(one)))
  return {
    asOf: question.asOf,
    expiringIn30Days: counted(expiring, 'soonest', page),
    greenWithInterference: counted(
      behind('interferenceWhileGreen', (one) => one.interferenceWhile.at(-1) ?? null),
      'newest',
      page,
    ),
    lapsedGreens: counted(
      behind('newestGreenLapsed', (one) => standings.get(one.site)?.lapse?.on ?? one.newestGreenOn),
      'newest',
      page,
    ),
    ...(await work(tx, tenant, { near, page })),
  }
}

interface Wish {
  readonly question: Question
  readonly territory: Territory
  readonly page?: Shown
}
const nearRows = async (tx: Tx, tenant: string, { question, territory }: Wish) =>
  (await listSiteRows(tx, tenant, question.knownAt)).filter(
    (row) => outsideOf(territory, { province: row.province_code, territoire: row.territoire_code }) === null,
  )

/** The forms that wait for a reviewer or for their team, and the missions under way, without a standing being computed. */
export async function readWork(tx: Tx, tenant: string, wish: Wish): ReturnType<typeof work> {
  const near = new Map((await nearRows(tx, tenant, wish)).map((row) => [row.id, row]))
  return work(tx, tenant, { near, page: wish.page ?? pageOf({}) })
}

type Near = ReadonlyMap<string, { readonly name: string }>
async function formsIn(
  tx: Tx,
  tenant: string,
  { near, phase }: { readonly near: Near; readonly phase: string },
): Promise<Attention['inspectionsToReview']['first']> {
  return (await listInspectionRows(tx, tenant, { phase })).flatMap((one) => {
    const site = near.get(one.site_id)
    if (!site) return []
    const [inspection, id] = [asId('inspection', one.id), asId('site', one.site_id)]
    return [{ inspection, site: id, name: site.name, on: one.inspected_on, result: one.result }]
  })
}

async function work(
  tx: Tx,
  tenant: string,
  { near, page }: { readonly near: Near; readonly page: Shown },
): Promise<Pick<Attention, 'inspectionsToReview' | 'inspectionsReturned' | 'missionsInProgress'>> {
  const [submitted, returned] = [
    await formsIn(tx, tenant, { near, phase: 'submitted' }),
    await formsIn(tx, tenant, { near, phase: 'returned' }),
  ]
  const inField = (await listMissionRows(tx, tenant, 'in-field')).filter((one) => one.content.sites.some((site) => near.has(site)))
  const missions = inField.map((one) => ({
    mission: asId('mission', one.id),
    missionKind: one.mission_kind,
    plannedFrom: one.planned_from,
    plannedTo: one.planned_to,
    sites: one.content.sites.length,
    phase: one.phase,
  }))
  return {
    inspectionsToReview: { count: submitted.length, first: slice(submitted, page) },
    inspectionsReturned: { count: returned.length, first: slice(returned, page) },
    missionsInProgress: { count: missions.length, first: slice(missions, page) },
  }
}

/** What rests on an order of this register stands before what only a third party wrote down; within each, by day. */
function counted(
  items: Attention['expiringIn30Days']['first'],
  order: 'soonest' | 'newest',
  page: Shown,
): { count: number; first: Attention['expiringIn30Days']['first'] } {
  const sign = order === 'soonest' ? 1 : -1
  const sorted = items.toSorted((a, b) => {
    const [ours, theirs] = [Number(a.standing.basis === 'reported'), Number(b.standing.basis === 'reported')]
    if (ours !== theirs) return ours - theirs
    return sign * ((a.day ?? '') < (b.day ?? '') ? -1 : (a.day ?? '') > (b.day ?? '') ? 1 : 0)
  })
  return { count: items.length, first: slice(sorted, page) }
}
