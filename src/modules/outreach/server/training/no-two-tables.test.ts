/*
From no two tables of trainings can a cell of one to the least be worked out. Small provinces are made by chance and on purpose, everything that a reader may be told of them is told, and a
reader who can reckon lays any two tables beside each other: tables of the same days, a range within a longer one, participations and trained persons. No cell may be left with one value.
*/
import { describe, expect, test } from 'vitest'
import type { CellRule } from '../../../../kernel/disclosure/disclosure-rules.ts'
import type { NumbersTable, SafeGrid } from '../../contract-training.ts'
import { sumName, toldRule } from '../../domain/told.ts'
import { type Countings, NumbersTables, tell } from './read-numbers.ts'

interface Atom {
  readonly province: string
  readonly category: string
  readonly sex: string
  readonly age: string
  readonly session: string
  readonly n: number
}
type World = readonly Atom[]
const by: { readonly [Key in NumbersTable]: readonly (keyof Atom & string)[] } = {
  'category-sex': ['category', 'sex'],
  'province-sex': ['province', 'sex'],
  'age-sex': ['age', 'sex'],
  'province-category': ['province', 'category', 'sex'],
}
const sumBy = (world: World, names: readonly (keyof Atom & string)[]): ReadonlyMap<string, { parts: string[]; n: number }> => {
  const found = new Map<string, { parts: string[]; n: number }>()
  for (const atom of world) {
    const parts = names.map((name) => String(atom[name]))
    const before = found.get(parts.join('/'))
    found.set(parts.join('/'), { parts, n: (before?.n ?? 0) + atom.n })
  }
  return found
}
const total = (world: World): number => world.reduce((sum, { n }) => sum + n, 0)
const countings = (world: World): Countings => ({
  tables: new Map(NumbersTables.map((table) => [table, [...sumBy(world, by[table]).values()].map((row) => ({ ...row, of: row.n }))])),
  total: total(world),
  sessions: [...sumBy(world, ['session']).values()].map(({ n }) => n),
})

/** What a reader knows of a sum: from, to. */
type Known = Map<string, [number, number]>
type Line = readonly [whole: string, parts: readonly string[]]
interface Released {
  readonly known: Known
  readonly lines: readonly Line[]
}
const ALL = 'all'
function released(world: World, table: NumbersTable, rule: CellRule): Released {
  const { grids, total: whole } = tell(countings(world), { table, rule, nameOf: (code) => code })
  const known: Known = new Map()
  const lines: Line[] = []
  learn(known, '', whole, rule)
  const [rowName = '', columnName = ''] = by[table]
  for (const grid of grids) learnGrid(grid, { rowName, columnName, rule, known, lines })
  // Parts of the same sum lie beside each other in the layers.
  return { known, lines }
}
function learn(known: Known, name: string, cell: SafeGrid['rows'][number]['cells'][number], { least, floorTo }: CellRule): void {
  const [from, to] =
    cell.is === 'shown' ? [cell.n, cell.n + floorTo - 1] : cell.because === 'below-minimum' ? [0, least - 1] : [0, Number.POSITIVE_INFINITY]
  const before = known.get(name) ?? [0, Number.POSITIVE_INFINITY]
  known.set(name, [Math.max(before[0], from), Math.min(before[1], to)])
}
function learnGrid(
  grid: SafeGrid,
  of: { readonly rowName: string; readonly columnName: string; readonly rule: CellRule; readonly known: Known; readonly lines: Line[] },
): void {
  const layer = grid.layer === null ? {} : { sex: grid.layer }
  const nameOf = (row: string, column: string): string =>
    sumName({ ...(row === ALL ? {} : { [of.rowName]: row }), ...(column === ALL ? {} : { [of.columnName]: column }), ...layer })
  const rows = grid.rows.map(({ key }) => key)
  const columns = grid.columns.map(({ key }) => key)
  for (const row of grid.rows) row.cells.forEach((cell, at) => learn(of.known, nameOf(row.key, columns[at] ?? ALL), cell, of.rule))
  const real = (keys: readonly string[]) => keys.filter((key) => key !== ALL)
  for (const row of rows) of.lines.push([nameOf(row, ALL), real(columns).map((column) => nameOf(row, column))])
  for (const column of columns) of.lines.push([nameOf(ALL, column), real(rows).map((row) => nameOf(row, column))])
}
/** Reckons with every line until nothing new is learned. */
function reckon({ known, lines }: Released): Known {
  const at = (name: string): [number, number] => known.get(name) ?? [0, Number.POSITIVE_INFINITY]
  const narrow = (name: string, from: number, to: number): boolean => {
    const [low, high] = at(name)
    if (from <= low && to >= high) return false
    known.set(name, [Math.max(low, from), Math.min(high, to)])
    return true
  }
  for (let again = true, turns = 0; again && turns < 60; turns++) {
    again = false
    for (const [whole, parts] of lines) {
      const low = parts.reduce((sum, part) => sum + at(part)[0], 0)
      const high = parts.reduce((sum, part) => sum + at(part)[1], 0)
      again = narrow(whole, low, high) || again
      for (const part of parts) {
        const others = parts.filter((one) => one !== part)
        const most = others.reduce((sum, one) => sum + at(one)[1], 0)
        const from = others.reduce((sum, one) => sum + at(one)[0], 0)
        again = narrow(part, most === Number.POSITIVE_INFINITY ? 0 : at(whole)[0] - most, at(whole)[1] - from) || again
      }
    }
  }
  return known
}
const truth = (world: World, name: string): number =>
  world
    .filter((atom) => name === '' || name.split(' ').every((one) => Object.entries(atom).some(([key, value]) => one === `${key}=${value}`)))
    .reduce((sum, { n }) => sum + n, 0)
