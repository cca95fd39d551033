/*
What passes by point, cut by the least cell. A day of fewer than five passages is said to be one and enters no sum, so that no sum tells it; parts are rounded down and stand without
their total. A share is told only when both of its parts may be. Cost: the sums of the days asked for, made by the database.
*/
import { addDays, daysBetween } from '../../../kernel/calendar.ts'
import { inside, shownCount } from '../../../kernel/disclosure/disclosure-rules.ts'
import { asId, mustParse } from '../../../kernel/schema.ts'
import { todayIn, zoneOfPlace } from '../../../kernel/zones.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import {
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
import { UNKNOWN, sumOfParts } from '../domain/sums.ts'
import { type KnownPoint, type MobilityDoors, type NameOf, areaNames, knownPoints, lineOf } from './known-points.ts'
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
/** Part of a whole that is not told itself: rounded down, so that no part can be worked out from the others. */
const rule = { least: inside.least, floorTo: flowRules.floorTo }
const told = (n: number): ShownNumber => {
  const shown = shownCount(n, rule)
  return 'shown' in shown ? { is: 'shown', n: shown.shown } : { is: 'few' }
}
const dayTold = (n: number): ShownNumber => (n < inside.least ? { is: 'few' } : { is: 'shown', n })
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

interface Gathered {
  readonly days: readonly store.DayRow[]
  readonly history: readonly store.DayRow[]
  readonly parts: readonly store.PartsRow[]
  readonly keys: readonly store.KeyRow[]
}
async function gather(tx: Tx, { tenant, from, until, now }: FlowReading, point: string | null): Promise<Gathered> {
  // The zone that is furthest ahead: a day more than a point needs.
  const latest = addDays(now.slice(0, 10), 1)
  const historyFrom = addDays(latest, -flowRules.recentDays - flowRules.earlierDays - 2)
  const within = { from, until, point }
  return {
    days: await store.listDays(tx, tenant, within),
    history: await store.listDays(tx, tenant, { from: historyFrom, until: latest, point }),
    parts: await store.listParts(tx, tenant, within),
    keys: await store.listKeys(tx, tenant, { ...within, dimensions: ['direction', 'reason', 'from', 'nationality'] }),
  }
}
const keyed = (rows: readonly store.KeyRow[], point: string | null, dimension: string): ReadonlyMap<string, number> => {
  const found = new Map<string, number>()
  for (const row of rows)
    if (row.dimension === dimension && (point === null || row.point === point)) found.set(row.key, (found.get(row.key) ?? 0) + row.passages)
  return found
}

/** Days of the stretch on which the point may have stood: none after today. */
function daysOf(known: KnownPoint, { from, until, now }: FlowReading, counted: ReadonlyMap<string, store.DayRow>): readonly FlowDay[] {
  const today = todayIn(zoneOfPlace(known.point.opened.area), now)
  const last = until < today ? until : today
  const length = daysBetween(from, last)
  return Array.from({ length: Math.max(0, length + 1) }, (_, at) => {
    const day = addDays(from, at)
    const row = counted.get(day)
    const state = stateOfDay(known.point, day, row !== undefined)
    return { day, state, passages: row ? dayTold(row.passages) : null, misfits: row?.misfits ?? 0 }
  })
}
function wholePercent(part: number, rest: number): number | null {
  return part < inside.least || rest < inside.least ? null : Math.round((100 * part) / (part + rest))
}
export function boomAt(known: KnownPoint, history: readonly store.DayRow[], now: string): PointFlow['boom'] {
  // Today is not over.
  const until = addDays(todayIn(zoneOfPlace(known.point.opened.area), now), -1)
  const counted = history.filter((row) => row.point === known.id).map((row): readonly [string, number] => [row.day, tellable(row.passages)])
  return boomOf(new Map(counted), until)
}
/** What a day adds to sums and means: nothing where it may not be told. */
const tellable = (passages: number): number => (passages < inside.least ? 0 : passages)

