/* From rows to questions, for the rules about boxes, balances, grades, prices, papers and gold; and which rules have data here at all. */
import type { Candidate, Gather } from './candidate.ts'
import * as made from './gather.ts'
import * as papers from './gather-papers.ts'
import { cooperativeGold, diggers, memberships } from './gather-gold.ts'
import { balances, parties } from './gather-parties.ts'
import * as places from './gather-places.ts'
import * as store from './store-scan-trade.ts'
import { createTagsDoor } from '../tags/tags-door.ts'
import { listCountedMonths } from './store-ledger.ts'

const tags = createTagsDoor()
/** Only days with both ends counted; what nobody counted in between is nothing. */
const boxes: Gather = async ({ tx, tenant, today }) =>
  (await tags.counts(tx, tenant, { from: '2000-01-01', to: today })).flatMap(({ site, day, counts }) => {
    if (counts.opening === null || counts.closing === null) return []
    const inputs = { box: site, on: day, ...Object.fromEntries(Object.entries(counts).map(([kind, counted]) => [kind, counted ?? 0])) }
    return [{ rule: 'F18', key: `${site}|${day}`, inputs, site, period: day, mineral: null, lots: [] }]
  })
const hoarding: Gather = async ({ tx, tenant, today }) =>
  (await tags.unused(tx, tenant)).flatMap(({ site, unused: unusedTags, medianBagGrams, baselineMonthlyGrams }) => {
    if (!baselineMonthlyGrams || unusedTags < 0) return []
    const inputs = { site, unusedTags, medianBagGrams, baselineMonthlyGrams }
    return [{ rule: 'F19', key: `${site}|${today.slice(0, 7)}`, inputs, site, period: today.slice(0, 7), mineral: null, lots: [] }]
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
  (await store.listPrices(tx, tenant)).map(
    ({ purchase, lot, site, mineral, gradeHundredths, buyCents, sellCents, buyer, seller }): Candidate => ({
      ...{
        rule: 'F28',
        key: `${purchase}|${lot}`,
        inputs: { mineral, gradeHundredths, buyCents, sellCents },
        site,
        period: null,
        mineral,
        lots: [lot],
        // A price is known to the two who agreed on it; where a lower sale is laid beside it, only one of them knows both.
        parties: sellCents !== null && sellCents < buyCents ? [buyer] : [buyer, seller],
        partiesAlone: true,
      },
    }),
  )
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
  ...{ F14: made.bursts, F15: made.jumps, F16: made.offSite, F17: places.inactiveSites, F18: boxes, F19: hoarding, F20: papers.sheetGaps },
  ...{
    F24: macro,
    F25: places.displacement,
    F26: grades,
    F28: prices,
    F29: async (all) => [...(await parties(all)), ...(await memberships(all))],
    F30: diggers,
    F31: papers.papers,
    F32: papers.roads,
  },
  ...{ F33: papers.certificates, F34: balances, F35: places.silence, F36: made.newSites, F37: made.nightTagging, F38: papers.retags },
  ...{ F40: cooperativeGold, F41: papers.lateSheets, F42: shopping },
}
/** What the others wait for, and what those with data do not see yet. */
export const waitsFor: { readonly [rule: string]: string } = {
  ...{ F16: 'site-outlines', F17: 'committee-minutes', F25: 'axes', F27: 'fingerprints', F29: 'zones-of-sites', F30: 'diggers-of-bags' },
  ...{ F32: 'corridors', F34: 'stock-counts', F35: 'risk-areas' },
}