/** Names of small cells that are left with one value; what a reader reckons must also be true. */
function derived(known: Known, valueOf: (name: string) => number, { least }: CellRule): readonly string[] {
  return [...known].flatMap(([name, [from, to]]) => {
    const value = valueOf(name)
    expect(from <= value && value <= to, `${name}: ${value} is not in ${from} to ${to}`).toBe(true)
    return value >= 1 && value < least && from === to ? [`${name} = ${value}`] : []
  })
}
const pairs = NumbersTables.flatMap((one) => NumbersTables.map((other) => [one, other] as const))
const beside = (world: World, rule: CellRule): readonly string[] =>
  pairs.flatMap(([one, other]) => {
    const [a, b] = [released(world, one, rule), released(world, other, rule)]
    const known: Known = new Map(a.known)
    for (const [name, [from, to]] of b.known) {
      const before = known.get(name) ?? [0, Number.POSITIVE_INFINITY]
      known.set(name, [Math.max(before[0], from), Math.min(before[1], to)])
    }
    return derived(reckon({ known, lines: [...a.lines, ...b.lines] }), (name) => truth(world, name), rule)
  })
/** A longer range, a shorter one in it, and what lies between: a larger count and one that is part of it behave the same. */
function within(longer: World, shorter: World, rule: CellRule): readonly string[] {
  return NumbersTables.flatMap((table) => {
    const [a, b] = [released(longer, table, rule), released(shorter, table, rule)]
    const known: Known = new Map([...a.known].map(([name, from]) => [`long/${name}`, from]))
    for (const [name, from] of b.known) known.set(`short/${name}`, from)
    const rename = (where: string, lines: readonly Line[]): Line[] =>
      lines.map(([whole, parts]): Line => [where + whole, parts.map((part) => where + part)])
    const lines = [...rename('long/', a.lines), ...rename('short/', b.lines), ...rename('between/', a.lines)]
    for (const name of a.known.keys()) lines.push([`long/${name}`, [`short/${name}`, `between/${name}`]])
    const valueOf = (name: string): number => {
      const [where = '', ...rest] = name.split('/')
      const [l, s] = [truth(longer, rest.join('/')), truth(shorter, rest.join('/'))]
      return where === 'long' ? l : where === 'short' ? s : l - s
    }
    return derived(reckon({ known, lines }), valueOf, rule)
  })
}

const categories = [
  'social-worker',
  'medical',
  'educator',
  'recruitment-agent',
  'local-police',
  'company-rep',
  'judiciary',
  'cso',
  'media',
  'cooperative',
]
const ages = ['under-18', '18-24', '25-34', '35-49', '50-64']
/** The same numbers each time. */
function chance(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}
function worldOf(seed: number): World {
  const draw = chance(seed)
  const pick = (from: readonly string[]): string => from[draw(from.length)] ?? ''
  const width = 2 + draw(8)
  return Array.from({ length: 4 + draw(18) }, (_none, at) => ({
    ...{
      province: pick(['XL1', 'XL2', 'XL3'].slice(0, 1 + draw(3))),
      category: pick(categories.slice(0, width)),
      sex: pick(['woman', 'man']),
    },
    ...{ age: pick(ages), session: `s${at % (1 + draw(6))}`, n: 1 + draw(draw(3) === 0 ? 25 : 6) },
  }))
}
/** As many parts as the least, each as large as a kept-back part can be: the total would tell every one. */
const tight = (least: number): World =>
  categories.slice(0, least).map((category, at) => ({
    ...{ province: 'XL1', category, sex: 'woman', age: ages[at % 2] ?? '', session: `s${at}`, n: least - 1 },
  }))

describe.each([
  ['inside', toldRule(true)],
  ['outside', toldRule(false)],
] as const)('%s', (_name, rule) => {
  test('two tables of the same days leave no small cell with one value', () => {
    expect(beside(tight(rule.least), rule)).toEqual([])
    for (let seed = 1; seed <= 80; seed++) expect(beside(worldOf(seed), rule), `world ${seed}`).toEqual([])
  })
  test('a range within a longer one, and trained persons beside participations, leave none either', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const longer = worldOf(seed)
      const draw = chance(seed + 7000)
      expect(within(longer, longer.slice(0, -1 - draw(3)), rule), `world ${seed}, days`).toEqual([])
      const trained = longer.map((atom) => ({ ...atom, n: Math.max(0, atom.n - draw(3)) })).filter(({ n }) => n > 0)
      expect(within(longer, trained, rule), `world ${seed}, trained`).toEqual([])
    }
  })
})
test('the reader of this test can reckon: an exact total beside its parts gives a small one away', () => {
  const known: Known = new Map([
    ['', [15, 15]],
    ['sex=woman', [12, 12]],
    ['sex=man', [0, 4]],
  ])
  expect(
    derived(
      reckon({ known, lines: [['', ['sex=woman', 'sex=man']]] }),
      (name) => ({ 'sex=woman': 12, 'sex=man': 3 })[name] ?? 15,
      toldRule(true),
    ),
  ).toEqual(['sex=man = 3'])
})
