/*
What passes by point, cut by the least cell. A day of fewer than five passages is said to be one and enters no sum, so that no sum tells it. Parts are told for whole months that are over, by the
pieces of told-parts.ts. What helps to mend a count (groups that do not add up, how many a sending had) is for who keeps points, who has the rows anyway. Cost: the sums of the days asked for, made by the database.
*/
import { addDays, addMonths, daysBetween } from '../../../kernel/calendar.ts'
import { inside } from '../../../kernel/disclosure/disclosure-rules.ts'
import { asId, mustParse } from '../../../kernel/schema.ts'
import { todayIn, zoneOfPlace } from '../../../kernel/zones.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import {
  type AxisFlow,
  type DayState,
  type FlowDay,
  FlowGroup,
  type Flows,
  type PointDetail,
  type PointFlow,
  type ShownNumber,
  WithdrawReason,
} from '../contract.ts'
import { boomOf, meanOf } from '../domain/boom.ts'
import { flowRules } from '../domain/flow-rules.ts'
import { stateOfDay } from '../domain/point.ts'
import { type Piece, toldKeys, toldMonths, toldShares, wholeMonths } from '../domain/told-parts.ts'
import { sumOfParts } from '../domain/sums.ts'
import { type KnownPoint, type MobilityDoors, type NameOf, areaNames, knownPoint, knownPoints, lineOf } from './known-points.ts'
import * as store from './store-mobility.ts'
import { listMisfits } from './store-rows.ts'

export interface FlowReading {
  readonly tenant: string
  readonly now: string
  readonly from: string
  readonly until: string
  readonly keeps: boolean
  readonly counts: boolean
}
const dayTold = (n: number): ShownNumber => (n < inside.least ? { is: 'few' } : { is: 'shown', n })
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

/** Day rows by their point: with many points nothing may go through the rows of all of them for each. */
export type DaysByPoint = ReadonlyMap<string, readonly store.DayRow[]>
export const byPoint = (rows: readonly store.DayRow[]): DaysByPoint => Map.groupBy(rows, (row) => row.point)
interface Gathered {
  readonly days: DaysByPoint
  readonly history: DaysByPoint
  /** Of the months that the stretch touches and that are over where the point stands. */
  readonly pieces: readonly Piece[]
}
const DIMENSIONS = ['direction', 'reason', 'from', 'nationality']
async function gather(tx: Tx, { tenant, from, until, now }: FlowReading, known: readonly KnownPoint[]): Promise<Gathered> {
  // The zone that is furthest ahead: a day more than a point needs.
  const latest = addDays(now.slice(0, 10), 1)
  const historyFrom = addDays(latest, -flowRules.recentDays - flowRules.earlierDays - 2)
  const [only, ...others] = known
  const point = only && others.length === 0 ? only.id : null
  const within = { from, until, point }
  const month = { from: `${from.slice(0, 7)}-01`, until: addDays(addMonths(`${until.slice(0, 7)}-01`, 1), -1), point, least: inside.least }
  const over = new Map(known.map((one) => [one.id, monthsOf(one, { from, until, now })]))
  const pieces = await store.listPieces(tx, tenant, { ...month, dimensions: DIMENSIONS })
  return {
    days: byPoint(await store.listDays(tx, tenant, within)),
    history: byPoint(await store.listDays(tx, tenant, { from: historyFrom, until: latest, point })),
    pieces: pieces.filter((piece) => over.get(piece.point)?.includes(piece.month)),
  }
}
const piecesByPoint = (pieces: readonly Piece[]): ReadonlyMap<string, readonly Piece[]> => Map.groupBy(pieces, ({ point }) => point)
const monthsOf = ({ point }: KnownPoint, { from, until, now }: Pick<FlowReading, 'from' | 'until' | 'now'>): readonly string[] =>
  wholeMonths(from, until, todayIn(zoneOfPlace(point.opened.area), now))
