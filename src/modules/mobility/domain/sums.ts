/*
What the groups of one day add up to. A group whose women, men, girls and boys do not make its size is kept and counted as passages, and named; its parts are counted nowhere. A group
that nobody divided is no mistake.
*/
import type { DaySums, FlowDimension, FlowGroup, FlowPlace } from '../contract.ts'

export type Fit = 'fits' | 'misfit' | 'undivided'
const parts = ({ women, men, girls, boys }: FlowGroup): readonly (number | null)[] => [women, men, girls, boys]
export const sumOfParts = (group: FlowGroup): number => parts(group).reduce<number>((all, one) => all + (one ?? 0), 0)

/** Divided in part only is a misfit unless what was counted makes the size; more small children than children is one, too. */
export function fitOf(group: FlowGroup): Fit {
  if (parts(group).every((one) => one === null)) return 'undivided'
  if (sumOfParts(group) !== group.size) return 'misfit'
  return (group.under5 ?? 0) > (group.girls ?? 0) + (group.boys ?? 0) ? 'misfit' : 'fits'
}

export const UNKNOWN = 'unknown'
/** As fine as a province: a territoire of departure could lead to one. */
export const placeKey = (place: FlowPlace | undefined): string => place?.adm1 ?? place?.country ?? UNKNOWN

const keysOf: { readonly [Name in Exclude<FlowDimension, 'nationality'>]: (group: FlowGroup) => string } = {
  direction: ({ direction }) => direction,
  reason: ({ reason }) => reason ?? UNKNOWN,
  transport: ({ transport }) => transport ?? UNKNOWN,
  stay: ({ stay }) => stay ?? UNKNOWN,
  from: ({ from }) => placeKey(from),
  to: ({ to }) => placeKey(to),
}
const total = (groups: readonly FlowGroup[], of: (group: FlowGroup) => number | null | undefined): number =>
  groups.reduce((all, group) => all + (of(group) ?? 0), 0)

function byKey(groups: readonly FlowGroup[], keyOf: (group: FlowGroup) => string): { [key: string]: number } {
  const found = new Map<string, number>()
  for (const group of groups) found.set(keyOf(group), (found.get(keyOf(group)) ?? 0) + group.size)
  return sorted(found)
}
/** Said for fewer than passed: the rest is unknown. Said for more: only as many as passed are believed, in the order in which they were said. */
function byNationality(groups: readonly FlowGroup[]): { [key: string]: number } {
  const found = new Map<string, number>()
  const add = (key: string, n: number): void => void (n > 0 && found.set(key, (found.get(key) ?? 0) + n))
  for (const { nationalities = [], size } of groups) {
    let left = size
    for (const { iso3, n } of nationalities) {
      add(iso3, Math.min(n, left))
      left -= Math.min(n, left)
    }
    add(UNKNOWN, left)
  }
  return sorted(found)
}
/** In one order always: the same groups are the same sums, byte for byte. */
const sorted = (found: ReadonlyMap<string, number>): { [key: string]: number } =>
  Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)))

export function sumsOf(groups: readonly FlowGroup[]): DaySums {
  const fitting = groups.filter((group) => fitOf(group) === 'fits')
  const of = (fit: Fit): number => groups.filter((group) => fitOf(group) === fit).length
  return {
    ...{ groups: groups.length, passages: total(groups, ({ size }) => size), misfits: of('misfit'), undivided: of('undivided') },
    fitting: {
      ...{ groups: fitting.length, passages: total(fitting, ({ size }) => size) },
      ...{ women: total(fitting, ({ women }) => women), men: total(fitting, ({ men }) => men) },
      ...{ girls: total(fitting, ({ girls }) => girls), boys: total(fitting, ({ boys }) => boys) },
      under5: total(fitting, ({ under5 }) => under5),
    },
    vulnerable: {
      pregnant: total(groups, ({ vulnerable }) => vulnerable?.pregnant),
      elderly: total(groups, ({ vulnerable }) => vulnerable?.elderly),
      disability: total(groups, ({ vulnerable }) => vulnerable?.disability),
      unaccompanied: total(groups, ({ vulnerable }) => vulnerable?.unaccompanied),
    },
    by: {
      ...{ direction: byKey(groups, keysOf.direction), reason: byKey(groups, keysOf.reason), transport: byKey(groups, keysOf.transport) },
      ...{ stay: byKey(groups, keysOf.stay), from: byKey(groups, keysOf.from), to: byKey(groups, keysOf.to) },
      nationality: byNationality(groups),
    },
  }
}
