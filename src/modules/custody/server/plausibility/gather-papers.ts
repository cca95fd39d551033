/* From rows to questions, for the rules about sheets, roads, transport papers and certificates. */
import { listLateSheets, listSheetGaps } from '../sheets/store-sheet-rules.ts'
import type { Gather } from './candidate.ts'
import * as store from './store-scan-papers.ts'
import { listPapers } from './store-scan-trade.ts'

/** The gaps are in the key: a gap that was answered for is not asked about again when the next sheet comes. */
export const sheetGaps: Gather = async ({ tx, tenant }) => {
  const gaps = await listSheetGaps(tx, tenant)
  return (await store.listBookNumbers(tx, tenant)).map(({ book, label, site, holder, from, sheets }) => {
    const own = gaps.filter((gap) => gap.book === book).map((gap) => `${gap.from}-${gap.to}`)
    const inputs = { book: label, sheets: [...sheets], ...(sheets.length < 10_000 ? { from } : {}) }
    return {
      rule: 'F20',
      key: `${book}|${own.join(',').slice(0, 300)}`,
      inputs,
      site,
      period: null,
      mineral: null,
      lots: [],
      parties: [holder],
    }
  })
}
export const lateSheets: Gather = async ({ tx, tenant }) => {
  const late = await listLateSheets(tx, tenant, 0)
  const lots = await store.listLotsOfSheets(
    tx,
    tenant,
    late.map((one) => one.sheet),
  )
  return late.map(({ sheet, label, site, holder, day, postedOn }) => ({
    ...{ rule: 'F41', key: sheet, inputs: { sheet: label, sheetOn: day, enteredOn: postedOn }, site, period: day, mineral: null },
    ...{ lots: lots.get(sheet) ?? [], parties: [holder] },
  }))
}
/** What one holder formed on one day is read as one sheet (D), as the paper of a trader has it. */
export const retags: Gather = async ({ tx, tenant }) =>
  (await store.listRetags(tx, tenant)).map(({ holder, on, mineral, traderTags, oneToOne, lots }) => ({
    ...{ rule: 'F38', key: `${holder}|${on}|${mineral}|${oneToOne}`, inputs: { sheet: `${on} ${mineral}`, traderTags, oneToOne } },
    ...{ site: null, period: on, mineral, lots, parties: [holder] },
  }))
const DAY_MINUTES = 1_440
/** Days are all that is told of a journey; its first and last day count whole (D). */
export const roads: Gather = async ({ tx, tenant }) =>
  (await store.listRoads(tx, tenant)).map(({ lot, key, paper, sentOn, days, usualDays, mineral }) => ({
    ...{ rule: 'F32', key, site: null, period: sentOn, mineral, lots: [lot] },
    inputs: { paper, sentOn, minutes: days * DAY_MINUTES, usualMinutes: usualDays * DAY_MINUTES, metresOff: null, roadblock: false },
  }))
/** The paper as it stands at the office that issued it is laid beside what the journeys say of it. */
export const papers: Gather = async ({ tx, tenant, today, doors }) => {
  const door = doors.later.papers()
  const found = []
  for (const { lots, ...row } of await listPapers(tx, tenant)) {
    const filed = door === null ? [] : await door.paperUse(tx, tenant, { number: row.paper, on: today })
    // Two issuers may give one number; whose it is nobody can tell then.
    const [paper] = filed.length === 1 ? filed : []
    const uses = new Set(paper?.uses.map((use) => `${use.on}|${use.from ?? ''}|${use.to ?? ''}`))
    const inputs = {
      ...{ paper: row.paper, on: row.on, trips: Math.max(row.trips, uses.size), carriedGrams: row.carriedGrams },
      ...{ validUntil: row.validUntil ?? paper?.validUntil ?? null, statedGrams: row.statedGrams ?? paper?.statedGrams ?? null },
    }
    found.push({ rule: 'F31', key: `${row.paper}|${inputs.trips}`, inputs, site: null, period: row.on, mineral: null, lots })
  }
  return found
}
const MOST_ORIGINS = 100
/** Against the lot as it is known today; sites by the identifier that stands on papers, `?` for bags of no known site. */
export const certificates: Gather = async ({ tx, tenant, sites }) => {
  const named = (ids: readonly string[]): readonly string[] => ids.map((id) => (sites.get(id)?.nationalId ?? id).slice(0, 40)).toSorted()
  return (await store.listCertificates(tx, tenant)).map((row) => {
    const { event, number, lot, issuedOn, expiresOn, massGrams, lotGrams, mineral, others } = row
    const found = [...named(row.rootSites), ...(row.rootUnknown ? ['?'] : [])]
    const inputs = {
      ...{ certificate: number, others, issuedOn, expiresOn, massGrams, dossierGrams: lotGrams },
      ...{ statedOrigins: named(row.sites).slice(0, MOST_ORIGINS), foundOrigins: found.slice(0, MOST_ORIGINS) },
    }
    return { rule: 'F33', key: event, inputs, site: null, period: issuedOn, mineral, lots: [lot] }
  })
}
