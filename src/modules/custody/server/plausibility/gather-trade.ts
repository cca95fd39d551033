/* From rows to questions, for the rules about boxes, balances, grades, prices, papers and gold; and which rules have data here at all. */
import type { Candidate, Gather } from './candidate.ts'
import { baselineOn } from './candidate.ts'
import * as made from './gather.ts'
import * as store from './store-scan-trade.ts'
import { listCountedMonths } from './store-ledger.ts'

const countKinds = ['opening', 'received', 'used', 'damaged', 'returned', 'closing'] as const
/** Only days with both ends counted; what nobody counted in between is nothing. */
const boxes: Gather = async ({ tx, tenant }) => {
  const days = new Map<string, { site: string; day: string; counts: Map<string, number> }>()
  for (const { site, day, kind, quantity } of await store.listCounts(tx, tenant)) {
    const row = days.get(`${site}|${day}`) ?? { site, day, counts: new Map<string, number>() }
    row.counts.set(kind, quantity)
    days.set(`${site}|${day}`, row)
  }
  return [...days].flatMap(([key, { site, day, counts }]) => {
    if (!counts.has('opening') || !counts.has('closing')) return []
    const inputs = { box: site, on: day, ...Object.fromEntries(countKinds.map((kind) => [kind, counts.get(kind) ?? 0])) }
    return [{ rule: 'F18', key, inputs, site, period: day, mineral: null, lots: [] }]
  })
}
const hoarding: Gather = async (all) =>
  (await store.listUnused(all.tx, all.tenant)).flatMap(({ site, unusedTags, medianBagGrams }) => {
    const baselineMonthlyGrams = baselineOn(all, site, { day: all.today })?.monthlyGrams ?? 0
    if (baselineMonthlyGrams === 0 || unusedTags < 0) return []
    const inputs = { site, unusedTags, medianBagGrams, baselineMonthlyGrams }
    return [{ rule: 'F19', key: `${site}|${all.today.slice(0, 7)}`, inputs, site, period: all.today.slice(0, 7), mineral: null, lots: [] }]
  })

/** A figure that somebody declared comes before what this register counted; one of them must be declared, or the register compares itself with itself. */
const declaredMonths = async ({ tx, tenant, figures, sites }: Parameters<Gather>[0]) => {
  const places = new Map<string, { kind: string; code: string; mineral: string }>()
  for (const { placeKind: kind, placeCode: code, mineral } of figures) places.set(`${kind}|${code}|${mineral}`, { kind, code, mineral })
  const found = []
  for (const place of places.values()) {
    const inside = [...sites.values()]
      .filter((one) => [one.id, one.territoireCode, one.provinceCode].includes(place.code))
      .map((one) => one.id)
    const counted = await listCountedMonths(tx, tenant, { sites: place.kind === 'tenant' ? null : inside, mineral: place.mineral })
    const own = figures.filter((one) => one.placeKind === place.kind && one.placeCode === place.code && one.mineral === place.mineral)
    for (const month of new Set(own.map((one) => one.month))) {
      const said = (what: string) => own.filter((one) => one.month === month && one.what === what).at(-1)?.massGrams
      const here = counted.find((one) => one.month === month)
      found.push({ ...place, month, said, here })
    }
  }
  return found
}
const purchases: Gather = async (all) =>
  (await declaredMonths(all)).flatMap(({ kind, code, mineral, month, said, here }) => {
    const [boughtGrams, producedGrams] = [said('bought') ?? here?.boughtGrams, said('produced') ?? said('tagged') ?? here?.taggedGrams]
    if (!boughtGrams || producedGrams === undefined) return []
    const inputs = { group: all.sites.get(code)?.name ?? code, month, boughtGrams, producedGrams }
    return [{ rule: 'F07', key: `${kind}|${code}|${mineral}|${month}`, inputs, ...placed(kind, code), period: month, mineral, lots: [] }]
  })
