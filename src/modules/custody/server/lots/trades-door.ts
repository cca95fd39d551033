/* The door through which others read what went through an organisation's hands; rows become the words of the contract. */
import { mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { Mineral, SiteId, type SitesDoor } from '../../../sites/contract.ts'
import type { HeldAmount, HeldLot, Trade, TradesDoor } from '../../contract-trades.ts'
import { AssayElement, LotId } from '../../contract.ts'
import { type HeldRow, listHeldLots } from './store-held-lots.ts'
import { type TradeRow, listLotNumbers, listTrades, listTrips } from './store-trades.ts'

export const createTradesDoor = (sites: Pick<SitesDoor<Tx>, 'briefs'>): TradesDoor<Tx> => ({
  trades: async (tx, tenant, asked) => {
    const rows = await listTrades(tx, tenant, asked)
    const ids = [...new Set(rows.flatMap((row) => (row.site === null ? [] : [row.site])))].map((site) => mustParse(SiteId, site))
    const names = new Map<string, string>((await sites.briefs(tx, ids, tenant)).map((brief) => [brief.id, brief.name]))
    return rows.map((row) => tradeOf(row, row.site === null ? null : (names.get(row.site) ?? null)))
  },
  heldLots: async (tx, tenant, asked) => (await listHeldLots(tx, tenant, asked)).map(heldLotOf),
  tripsUnder: async (tx, tenant, papers) =>
    (await listTrips(tx, tenant, papers)).map((row) => ({
      ...row,
      from: mustParse(OrganisationId, row.from),
      to: mustParse(OrganisationId, row.to),
    })),
  numbersOf: async (tx, tenant, lots) =>
    (await listLotNumbers(tx, tenant, lots)).map(({ lot, number }) => ({ lot: mustParse(LotId, lot), number })),
})

const NOTHING: HeldAmount = { grams: 0, milligrams: null }
function heldLotOf(row: HeldRow): HeldLot {
  const { heldBefore, heldAfter, madeHere, massGrams, massMilligrams } = row
  const rest = (grams: number, milligrams: number): HeldAmount => ({
    grams: massGrams - grams,
    milligrams: massMilligrams === null ? null : massMilligrams - milligrams,
  })
  return {
    ...{ lot: mustParse(LotId, row.lot), mineral: mustParse(Mineral, row.mineral), heldBefore, heldAfter, madeHere },
    opening: heldBefore ? rest(row.goneBeforeGrams, row.goneBeforeMilligrams) : NOTHING,
    closing: heldAfter ? rest(row.goneAfterGrams, row.goneAfterMilligrams) : NOTHING,
    formed: madeHere ? rest(0, 0) : NOTHING,
    drawn: { grams: row.drawnGrams, milligrams: massMilligrams === null ? null : row.drawnMilligrams },
  }
}

function tradeOf(row: TradeRow, siteName: string | null): Trade {
  const { element, value, unit, currency, amountCents } = row
  return {
    direction: row.direction,
    from: row.from,
    on: row.on,
    other: row.other === null ? null : mustParse(OrganisationId, row.other),
    place: row.place ?? (row.from === 'site' ? siteName : null),
    lot: mustParse(LotId, row.lot),
    lotNumber: row.lotNumber,
    mineral: mustParse(Mineral, row.mineral),
    massGrams: row.massGrams,
    massMilligrams: row.massMilligrams,
    assay:
      element === null || value === null
        ? null
        : { element: mustParse(AssayElement, element), value, unit: unit === 'per-mille' ? 'per-mille' : 'percent' },
    price: currency === null || amountCents === null ? null : { currency, amountCents },
  }
}
