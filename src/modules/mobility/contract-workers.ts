/*
The register of foreign workers as it travels: numbers of persons by aimag or soum (province or territoire), never a person. A sheet says what one source stated for one area and one quarter;
a later sheet of the same three takes its place. It refuses a place finer than an area of the second level, free text, and any field in which somebody could be named.
*/
import { type Infer, count, instant, listOf, maybe, oneOf, orNull, record, text, whole, yesOrNo } from '../../kernel/schema.ts'
import { ShownNumber } from './contract.ts'

/** Of the employer. */
export const WorkerSector = oneOf(
  ...(['mining', 'mine-services', 'construction', 'transport', 'trade', 'hospitality', 'farming', 'other', 'unknown'] as const),
)
/** Groups of countries: a single country of a small soum would often be one person. */
export const WorkerNation = oneOf(
  ...(['china', 'russia', 'central-asia', 'korea-japan', 'south-east-asia', 'south-asia', 'africa', 'europe', 'other', 'unknown'] as const),
)
export const WorkerSex = oneOf('female', 'male', 'unknown')
export const WorkerAge = oneOf('under-18', '18-24', '25-34', '35-49', '50-up', 'unknown')
export const WorkerPermit = oneOf('valid', 'applied', 'expired', 'none', 'exempt', 'unknown')
export const WorkerSource = oneOf('labour-office', 'migration-office', 'inspection', 'employers', 'resource-centre', 'other')
export type WorkerSource = Infer<typeof WorkerSource>

export const WorkerLine = record({
  ...{ sector: WorkerSector, nation: WorkerNation, sex: WorkerSex, age: WorkerAge, permit: WorkerPermit },
  n: whole().min(1, 'empty-group').max(20_000, 'too-many'),
})
export type WorkerLine = Infer<typeof WorkerLine>
/** As it is kept: lines of one group are one, and may be more together than one line takes. */
export const KeptLine = record({ ...WorkerLine.shape, n: count() })
export const WorkersSheet = record({
  /** P-code of an aimag or soum, a province or territoire. */
  area: text(12),
  /** `2026-Q3` */
  quarter: text(7),
  source: WorkerSource,
  /** No lines: the source says that nobody is there. */
  lines: listOf(WorkerLine, 1_000),
})
export type WorkersSheet = Infer<typeof WorkersSheet>
export const SheetWithdrawal = oneOf('wrong-area', 'wrong-quarter', 'mistyped', 'counted-twice')
export const WithdrawSheet = record({ area: text(12), quarter: text(7), source: WorkerSource, reason: SheetWithdrawal })
export type WithdrawSheet = Infer<typeof WithdrawSheet>

/** What a table may ask for, with the keys that are told; `unknown` never is, so that no key follows from a sum. */
export const workerDimensions = {
  sector: WorkerSector.options.filter((key) => key !== 'unknown'),
  nation: WorkerNation.options.filter((key) => key !== 'unknown'),
  sex: WorkerSex.options.filter((key) => key !== 'unknown'),
  age: WorkerAge.options.filter((key) => key !== 'unknown'),
  permit: WorkerPermit.options.filter((key) => key !== 'unknown'),
} as const
export const WorkerDimension = oneOf('sector', 'nation', 'sex', 'age', 'permit')
export type WorkerDimension = Infer<typeof WorkerDimension>

export const WorkersQuestion = record({ quarter: maybe(text(7)), source: maybe(WorkerSource) })
export const WorkersTable = record({
  /** Quarters and sources of which a sheet stands, newest first; sources are never added up. */
  choices: listOf(record({ quarter: text(7), source: WorkerSource })),
  quarter: orNull(text(7)),
  source: orNull(WorkerSource),
  rows: listOf(
    record({
      ...{ area: text(12), areaName: text(160), parentName: orNull(text(160)), at: instant(), all: ShownNumber },
      by: record({
        ...{ sector: listOf(ShownNumber), nation: listOf(ShownNumber), sex: listOf(ShownNumber) },
        ...{ age: listOf(ShownNumber), permit: listOf(ShownNumber) },
      }),
    }),
  ),
  keeps: yesOrNo(),
  rules: record({ least: count(), floorTo: count() }),
})
export type WorkersTable = Infer<typeof WorkersTable>