/** Months that are told of at least one of these points. */
const monthsOfAll = (known: readonly KnownPoint[], reading: FlowReading): readonly string[] =>
  [...new Set(known.flatMap((one) => monthsOf(one, reading)))].toSorted()
const listedKey = (n: number | undefined): ShownNumber => (n ? { is: 'shown', n } : { is: 'few' })

/** Days of the stretch on which the point may have stood: none after today. */
function daysOf(
  known: KnownPoint,
  { from, until, now, keeps }: FlowReading,
  counted: ReadonlyMap<string, store.DayRow>,
): readonly FlowDay[] {
  const today = todayIn(zoneOfPlace(known.point.opened.area), now)
  const last = until < today ? until : today
  const length = daysBetween(from, last)
  return Array.from({ length: Math.max(0, length + 1) }, (_, at) => {
    const day = addDays(from, at)
    const row = counted.get(day)
    const state = stateOfDay(known.point, day, row !== undefined)
    return { day, state, passages: row ? dayTold(row.passages) : null, misfits: keeps ? (row?.misfits ?? 0) : null }
  })
}
export function boomAt(known: KnownPoint, history: DaysByPoint, now: string): PointFlow['boom'] {
  // Today is not over.
  const until = addDays(todayIn(zoneOfPlace(known.point.opened.area), now), -1)
  const counted = (history.get(known.id) ?? []).map((row): readonly [string, number] => [row.day, tellable(row.passages)])
  return boomOf(new Map(counted), until)
}
/** What a day adds to sums and means: nothing where it may not be told. */
const tellable = (passages: number): number => (passages < inside.least ? 0 : passages)

interface Telling extends FlowReading {
  readonly gathered: Gathered
  readonly piecesOf: ReadonlyMap<string, readonly Piece[]>
  readonly nameOf: NameOf
}
function flowOf(known: KnownPoint, reading: Telling): { readonly flow: PointFlow; readonly days: readonly FlowDay[] } {
  const { gathered, nameOf, now } = reading
  const rows = new Map((gathered.days.get(known.id) ?? []).map((row) => [row.day, row]))
  const days = daysOf(known, reading, rows)
  const of = (state: DayState): number => days.filter((one) => one.state === state).length
  const counted = [...rows.values()].map((row) => row.passages)
  const flow: PointFlow = {
    point: lineOf(known, nameOf, todayIn(zoneOfPlace(known.point.opened.area), now)),
    ...{ countedDays: of('counted'), suspendedDays: of('suspended'), uncountedDays: of('uncounted') },
    ...{ passages: sum(counted.map(tellable)), fewDays: counted.filter((n) => n < inside.least).length },
    daily: meanOf(counted.map(tellable)),
    ...toldShares(reading.piecesOf.get(known.id) ?? []),
    misfits: reading.keeps ? sum([...rows.values()].map((row) => row.misfits)) : null,
    boom: boomAt(known, gathered.history, now),
  }
  return { flow, days }
}

const MOST_KEYS = 12
const keyCounts = (pieces: readonly Piece[], dimension: string, name: NameOf) =>
  [...toldKeys(pieces, dimension)].slice(0, MOST_KEYS).map(([key, n]) => ({ key, name: name(key), passages: listedKey(n) }))

export async function readFlows(tx: Tx, doors: MobilityDoors, reading: FlowReading): Promise<Flows> {
  const known = await knownPoints(tx, reading.tenant)
  const nameOf = await areaNames(tx, doors, reading.tenant)
  const gathered = await gather(tx, reading, known)
  const { pieces } = gathered
  const piecesOf = piecesByPoint(pieces)
  const nations = [...toldKeys(pieces, 'nationality').keys()].slice(0, MOST_KEYS)
  return {
    ...{ from: reading.from, until: reading.until, months: [...monthsOfAll(known, reading)] },
    points: known.map((one) => flowOf(one, { ...reading, gathered, piecesOf, nameOf }).flow),
    origins: keyCounts(pieces, 'from', nameOf),
    reasons: keyCounts(pieces, 'reason', (key) => key),
    nationalities: {
      keys: nations,
      rows: known.map(({ id }) => {
        const here = toldKeys(piecesOf.get(id) ?? [], 'nationality')
        return { point: asId('flow-point', id), cells: nations.map((key) => listedKey(here.get(key))) }
      }),
    },
    ...{ keeps: reading.keeps, counts: reading.counts, rules: flowRules },
  }
}