interface Telling extends FlowReading {
  readonly gathered: Gathered
  readonly nameOf: NameOf
}
function flowOf(known: KnownPoint, reading: Telling): { readonly flow: PointFlow; readonly days: readonly FlowDay[] } {
  const { gathered, nameOf, now } = reading
  const rows = new Map(gathered.days.filter((row) => row.point === known.id).map((row) => [row.day, row]))
  const days = daysOf(known, reading, rows)
  const of = (state: DayState): number => days.filter((one) => one.state === state).length
  const counted = [...rows.values()].map((row) => row.passages)
  const parts = gathered.parts.find((row) => row.point === known.id)
  const directions = keyed(gathered.keys, known.id, 'direction')
  const reasons = keyed(gathered.keys, known.id, 'reason')
  const [into, out] = [directions.get('in') ?? 0, directions.get('out') ?? 0]
  const mining = reasons.get('work-mining') ?? 0
  const said = sum([...reasons].flatMap(([key, n]) => (key === UNKNOWN ? [] : [n])))
  const flow: PointFlow = {
    point: lineOf(known, nameOf, todayIn(zoneOfPlace(known.point.opened.area), now)),
    ...{ countedDays: of('counted'), suspendedDays: of('suspended'), uncountedDays: of('uncounted') },
    ...{ passages: sum(counted.map(tellable)), fewDays: counted.filter((n) => n < inside.least).length },
    daily: meanOf(counted.map(tellable)),
    minors: parts ? wholePercent(parts.girls + parts.boys, parts.women + parts.men) : null,
    mining: wholePercent(mining, said - mining),
    inOut: into < inside.least || out < inside.least ? null : Math.round((10 * into) / out) / 10,
    misfits: sum([...rows.values()].map((row) => row.misfits)),
    boom: boomAt(known, gathered.history, now),
  }
  return { flow, days }
}

const MOST_KEYS = 12
const largest = (found: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...found].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MOST_KEYS)

export async function readFlows(tx: Tx, doors: MobilityDoors, reading: FlowReading): Promise<Flows> {
  const known = await knownPoints(tx, reading.tenant)
  const nameOf = await areaNames(tx, doors, reading.tenant)
  const gathered = await gather(tx, reading, null)
  const keyCounts = (dimension: string, name: NameOf) =>
    largest(keyed(gathered.keys, null, dimension)).map(([key, n]) => ({ key, name: name(key), passages: told(n) }))
  const nations = largest(keyed(gathered.keys, null, 'nationality')).map(([key]) => key)
  return {
    ...{ from: reading.from, until: reading.until },
    points: known.map((one) => flowOf(one, { ...reading, gathered, nameOf }).flow),
    origins: keyCounts('from', nameOf),
    reasons: keyCounts('reason', (key) => key),
    nationalities: {
      keys: nations,
      rows: known.map(({ id }) => {
        const here = keyed(gathered.keys, id, 'nationality')
        return { point: asId('flow-point', id), cells: nations.map((key) => told(here.get(key) ?? 0)) }
      }),
    },
    ...{ keeps: reading.keeps, counts: reading.counts, rules: flowRules },
  }
}

const MOST_DAYS = 400
export async function readPoint(tx: Tx, doors: MobilityDoors, reading: FlowReading & { readonly id: string }): Promise<PointDetail | null> {
  const { tenant, from, until, id } = reading
  const known = (await knownPoints(tx, tenant)).find((one) => one.id === id)
  if (!known) return null
  const gathered = await gather(tx, reading, id)
  const { flow, days } = flowOf(known, { ...reading, gathered, nameOf: await areaNames(tx, doors, tenant) })
  const parts = gathered.parts[0] ?? { women: 0, men: 0, girls: 0, boys: 0 }
  const sendings = await store.listSendings(tx, tenant, { from, until, point: id })
  return {
    flow,
    days: days.slice(-MOST_DAYS).toReversed(),
    parts: { women: told(parts.women), men: told(parts.men), girls: told(parts.girls), boys: told(parts.boys) },
    sendings: sendings.map(({ id: sending, source, withdrawn, ...row }) => ({
      ...{ ...row, id: asId('flow-count', sending), source: source === 'file' ? ('file' as const) : ('telephone' as const) },
      withdrawn: withdrawn === null ? null : mustParse(WithdrawReason, withdrawn),
    })),
    findings: (await listMisfits(tx, tenant, { point: id, from, until })).map(({ day, content }) => {
      const group = mustParse(FlowGroup, content)
      return { day, hour: group.hour, size: group.size, sum: sumOfParts(group) }
    }),
    ...{ keeps: reading.keeps, rules: flowRules },
  }
}
