/* From rows to questions, for the rules about places over time: silence, sites without work, production that moves away. */
import { addDays, addMonths } from '../../../../kernel/calendar.ts'
import { asId } from '../../../../kernel/schema.ts'
import { metresBetween } from '../../domain/plausibility/geometry.ts'
import { type Candidate, type Gather, type Gathering } from './candidate.ts'
import * as store from './store-scan.ts'
import { listIdleBoxes, listProduced } from './store-scan-trade.ts'

const SILENT_MONTHS = 6
/** High risk (D): a territoire in which a site is red or held today. No list of areas is built in. */
function riskyTerritoires({ sites }: Gathering): ReadonlySet<string> {
  const held = [...sites.values()].filter(({ standing }) => standing.hold !== null || standing.internal === 'RED')
  return new Set(held.map((site) => site.territoireCode).filter((code) => code !== null))
}
export const silence: Gather = async (all) => {
  const { tx, tenant, sites, today } = all
  const risky = riskyTerritoires(all)
  const made = await listProduced(tx, tenant, { from: addMonths(today, -SILENT_MONTHS), before: addDays(today, 1) })
  return made.flatMap(({ site, massGrams: producedGrams }) => {
    const there = sites.get(site)
    if (!there) return []
    const { lastVisitOn: lastHeardOn, territoireCode } = there
    const inputs = { site, on: today, highRisk: territoireCode !== null && risky.has(territoireCode), producedGrams, lastHeardOn }
    return [{ rule: 'F35', key: `${site}|${lastHeardOn ?? '-'}`, inputs, site, period: today.slice(0, 7), mineral: null, lots: [] }]
  })
}

/** A site that a visit found without work, a baseline that counted nobody, or a box of tags that was counted for a month and gave none out. */
export const inactiveSites: Gather = async (all) => {
  const { tx, tenant, sites, baselines } = all
  const found: Candidate[] = []
  const ask = async (site: string, seenOn: string, seen: { by: 'visit' | 'box'; miners: number | null; from?: string; to?: string }) => {
    const { by, miners, from = '', to = '9999' } = seen
    const bags = await store.listBagsAround(tx, tenant, { site, day: seenOn })
    const told = bags.filter((one) => one.on >= from && one.on <= to).map(({ on, massGrams }) => ({ on, massGrams }))
    const near = { site, from: seen.from ?? addDays(seenOn, -30), to: seen.to ?? addDays(seenOn, 30) }
    const key = `${site}|${seenOn}`
    const inputs = { site, seenOn, by, working: false, miners, bags: told }
    found.push({ rule: 'F17', key, inputs, site, period: seenOn, mineral: null, lots: near })
  }
  for (const { id, activity, lastVisitOn } of sites.values())
    if ((activity === 'non-active' || activity === 'abandoned') && lastVisitOn !== null)
      await ask(id, lastVisitOn, { by: 'visit', miners: null })
  for (const [site, rows] of baselines)
    for (const on of new Set(rows.filter((row) => row.miners === 0).map((row) => row.observedOn)))
      await ask(site, on, { by: 'visit', miners: 0 })
  for (const { site, from, to, middle } of await listIdleBoxes(tx, tenant)) await ask(site, middle, { by: 'box', miners: null, from, to })
  return found
}

const CHANGE_DAYS = 60
const LOOK_BACK_DAYS = 360
const STEP_DAYS = 30
interface Change {
  readonly site: string
  readonly change: 'hold' | 'red'
  readonly changedOn: string
}
/** Since when sites were red or held, today and every thirty days back for a year: a site that is green again is still found (D). */
async function changesOf({ tx, tenant, sites, today, now, doors }: Gathering): Promise<readonly Change[]> {
  const placed = [...sites.values()].filter((site) => site.position !== null)
  const asked = placed.flatMap((site) =>
    Array.from({ length: LOOK_BACK_DAYS / STEP_DAYS }, (_, step) => ({
      site: asId('site', site.id),
      asOf: addDays(today, -step * STEP_DAYS),
    })),
  )
  const standings = await doors.sites.standingsOn(tx, tenant, { asked, knownAt: now })
  const found = new Map<string, Change>()
  for (const [index, { site }] of asked.entries()) {
    const standing = standings[index]
    const changedOn = standing?.hold ? standing.hold.from.slice(0, 10) : standing?.internal === 'RED' ? standing.since : null
    if (standing && changedOn !== null && changedOn <= today)
      found.set(`${site}|${changedOn}`, { site, changedOn, change: standing.hold ? 'hold' : 'red' })
  }
  return [...found.values()]
}
export const displacement: Gather = async (all) => {
  const { tx, tenant, sites } = all
  const found: Candidate[] = []
  for (const { site, change, changedOn } of await changesOf(all)) {
    const here = sites.get(site)
    if (!here?.position) continue
    const [from, until] = [addDays(changedOn, -CHANGE_DAYS), addDays(changedOn, CHANGE_DAYS)]
    const before = new Map((await listProduced(tx, tenant, { from, before: changedOn })).map((row) => [row.site, row.massGrams]))
    for (const { site: neighbour, massGrams: afterGrams } of await listProduced(tx, tenant, { from: changedOn, before: until })) {
      const there = sites.get(neighbour)
      if (neighbour === site || !there?.position) continue
      const inputs = {
        ...{
          site: here.name,
          change,
          changedOn,
          neighbour: there.name,
          metres: metresBetween(here.position, there.position),
          sameAxis: false,
        },
        ...{ beforeGrams: before.get(neighbour) ?? 0, afterGrams },
      }
      found.push({
        rule: 'F25',
        key: `${site}|${changedOn}|${neighbour}`,
        inputs,
        site: neighbour,
        period: changedOn,
        mineral: null,
        lots: [],
      })
    }
  }
  return found
}
