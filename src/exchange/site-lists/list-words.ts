/* What the server and the screen say to each other about a list: what was found in the file, what is asked, what each row would do. */
import {
  type Infer,
  anything,
  calendarDate,
  count,
  id,
  keyed,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  text,
  yesOrNo,
} from '../../kernel/schema.ts'
import { PositionOrigin } from '../../modules/places/contract.ts'
import { fieldNames } from './fields.ts'

export const ReadList = record({
  list: id('site-list'),
  format: oneOf('csv', 'geojson'),
  encoding: oneOf('utf-8', 'utf-16', 'windows-1252'),
  separator: orNull(text(2).or(oneOf('\t'))),
  columns: listOf(record({ name: text(400).or(oneOf('')), samples: listOf(anything(), 3) }), 300),
  rows: count(),
  /** Lines with another number of cells than the heading: reported with every plan. */
  uneven: count(),
  points: count(),
  polygons: count(),
  guess: keyed(count()),
  bytes: count(),
})
export type ReadList = Infer<typeof ReadList>

const mapping = record({
  ...Object.fromEntries(fieldNames.map((name) => [name, maybe(count())])),
})
/** How a list is to be read. `country`: where its sites lie. */
export const ListSettings = record({
  mapping,
  source: text(120),
  date: calendarDate(),
  origin: PositionOrigin,
  /** Rows that may be known sites: `new`, the id of the site, or `leave`. */
  choices: maybe(listOf(record({ line: count(), as: text(36) }), 20_000)),
  /** For all rows that may be known sites and have no choice of their own. */
  otherwise: maybe(oneOf('new', 'leave')),
})
export type ListSettings = Infer<typeof ListSettings>
/** A piece of the list: `from` counts rows from 0. */
export const ListPiece = record({ settings: ListSettings, from: count(), write: yesOrNo() })

export const PlannedRow = record({
  line: count(),
  nationalId: text(200).or(oneOf('')),
  name: text(400).or(oneOf('')),
  verdict: oneOf('new', 'changes', 'same', 'likely', 'left', 'error'),
  site: orNull(id('site')),
  changes: listOf(record({ field: text(40), before: text(4000).or(oneOf('')), after: text(4000).or(oneOf('')) })),
  likely: listOf(record({ site: id('site'), name: text(), nationalId: text(), score: count(), distanceMetres: orNull(count()) })),
  problems: listOf(record({ column: orNull(text(400).or(oneOf(''))), code: text(60), facts: anything() })),
})
export type PlannedRow = Infer<typeof PlannedRow>
/** `next`: the row with which the next piece begins; `null` when the list is done. */
export const PieceAnswer = record({
  rows: listOf(PlannedRow, 1000),
  next: orNull(count()),
  total: count(),
  added: count(),
  wrote: yesOrNo(),
})
export type PieceAnswer = Infer<typeof PieceAnswer>