const macro: Gather = async (all) =>
  (await declaredMonths(all)).flatMap(({ kind, code, mineral, month, said, here }) => {
    if (kind === 'site') return []
    const [exportedGrams, producedGrams] = [
      said('exported') ?? here?.exportedGrams,
      said('produced') ?? said('tagged') ?? here?.taggedGrams,
    ]
    if (!exportedGrams || producedGrams === undefined) return []
    const inputs = {
      area: code,
      period: month,
      mineral,
      exportedGrams,
      producedGrams,
      openingGrams: said('opening-stock') ?? 0,
    }
    return [{ rule: 'F24', key: `${kind}|${code}|${mineral}|${month}`, inputs, ...placed(kind, code), period: month, mineral, lots: [] }]
  })
const placed = (kind: string, code: string): { site: string | null; area?: string } =>
  kind === 'site' ? { site: code } : kind === 'tenant' ? { site: null } : { site: null, area: code }

const grades: Gather = async ({ tx, tenant }) => {
  const rows = await store.listGrades(tx, tenant)
  return rows.map(({ lot, site, element, grade, mineral, inputGrades }) => {
    const siteGrades =
      site === null ? [] : rows.filter((one) => one.site === site && one.element === element && one.lot !== lot).map((one) => one.grade)
    const inputs = { element, grade, siteGrades, inputGrades: [...inputGrades] }
    return { rule: 'F26', key: `${lot}|${element}|${grade}`, inputs, site, period: null, mineral, lots: [lot] }
  })
}
const prices: Gather = async ({ tx, tenant }) =>
  (await store.listPrices(tx, tenant)).map(({ purchase, lot, site, mineral, gradeHundredths, buyCents, sellCents }) => ({
    ...{
      rule: 'F28',
      key: `${purchase}|${lot}`,
      inputs: { mineral, gradeHundredths, buyCents, sellCents },
      site,
      period: null,
      mineral,
      lots: [lot],
    },
  }))
const papers: Gather = async ({ tx, tenant }) =>
  (await store.listPapers(tx, tenant)).map(({ lots, ...inputs }) => ({
    ...{ rule: 'F31', key: `${inputs.paper}|${inputs.trips}`, inputs, site: null, period: inputs.on, mineral: null, lots },
  }))
const sachets: Gather = async ({ tx, tenant }) =>
  (await store.listSachets(tx, tenant)).map(({ lot, site, ...rest }) => ({
    ...{ rule: 'F39', key: lot, inputs: { ...rest, sealBroken: false }, site, period: null, mineral: 'Au', lots: [lot] },
  }))
const shopping: Gather = async ({ tx, tenant, sites }) =>
  (await store.listShopping(tx, tenant)).map((row): Candidate => {
    const { lots, mineral, ...rest } = row
    const inputs = {
      ...rest,
      fromSite: sites.get(row.fromSite)?.name ?? row.fromSite,
      greenSite: sites.get(row.greenSite)?.name ?? row.greenSite,
    }
    return {
      rule: 'F42',
      key: `${row.trader}|${row.on}|${row.fromSite}|${row.greenSite}`,
      inputs,
      site: row.fromSite,
      period: row.on,
      mineral,
      lots,
    }
  })

/** Which rules the scan asks, and from what. */
export const gatherers: { readonly [rule: string]: Gather } = {
  ...{ F05: made.overCapacity, F06: made.overLabour, F07: purchases, F10: made.copiedWeights, F11: made.digitHeaping, F12: made.slowTags },
  ...{ F14: made.bursts, F15: made.jumps, F16: made.offSite, F17: made.inactiveSites, F18: boxes, F19: hoarding, F24: macro },
  ...{
    F25: made.displacement,
    F26: grades,
    F28: prices,
    F31: papers,
    F36: made.newSites,
    F37: made.nightTagging,
    F39: sachets,
    F42: shopping,
  },
}
/** What the others wait for, and what those with data do not see yet. */
export const waitsFor: { readonly [rule: string]: string } = {
  ...{
    F16: 'site-outlines',
    F17: 'committee-minutes',
    F20: 'log-sheets',
    F25: 'axes',
    F27: 'fingerprints',
    F29: 'cards-of-parties',
    F30: 'diggers-of-bags',
  },
  ...{
    F32: 'corridors',
    F33: 'certificates',
    F34: 'stock-counts',
    F35: 'risk-areas',
    F38: 'log-sheets',
    F39: 'seals',
    F40: 'cooperative-diggers',
    F41: 'log-sheets',
  },
}
