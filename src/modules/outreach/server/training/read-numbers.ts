/*
Numbers of trainings for tables: participations and trained persons, two indicators side by side and never one in the other. Every number of persons passes the rule of the
least cell with its sums; the table of three divisions is told for each sex apart, without a sum over the sexes, so that no sum gives a small cell away.
*/
import { type CellRule, floored, shownCount } from '../../../../kernel/disclosure/disclosure-rules.ts'
import { safeTable } from '../../../../kernel/disclosure/safe-table.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { AgeBand, Sex } from '../../contract.ts'
import { type NumbersTable, ParticipantCategory, type SafeCount, type SafeGrid, type TrainingNumbers } from '../../contract-training.ts'
import { type Gain, gainOf } from '../../domain/training/rules.ts'
import type { TrainingDoors } from './doors.ts'
import { provinceNames, ruleFor, safe } from './read-training.ts'
import { type Counted, type CountRow, type Dividable, countNotLinked, countTrainings, listScores } from './store-read.ts'

const divided: { readonly [Key in NumbersTable]: readonly [rows: Dividable, columns: Dividable, layers: Dividable | null] } = {
  'category-sex': ['category', 'sex', null],
  'province-sex': ['province', 'sex', null],
  'age-sex': ['age', 'sex', null],
  'province-category': ['province', 'category', 'sex'],
}
const orders: { readonly [name: string]: readonly string[] } = {
  category: ParticipantCategory.options,
  sex: Sex.options,
  age: AgeBand.options,
}
const valuesOf = (name: Dividable, rows: readonly CountRow[], at: number): readonly string[] => {
  const seen = new Set(rows.map(({ parts }) => parts[at] ?? ''))
  return (orders[name] ?? [...seen].toSorted()).filter((value) => seen.has(value))
}

interface Asked {
  readonly tenant: string
  readonly who: Who
  readonly from: string
  readonly until: string
  readonly table: NumbersTable
}
export async function readNumbers(tx: Tx, doors: TrainingDoors, asked: Asked): Promise<TrainingNumbers> {
  const { tenant, who, from, until, table } = asked
  const rule = ruleFor(who)
  const nameOf = await provinceNames(tx, doors, tenant)
  const count = (counted: Counted, by: readonly Dividable[]) =>
    countTrainings(tx, tenant, { counted, by, occurred: { from, to: until }, learned: { after: null, until: null } })
  const [rows, columns, layers] = divided[table]
  const by = layers === null ? [rows, columns] : [rows, columns, layers]
  const grids = async (counted: Counted): Promise<SafeGrid[]> => gridsOf(await count(counted, by), { by, rule, nameOf })
  const total = async (counted: Counted): Promise<number> => (await count(counted, []))[0]?.n ?? 0
  const scores = await listScores(tx, tenant, { from, to: until })
  const scored = scores.reduce((sum, { n }) => sum + n, 0)
  const practice = (await count('follow-up', []))[0] ?? { n: 0, of: 0 }
  return {
    ...{ from, until, table, least: rule.least, floorTo: rule.floorTo },
    participations: await grids('participations'),
    trainedUnique: await grids('trained-unique'),
    participationsTotal: safe(await total('participations'), rule),
    trainedUniqueTotal: safe(await total('trained-unique'), rule),
    notLinked: safe(await countNotLinked(tx, tenant, { from, to: until }), rule),
    certificates: safe(await total('certificates'), rule),
    // A mean of four people tells of each: it waits for the least cell like every number of persons.
    gain: scored < rule.least ? null : gainTold(gainOf(scores.flatMap(({ n, ...score }) => Array.from({ length: n }, () => score))), rule),
    followUp: followUpOf(practice, rule),
  }
}
/** Of how many a mean is, is a number of persons too: beside exact ones, two stretches of days would tell the score of who is in one only. */
function gainTold({ of, normalisedOf, normalisedThousandths, ...means }: Gain, { least }: CellRule): Gain {
  const open = normalisedOf < least ? { normalisedOf: 0, normalisedThousandths: null } : { normalisedOf, normalisedThousandths }
  return { ...means, ...open, of: floored(of, least), normalisedOf: floored(open.normalisedOf, least) }
}
/** Both parts must be large enough: few who do, and few who do not. */
function followUpOf({ n, of }: { readonly n: number; readonly of: number }, rule: CellRule): TrainingNumbers['followUp'] {
  const parts = [of, n, of - n].map((one) => shownCount(one, rule))
  const [reached, practising] = parts
  if (parts.some((one) => 'withheld' in one) || !reached || !practising || !('shown' in reached) || !('shown' in practising)) return null
  return { reached: reached.shown, practising: practising.shown }
}

interface GridParts {
  readonly by: readonly Dividable[]
  readonly rule: CellRule
  readonly nameOf: (code: string) => string
}
function gridsOf(counted: readonly CountRow[], parts: GridParts): SafeGrid[] {
  const layer = parts.by[2]
  if (layer === undefined) return [gridOf(counted, null, parts)]
  return valuesOf(layer, counted, 2).map((value) =>
    gridOf(
      counted.filter((row) => row.parts[2] === value),
      value,
      parts,
    ),
  )
}
function gridOf(counted: readonly CountRow[], layer: string | null, { by, rule, nameOf }: GridParts): SafeGrid {
  const [rowName = 'category', columnName = 'sex'] = by
  const [rows, columns] = [valuesOf(rowName, counted, 0), valuesOf(columnName, counted, 1)]
  const cells = new Map(counted.map(({ parts, n }) => [`${parts[0]}/${parts[1]}`, n]))
  const table = rows.map((row) => columns.map((column) => cells.get(`${row}/${column}`) ?? 0))
  const shown = safeTable(table, rule)
  const named = (name: Dividable, key: string) => ({ key, name: name === 'province' ? nameOf(key) : key })
  return {
    layer,
    columns: [...columns.map((key) => named(columnName, key)), { key: 'all', name: 'all' }],
    rows: [...rows.map((key) => named(rowName, key)), { key: 'all', name: 'all' }].map((row, at) => ({
      ...row,
      cells: (shown[at] ?? []).map((cell): SafeCount =>
        'shown' in cell ? { is: 'shown', n: cell.shown } : { is: 'withheld', because: cell.withheld },
      ),
    })),
  }
}
