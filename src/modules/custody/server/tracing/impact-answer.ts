/*
Where the production of a site went, and which lots touched somebody or something, as a reader gets it. A watcher asks about the sites of
the territory and gets the whole; whoever trades gets what concerns them: the bags and lots that they may see, and nothing of the rest, not
even as a sum.
*/
import { dateFromDayNumber, dayNumber } from '../../../../kernel/calendar.ts'
import { type Infer, mustParse } from '../../../../kernel/schema.ts'
import type { SiteId } from '../../../sites/contract.ts'
import { SiteImpact, Touched } from '../../contract-tracing.ts'
import type { ImpactFound } from '../../domain/tracing/questions.ts'
import { type LotShape, readLot } from '../lots/lot-shapes.ts'
import type { LotRow } from '../lots/store-lot-reads.ts'
import { END_OF_DAYS, type Names, type Reader, amountIn, namesOf } from './composition-answer.ts'
import { findBelow, findImpact, toldPosition } from './engine.ts'
import { dayOfAsOf } from './reference.ts'
import { type TouchQuestion, listSeen, listSeenOfSite, listTouched } from './store-touched.ts'

const MOST_SHOWN = 200
const MOST_STARTS = 20_000
const LONG_AGO = '1970-01-01'

const amountOf = (lot: LotShape) => {
  const milligrams = lot.massMilligrams ?? null
  return { grams: lot.massGrams, milligrams }
}

/** `null` for a site that is out of the reader's sight. */
export async function impactAnswer(
  reader: Reader,
  site: SiteId,
  { since, asOf }: { readonly since?: string | undefined; readonly asOf?: string | undefined },
): Promise<Infer<typeof SiteImpact> | null> {
  const { tx, tenant, room, sight } = reader
  if (sight.of === 'sites' && !sight.sites.includes(site)) return null
  const only = sight.of === 'organisation' ? await listSeenOfSite(tx, tenant, { site, organisation: sight.organisation }) : null
  if (only?.size === 0) return null
  const from = since ?? LONG_AGO
  const asked = { site, since: from, sinceDay: Math.max(0, dayNumber(from)), ...(only ? { only } : {}) }
  const { found, answeredBy, position } = await findImpact({ tx, tenant, room, day: dayOfAsOf(asOf) }, asked)
  const reached = found.flatMap((one) => one.reached.map((lot) => ({ ...lot, inMilligrams: one.inMilligrams })))
  const rows = await listSeen(tx, tenant, { lots: reached.slice(0, 5 * MOST_SHOWN).map((one) => one.lot), sight })
  const names = await namesOf(reader, {
    sites: [site],
    organisations: [...found.flatMap((one) => one.holders.map((hand) => hand.organisation)), ...rows.map((row) => row.holder)],
  })
  const lots = new Map(rows.map((row) => [row.id, readLot(row)]))
  const shown = reached.flatMap(({ lot, amount, inMilligrams }) => {
    const shape = lots.get(lot)
    return shape ? [{ ...lotRow(shape, names), amount: amountIn(inMilligrams)(amount), certificate: shape.certificate }] : []
  })
  return mustParse(SiteImpact, {
    ...{
      answeredBy,
      position: toldPosition(position),
      asOf: asOf ?? null,
      site,
      siteName: names.site(site)?.name ?? null,
      since: since ?? null,
      mineral: null,
    },
    minerals: found.map((one) => mineralRow(one, names)),
    lots: shown.slice(0, MOST_SHOWN).map(({ mineral: _mineral, ...lot }) => lot),
    shortened: found.some((one) => one.isShort) || reached.length > shown.length || shown.length > MOST_SHOWN,
  })
}

function mineralRow(one: ImpactFound, names: Names) {
  const amount = amountIn(one.inMilligrams)
  const day = (number: number): string | null => (number === 0 ? null : dateFromDayNumber(number))
  return {
    ...{ mineral: one.mineral, produced: amount(one.produced), bags: one.bags, producedFrom: day(one.from), producedTo: day(one.to) },
    ...{ lotsReached: one.lotsReached, exported: amount(one.exported), exportLots: one.exportLots },
    now: one.now.map((state) => ({ ...state, amount: amount(state.amount) })),
    holders: one.holders
      .slice(0, 500)
      .map((hand) => ({ ...hand, name: names.organisation(hand.organisation), amount: amount(hand.amount) })),
  }
}

function lotRow(lot: LotShape, names: Names) {
  const { id, number, kind, state, mineral, holder, formedOn } = lot
  return { lot: id, number, kind, state, mineral, mass: amountOf(lot), holder, holderName: names.organisation(holder), formedOn }
}

/** The lots that touched it themselves, and those that were made of them. */
export async function touchedAnswer(
  reader: Reader,
  question: TouchQuestion,
  { since, asOf }: { readonly since?: string | undefined; readonly asOf?: string | undefined },
): Promise<Infer<typeof Touched>> {
  const { tx, tenant, room, sight } = reader
  const period = { since: since ?? LONG_AGO, until: asOf ?? END_OF_DAYS }
  const direct = await listTouched(tx, tenant, question, { ...period, sight, most: MOST_STARTS })
  const starts = direct.map((row) => row.id)
  const { found, answeredBy, position } = await findBelow({ tx, tenant, room, day: dayOfAsOf(asOf) }, starts)
  const all = await listSeen(tx, tenant, { lots: found.ids, sight })
  const beyond = sight.of === 'everything' && all.length === found.ids.length ? found.count : all.length
  const shown = [...direct.slice(0, MOST_SHOWN), ...all.slice(0, MOST_SHOWN)]
  const organisations = [...shown.map((row) => row.holder), ...(question.what === 'organisation' ? [question.value] : [])]
  const names = await namesOf(reader, { sites: [], organisations })
  const rowOf = (row: LotRow, touchedOn: string | null) => ({ ...lotRow(readLot(row), names), touchedOn })
  return mustParse(Touched, {
    ...{ answeredBy, position: toldPosition(position), asOf: asOf ?? null, what: question.what },
    label: question.what === 'organisation' ? (names.organisation(question.value) ?? question.value) : question.value,
    lots: direct.slice(0, MOST_SHOWN).map((row) => rowOf(row, row.touchedOn)),
    direct: direct.length,
    reached: all.slice(0, MOST_SHOWN).map((row) => rowOf(row, null)),
    beyond,
    exportLots: all.filter((row) => row.kind === 'export-lot').length,
    shortened: direct.length > MOST_SHOWN || all.length > MOST_SHOWN || direct.length === MOST_STARTS,
  })
}
