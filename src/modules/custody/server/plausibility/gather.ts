/* From rows to questions, for the rules about production, hands and places. */
import { metresBetween } from '../../domain/plausibility/geometry.ts'
import { type Candidate, type Gather, baselineOn } from './candidate.ts'
import * as store from './store-scan.ts'
import { listStarts } from './store-scan-trade.ts'

export const overCapacity: Gather = async (all) =>
  (await store.listWindows(all.tx, all.tenant)).flatMap(({ site, month, from, to, producedGrams }) => {
    const baselineMonthlyGrams = baselineOn(all, site, { day: to })?.monthlyGrams ?? 0
    if (baselineMonthlyGrams === 0) return []
    const inputs = { site, from, to, producedGrams, baselineMonthlyGrams }
    return [{ rule: 'F05', key: `${site}|${month}`, inputs, site, period: month, mineral: null, lots: { site, from, to } }]
  })
export const overLabour: Gather = async (all) =>
  (await store.listSiteDays(all.tx, all.tenant)).flatMap(({ site, mineral, day, producedMilligrams, lots }) => {
    const miners = baselineOn(all, site, { day })?.miners ?? 0
    if (miners === 0) return []
    return [
      {
        rule: 'F06',
        key: `${site}|${mineral}|${day}`,
        inputs: { site, mineral, day, producedMilligrams, miners },
        site,
        period: day,
        mineral,
        lots,
      },
    ]
  })
export const copiedWeights: Gather = async ({ tx, tenant }) =>
  (await store.listDaySheets(tx, tenant)).map(({ site, account, day, massesGrams, lots }) => ({
    ...{ rule: 'F10', key: `${site}|${account}|${day}`, inputs: { sheet: `${site} ${day}`, massesGrams: [...massesGrams] } },
    ...{ site, period: day, mineral: null, lots },
  }))
export const digitHeaping: Gather = async ({ tx, tenant }) => {
  const bySite = new Map<string, { site: string; month: string; digits: number[] }>()
  for (const { site, month, digit, bags } of await store.listDigits(tx, tenant)) {
    const row = bySite.get(`${site}|${month}`) ?? { site, month, digits: Array.from({ length: 10 }, () => 0) }
    row.digits[digit] = bags
    bySite.set(`${site}|${month}`, row)
  }
  return [...bySite].map(([key, { site, month, digits }]) => ({
    rule: 'F11',
    key,
    inputs: { digits },
    site,
    period: month,
    mineral: null,
    lots: [],
  }))
}
export const slowTags: Gather = async ({ tx, tenant }) =>
  (await store.listSlowTags(tx, tenant)).map(({ lot, bag, tag, site, mineral, taggedOn, tradedOn }) => ({
    ...{ rule: 'F12', key: lot, inputs: { tag, taggedOn, tradedOn }, site, period: tradedOn, mineral, lots: [bag, lot] },
  }))
export const bursts: Gather = async ({ tx, tenant }) =>
  (await store.listHours(tx, tenant)).map(({ account, site, hour, tags, lots }) => ({
    ...{ rule: 'F14', key: `${account}|${hour}`, inputs: { account, hour, tags }, site, period: hour.slice(0, 10), mineral: null, lots },
  }))
export const jumps: Gather = async ({ tx, tenant, sites }) =>
  (await store.listJumps(tx, tenant)).flatMap((one) => {
    const [from, to] = [sites.get(one.fromSite), sites.get(one.toSite)]
    if (!from?.position || !to?.position) return []
    const { account, fromAt, toAt, seconds, fromLot, toLot } = one
    const inputs = {
      account,
      fromSite: from.name,
      toSite: to.name,
      fromAt,
      toAt,
      metres: metresBetween(from.position, to.position),
      seconds,
    }
    return [{ rule: 'F15', key: toLot, inputs, site: one.toSite, period: toAt.slice(0, 10), mineral: null, lots: [fromLot, toLot] }]
  })
/** Earlier ones of the same account at the same site make it graver; they are counted here with the default radius, which only decides that. */
export const offSite: Gather = async ({ tx, tenant, sites }) => {
  const earlierOf = new Map<string, number>()
  return (await store.listPlaced(tx, tenant)).flatMap(({ lot, site, account, latitude, longitude, mineral }) => {
    const sitePoint = sites.get(site)?.position
    if (!sitePoint) return []
    const who = `${account}|${site}`
    const earlier = earlierOf.get(who) ?? 0
    if (metresBetween({ latitude, longitude }, sitePoint) > 2_000) earlierOf.set(who, earlier + 1)
    const inputs = { site, position: { latitude, longitude }, sitePoint, outline: null, earlier }
    return [{ rule: 'F16', key: lot, inputs, site, period: null, mineral, lots: [lot] }]
  })
}
export const newSites: Gather = async (all) => {
  const starts = await listStarts(all.tx, all.tenant)
  return starts.map(({ site, mineral, firstOn, producedGrams }) => {
    const similarGrams = starts.filter((one) => one.mineral === mineral && one.site !== site).map((one) => one.producedGrams)
    const baselineMonthlyGrams = baselineOn(all, site, { day: firstOn, mineral })?.monthlyGrams ?? null
    const inputs = { site, firstOn, producedGrams, baselineMonthlyGrams, similarGrams }
    return { rule: 'F36', key: `${site}|${mineral}`, inputs, site, period: firstOn, mineral, lots: [] }
  })
}
const LOCAL_MINUTES = 120
/** One question a site, account and day: the bag that lies farthest from noon. Local time is UTC+2, as everywhere here (D). */
export const nightTagging: Gather = async ({ tx, tenant }) => {
  const farthest = new Map<string, { candidate: Candidate; from: number }>()
  for (const { lot, site, account, at, mineral } of await store.listTimed(tx, tenant)) {
    const local = new Date(Date.parse(at) + LOCAL_MINUTES * 60_000)
    const on = local.toISOString().slice(0, 10)
    const minuteOfDay = local.getUTCHours() * 60 + local.getUTCMinutes()
    const weekday = local.getUTCDay() === 0 ? 7 : local.getUTCDay()
    const key = `${site}|${account}|${on}`
    const from = Math.abs(minuteOfDay - 720)
    if ((farthest.get(key)?.from ?? -1) >= from) continue
    farthest.set(key, {
      from,
      candidate: { rule: 'F37', key, inputs: { site, on, minuteOfDay, weekday }, site, period: on, mineral, lots: [lot] },
    })
  }
  return [...farthest.values()].map((one) => one.candidate)
}
