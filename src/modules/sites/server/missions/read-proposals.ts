/*
Sites proposed for the next mission, ranked, each with its reasons. Reads what the register, visits and forms say; a site's production is
what people told a team within the months of the rule, since this module weighs nothing.
*/
import { createHash } from 'node:crypto'
import { addMonths } from '../../../../kernel/calendar.ts'
import { rulebookText } from '../../../../kernel/rulebook.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { SITE_RANK_2026 } from '../../domain/missions/rank-rules.ts'
import { type RankedFacts, type RankedSite, rankSites } from '../../domain/missions/rank-sites.ts'
import type { Proposals } from '../../domain/missions/proposal-answers.ts'
import { outsideOf } from '../../domain/register/territory.ts'
import type { Question } from '../../domain/status/status-fact.ts'
import { type pageOf, slice } from '../questions.ts'
import { readFindings } from '../status/read-validity.ts'
import { type SiteStanding, standingsOf } from '../status/standings.ts'
import { type SaidRow, listSaid } from './store-answers.ts'
import { type EntryRow, type SeenRow, listAccessAndPeople, listInspectedSites, listSeen } from './store-proposals.ts'

const rules = SITE_RANK_2026.values
const hash = createHash('sha256').update(rulebookText(SITE_RANK_2026)).digest('hex')

interface Wish {
  readonly who: Who
  readonly question: Question
  readonly province?: string | undefined
  readonly territoire?: string | undefined
  readonly page: ReturnType<typeof pageOf>
}

export async function readProposals(tx: Tx, tenant: string, wish: Wish): Promise<Proposals> {
  const { question, page } = wish
  const near = (await standingsOf(tx, tenant, question)).filter((one) => isAsked(one, wish))
  const beside = await besideOf(tx, tenant, question)
  const rows = new Map(near.map((one) => [one.row.id, one]))
  const ranked = rankSites(
    near.map((one) => factsOf(one, beside, question)),
    rules,
    question.asOf,
  )
  return {
    ...question,
    total: ranked.length,
    page: page.page,
    pageSize: page.pageSize,
    rules: { id: SITE_RANK_2026.id, hash, weights: weightsShown() },
    sites: slice(ranked, page).flatMap((one) => shown(one, rows.get(one.site))),
  }
}

function isAsked({ row }: SiteStanding, { who, province, territoire }: Wish): boolean {
  if (outsideOf(who.territory, { province: row.province_code, territoire: row.territoire_code }) !== null) return false
  if (province !== undefined && row.province_code !== province) return false
  return territoire === undefined || row.territoire_code === territoire
}

interface Beside {
  readonly seen: ReadonlyMap<string, readonly SeenRow[]>
  readonly entered: ReadonlyMap<string, readonly EntryRow[]>
  readonly said: ReadonlyMap<string, readonly SaidRow[]>
  readonly inspected: ReadonlySet<string>
  readonly green: ReadonlyMap<string, { readonly firstGreenOn: string | null; readonly interferenceAfter: readonly string[] }>
}
async function besideOf(tx: Tx, tenant: string, question: Question): Promise<Beside> {
  const { asOf, knownAt } = question
  return {
    seen: Map.groupBy(await listSeen(tx, tenant, question), (row) => row.site_id),
    entered: Map.groupBy(await listAccessAndPeople(tx, tenant, question), (row) => row.site_id),
    said: Map.groupBy(await listSaid(tx, tenant, { from: addMonths(asOf, -120), to: asOf, knownAt }), (row) => row.site_id),
    inspected: await listInspectedSites(tx, tenant, question),
    green: new Map((await readFindings(tx, tenant, question)).map((one) => [one.site, one])),
  }
}

function factsOf({ row, standing, short }: SiteStanding, beside: Beside, { asOf }: Question): RankedFacts {
  const seen = beside.seen.get(row.id) ?? []
  const said = beside.said.get(row.id) ?? []
  const green = beside.green.get(row.id)
  const firstGreen = green?.firstGreenOn ?? null
  const lately = addMonths(asOf, -rules.incidents.months)
  const produced = said.findLast((one) => one.said.production !== undefined && one.inspected_on >= addMonths(asOf, -rules.tonnage.months))
  // The register and the visits each say what they know; the newest word counts.
  const words = [...(beside.entered.get(row.id) ?? []).map(wordsOfEntry), ...seen.map(wordsOfVisit), ...said.map(wordsOfForm)].toSorted(
    (a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0),
  )
  const last = <Value>(value: (one: Words) => Value | null): Value | null => {
    const found = words.findLast((one) => value(one) !== null)
    return found === undefined ? null : value(found)
  }
  return {
    site: row.id,
    daysLeft: short.lapse ? -short.lapse.days : short.daysLeft,
    neverInspected: !beside.inspected.has(row.id) && standing.basis === 'none',
    interferenceAfterGreen: green?.interferenceAfter ?? [],
    childrenAfterGreen:
      firstGreen === null ? [] : seen.filter((one) => one.children && one.visited_on >= firstGreen).map((one) => one.visited_on),
    interferenceVisits: seen.filter((one) => one.armed_interference === true && one.visited_on > lately).length,
    holds: standing.hold === null ? 0 : 1,
    production: produced?.said.production ?? null,
    workers: last((one) => one.workers),
    minerals: row.minerals,
    accessDry: last((one) => one.dry),
    accessWet: last((one) => one.wet),
    hoursOnFoot: last((one) => one.hours),
  }
}

interface Words {
  readonly on: string
  readonly workers: number | null
  readonly dry: string | null
  readonly wet: string | null
  readonly hours: number | null
}
const wordsOfEntry = (row: EntryRow): Words => ({
  on: row.acts_on,
  workers: row.men === null && row.women === null ? null : (row.men ?? 0) + (row.women ?? 0),
  dry: row.access_dry,
  wet: row.access_wet,
  // The longer walk is the one to plan with.
  hours: row.hours_dry === null && row.hours_wet === null ? null : Math.max(row.hours_dry ?? 0, row.hours_wet ?? 0),
})
const wordsOfVisit = (row: SeenRow): Words => ({
  ...{ on: row.visited_on, workers: row.workers, dry: row.access_dry, wet: row.access_wet, hours: null },
})
const wordsOfForm = (row: SaidRow): Words => ({
  ...{ on: row.inspected_on, workers: null, dry: null, wet: null, hours: row.said.hoursOnFoot ?? null },
})

function shown(ranked: RankedSite, site: SiteStanding | undefined): Proposals['sites'] {
  if (!site) return []
  const { row, short, lastVisitOn } = site
  return [
    {
      site: asId('site', row.id),
      name: row.name,
      nationalId: row.national_id,
      territoireCode: row.territoire_code,
      lastVisitOn,
      standing: short,
      points: ranked.points,
      reasons: ranked.reasons.map((one) => ({ ...one, facts: { ...one.facts } })),
    },
  ]
}

const weightsShown = (): Proposals['rules']['weights'] =>
  (
    [
      ['expiry', rules.expiry],
      ['never-inspected', rules.neverInspected],
      ['contradiction', rules.contradiction],
      ['incidents', rules.incidents],
      ['tonnage', rules.tonnage],
      ['season', rules.season],
      ['walk', rules.walk],
    ] as const
  ).map(([factor, { points, evidence, source }]) => ({ factor, points, evidence, source }))
