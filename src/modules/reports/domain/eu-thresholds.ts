/*
Yearly volumes above which Regulation (EU) 2017/821 asks for due diligence, in grams, with the mark of each. An importer below them is free;
whether it is, only the importer knows, because only it sees all that it buys.
*/
import type { Mineral } from '../../sites/contract.ts'
import type { Mark } from '../contract.ts'

export interface EuThreshold {
  readonly hs: string
  readonly mineral: Mineral
  readonly gramsAYear: number
  readonly mark: Mark
}
const kg = 1_000
export const EU_THRESHOLDS: readonly EuThreshold[] = [
  { hs: '2609 00 00', mineral: 'Sn', gramsAYear: 5_000 * kg, mark: 'V' },
  { hs: '2611 00 00', mineral: 'W', gramsAYear: 250_000 * kg, mark: 'V' },
  { hs: 'ex 2615 90 00', mineral: 'Ta', gramsAYear: 100_000 * kg, mark: 'U' },
  { hs: 'ex 2616 90 00', mineral: 'Au', gramsAYear: 4_000_000 * kg, mark: 'U' },
  { hs: 'ex 7108', mineral: 'Au', gramsAYear: 100 * kg, mark: 'V' },
]
export const thresholdsOf = (mineral: Mineral): readonly EuThreshold[] => EU_THRESHOLDS.filter((one) => one.mineral === mineral)

/** Which of our minerals a code of the Harmonized System is, by its first digits; `null` for any other good. */
export function mineralOfHs(hs: string): Mineral | null {
  const digits = hs.replaceAll(/\D/g, '')
  if (digits.startsWith('2609')) return 'Sn'
  if (digits.startsWith('2611')) return 'W'
  if (digits.startsWith('261590')) return 'Ta'
  if (digits.startsWith('7108') || digits.startsWith('261690')) return 'Au'
  return null
}
