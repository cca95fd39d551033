/* The register of a month as a table for other programs. Weights in kilograms with a point; for a spreadsheet in French, semicolons and a comma. */
import type { MonthFigures, RegisterEntry } from '../contract.ts'
import { type PageWord, sayIn } from './words.ts'

export interface CsvForm {
  readonly language: 'fr' | 'en'
  readonly excel: boolean
}
const HEADINGS: readonly PageWord[] = [
  'csv.direction',
  'csv.on',
  'csv.place',
  'csv.other',
  'csv.lot',
  'csv.mineral',
  'csv.kilograms',
  'csv.quality',
  'csv.price',
  'csv.currency',
]

export function registerCsv(entries: readonly RegisterEntry[], { language, excel }: CsvForm): string {
  const say = sayIn(language)
  const number = numberIn(excel)
  const rows = entries.map((entry) => [
    say(entry.direction === 'in' ? 'csv.in' : 'csv.out'),
    entry.on,
    entry.place ?? '',
    entry.otherName ?? '',
    entry.lotNumber,
    entry.mineral,
    entry.massMilligrams === null ? number(entry.massGrams / 1000, 3) : number(entry.massMilligrams / 1_000_000, 6),
    entry.quality ?? '',
    entry.price === null ? '' : number(entry.price.amountCents / 100, 2),
    entry.price?.currency ?? '',
  ])
  return tableOf([HEADINGS.map((key) => say(key)), ...rows], excel)
}

const FIGURES: readonly PageWord[] = [
  'csv.mineral',
  'csv.opening',
  'csv.bought',
  'csv.other-in',
  'csv.sold',
  'csv.other-out',
  'csv.difference',
  'csv.closing',
]
/** Opening + bought + other entries − sold − other exits + difference = closing, in every line. */
export function figuresCsv({ minerals }: MonthFigures, { language, excel }: CsvForm): string {
  const say = sayIn(language)
  const number = numberIn(excel)
  const kilograms = (grams: number, milligrams: number | null): string =>
    milligrams === null ? number(grams / 1000, 3) : number(milligrams / 1_000_000, 6)
  const rows = minerals.flatMap(({ mineral, movement, ...one }) =>
    movement === undefined
      ? []
      : [
          [
            mineral,
            kilograms(movement.openingGrams, movement.openingMilligrams),
            kilograms(one.boughtGrams, one.boughtMilligrams),
            kilograms(movement.otherInGrams, movement.otherInMilligrams),
            kilograms(one.soldGrams, one.soldMilligrams),
            kilograms(movement.otherOutGrams, movement.otherOutMilligrams),
            kilograms(movement.differenceGrams, movement.differenceMilligrams),
            kilograms(one.closingStockGrams, one.closingStockMilligrams),
          ],
        ],
  )
  return tableOf([FIGURES.map((key) => say(key)), ...rows], excel)
}

const numberIn =
  (excel: boolean) =>
  (value: number, digits: number): string =>
    excel ? value.toFixed(digits).replace('.', ',') : value.toFixed(digits)
function tableOf(rows: readonly (readonly string[])[], excel: boolean): string {
  const comma = excel ? ';' : ','
  const lines = rows.map((row) => row.map((cell) => quoted(cell, comma)).join(comma))
  return `${excel ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`
}

/** A cell that begins like a formula is kept from being one. */
function quoted(cell: string, comma: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^-?\d/.test(cell) ? `'${cell}` : cell
  return safe.includes(comma) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
