/*
What may be told of places for one quarter: by type, how many, at a site, in its territoire, in its province. Made once, ninety days after the quarter ended, and
never made again: whoever looks twice sees the same, whatever became of a single case in between. A site is told only from ten on; fewer are told only inside
their territoire, fewer than ten there only inside their province. Nothing and too few look alike, so that a place where nothing is told says nothing.
Types are counted apart and never added up: one person may stand behind several.
*/
import { addDays, addMonths } from '../../../kernel/calendar.ts'
import { type CellRule, type ShownCount, disclosureRules, floored, outside } from '../../../kernel/disclosure/disclosure-rules.ts'
import type { ReleasedCell } from '../../../kernel/disclosure/release-guard.ts'
import type { PlaceCount, ToldPlace } from '../contract.ts'
import { cellName } from './compute-place-events.ts'
import { type SumNode, tellable } from './hidden-in-sums.ts'

const firstDayOf = (quarter: string): string => `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}-01`
/** First day on which a quarter may be told of places. */
export const placesToldFrom = (quarter: string): string => addDays(addMonths(firstDayOf(quarter), 3), disclosureRules.siteDelayDays.value)

/** A cell of the quarter with what is behind it; the true count goes no further than the guard. */
export interface PlaceCell extends Omit<ToldPlace, 'persons' | 'quarter'> {
  readonly count: number
  readonly told: ShownCount
}
interface Territoire {
  readonly code: string
  readonly sites: Map<string, number>
  /** Said of the territoire and of no site. */
  rest: number
}
interface Province {
  readonly type: string
  readonly code: string
  readonly territoires: Map<string, Territoire>
  rest: number
}

export function toldOfQuarter(counts: readonly PlaceCount[], rule: CellRule = outside): readonly PlaceCell[] {
  const provinces = new Map<string, Province>()
  for (const one of counts) {
    const key = `${one.type} ${one.admin1}`
    const province = provinces.get(key) ?? { type: one.type, code: one.admin1, territoires: new Map<string, Territoire>(), rest: 0 }
    provinces.set(key, province)
    if (one.admin2 === null) province.rest += one.persons
    else {
      const territoire = province.territoires.get(one.admin2) ?? { code: one.admin2, sites: new Map<string, number>(), rest: 0 }
      province.territoires.set(one.admin2, territoire)
      if (one.site === null) territoire.rest += one.persons
      else territoire.sites.set(one.site, (territoire.sites.get(one.site) ?? 0) + one.persons)
    }
  }
  return inOrder(provinces).flatMap((province) => cellsOf(province, rule))
}

/** A part of the tree with what it is called. */
interface Named extends SumNode {
  readonly cell: Omit<PlaceCell, 'count' | 'told'> | null
  readonly parts: readonly Named[]
}
const nameless = (count: number): Named => ({ count, parts: [], isNameless: true, cell: null })

function cellsOf({ type, code, territoires, rest }: Province, rule: CellRule): readonly PlaceCell[] {
  const parts = inOrder(territoires).map((one): Named => {
    const place = { type, province: code, territoire: one.code }
    const sites = [...one.sites]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([site, count]): Named => ({ count, parts: [], cell: { ...place, level: 'site', code: site } }))
    return summed([...sites, nameless(one.rest)], { ...place, level: 'territoire', code: one.code })
  })
  const whole = summed([...parts, nameless(rest)], { type, province: code, territoire: null, level: 'province', code })
  const shown = tellable(whole, rule)
  const told = (node: Named): ShownCount =>
    shown.has(node) ? { shown: floored(node.count, rule.floorTo) } : { withheld: node.count < rule.least ? 'below-minimum' : 'complement' }
  return flat(whole).flatMap((node) => (node.cell === null ? [] : [{ ...node.cell, count: node.count, told: told(node) }]))
}
const summed = (parts: readonly Named[], cell: Named['cell']): Named => ({ count: sum(parts.map((one) => one.count)), parts, cell })
const flat = (node: Named): readonly Named[] => [node, ...node.parts.flatMap(flat)]

/** What anybody may be told: nothing withheld is in it, not even that it was. */
export const toldLines = (cells: readonly PlaceCell[], quarter: string): readonly ToldPlace[] =>
  cells.flatMap(({ type, level, code, province, territoire, told }) =>
    'shown' in told ? [{ type, quarter, level, code, province, territoire, persons: told.shown }] : [],
  )

/** As the guard between releases names them. */
export const guardedCells = (cells: readonly PlaceCell[], quarter: string): readonly ReleasedCell[] =>
  cells.map(({ type, level, code, count, told }) => ({ cell: cellName({ type, level, code, quarter }), count, told }))

const inOrder = <Value>(map: ReadonlyMap<string, Value>): readonly Value[] =>
  [...map].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)