const MOST_DAYS = 400
export async function readPoint(tx: Tx, doors: MobilityDoors, reading: FlowReading & { readonly id: string }): Promise<PointDetail | null> {
  const { tenant, from, until, id } = reading
  const known = await knownPoint(tx, tenant, id)
  if (!known) return null
  const gathered = await gather(tx, reading, [known])
  const nameOf = await areaNames(tx, doors, tenant)
  const { flow, days } = flowOf(known, { ...reading, gathered, piecesOf: piecesByPoint(gathered.pieces), nameOf })
  const parts = toldKeys(gathered.pieces, 'part')
  const { keeps } = reading
  const sendings = await store.listSendings(tx, tenant, { from, until, point: id })
  return {
    flow,
    days: days.slice(-MOST_DAYS).toReversed(),
    months: [...toldMonths(gathered.pieces, monthsOfAll([known], reading))],
    parts: {
      ...{ women: listedKey(parts.get('women')), men: listedKey(parts.get('men')) },
      ...{ girls: listedKey(parts.get('girls')), boys: listedKey(parts.get('boys')) },
    },
    origins: keyCounts(gathered.pieces, 'from', nameOf),
    reasons: keyCounts(gathered.pieces, 'reason', (key) => key),
    sendings: sendings.map(({ id: sending, source, withdrawn, groups, misfits, ...row }) => ({
      ...{ ...row, groups: keeps ? groups : null, misfits: keeps ? misfits : null },
      ...{ id: asId('flow-count', sending), source: source === 'file' ? ('file' as const) : ('telephone' as const) },
      withdrawn: withdrawn === null ? null : mustParse(WithdrawReason, withdrawn),
    })),
    findings: (keeps ? await listMisfits(tx, tenant, { point: id, from, until }) : []).map(({ day, content }) => {
      const group = mustParse(FlowGroup, content)
      return { day, hour: group.hour, size: group.size, sum: sumOfParts(group) }
    }),
    ...{ keeps, rules: flowRules },
  }
}

/** Every point that says it stands on the axis of the site, closed ones too: what passed there passed. */
export async function readAxis(tx: Tx, doors: MobilityDoors, reading: FlowReading & { readonly site: string }): Promise<AxisFlow> {
  const known = (await knownPoints(tx, reading.tenant)).filter(({ point }) => String(point.opened.site) === reading.site)
  const nameOf = await areaNames(tx, doors, reading.tenant)
  const empty: Gathered = { days: new Map(), history: new Map(), pieces: [] }
  const gathered = known.length === 0 ? empty : await gather(tx, reading, known)
  const piecesOf = piecesByPoint(gathered.pieces)
  const points = known.map((one) => flowOf(one, { ...reading, gathered, piecesOf, nameOf }).flow)
  // Several points: the rows of all were read, those of other axes are left out here.
  const pieces = gathered.pieces.filter((piece) => known.some(({ id }) => id === piece.point))
  return {
    ...{ from: reading.from, until: reading.until, months: [...toldMonths(pieces, monthsOfAll(known, reading))], points },
    ...{ passages: sum(points.map((one) => one.passages)), fewDays: sum(points.map((one) => one.fewDays)) },
    ...toldShares(pieces),
    ...{ origins: keyCounts(pieces, 'from', nameOf), reasons: keyCounts(pieces, 'reason', (key) => key), rules: flowRules },
  }
}
