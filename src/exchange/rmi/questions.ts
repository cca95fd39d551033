/*
The eight questions of a declaration, metal by metal. What the record knows is answered in the words of the file's own list, and only where the file's own
label shows that the cell asks it; everything else is the company's to say and comes back as a gap.
*/
import type { SourceList } from '../../modules/reports/contract.ts'
import type { Mineral } from '../../modules/sites/contract.ts'
import { type Book, textOf } from './workbook/book.ts'

/** Rows of the four metals under each question: tantalum, tin, gold, tungsten. */
export const METALS: readonly Mineral[] = ['Ta', 'Sn', 'Au', 'W']
export const QUESTIONS = [26, 32, 38, 44, 50, 56, 62, 68] as const

/** The Democratic Republic of the Congo and the countries around it, as the law that the template serves counts them. */
const COVERED: ReadonlySet<string> = new Set(['CD', 'AO', 'BI', 'CF', 'CG', 'RW', 'SS', 'TZ', 'UG', 'ZM'])
interface Known {
  readonly label: RegExp
  /** `null`: the record cannot tell. */
  readonly answer: (of: Mineral, sources: SourceList) => 'Yes' | 'No' | null
}
const sold = (of: Mineral, { buyers }: SourceList): boolean => buyers.some(({ minerals }) => minerals.includes(of))
const minesOf = (of: Mineral, { mines }: SourceList) => mines.filter(({ mineral }) => mineral === of)
/** A metal that was shipped is in the product and remains there; of one that was not, nothing follows. */
const inProduct = (of: Mineral, sources: SourceList): 'Yes' | null => (sold(of, sources) || minesOf(of, sources).length > 0 ? 'Yes' : null)
const known: { readonly [question: number]: Known } = {
  1: { label: /intentionally added/i, answer: inProduct },
  2: { label: /\bremain/i, answer: inProduct },
  3: {
    label: /covered countr/i,
    // A mine elsewhere does not say that there is none here.
    answer: (of, sources) => (minesOf(of, sources).some(({ country }) => COVERED.has(country)) ? 'Yes' : null),
  },
  5: { label: /recycled|scrap/i, answer: (of, sources) => (minesOf(of, sources).length > 0 ? 'No' : null) },
}

/** The answer for a cell of the declaration, as the file's list words it; `null` leaves it to the company. */
export function answerTo(book: Book, { question, mineral }: { readonly question: number; readonly mineral: Mineral }, sources: SourceList) {
  const one = known[question]
  const row = QUESTIONS[question - 1]
  if (one === undefined || row === undefined || !one.label.test(labelAbove(book, row))) return null
  const answer = one.answer(mineral, sources)
  return answer === null ? null : (book.shared.find((word) => word.trim().toLowerCase() === answer.toLowerCase())?.trim() ?? null)
}
function labelAbove(book: Book, row: number): string {
  const sheet = book.sheet('Declaration')
  if (sheet === null) return ''
  return ['A', 'B', 'C'].flatMap((column) => [row - 1, row - 2].map((at) => textOf(book, sheet, `${column}${at}`))).join(' ')
}
