/*
How well a source knows where something happened. UCDP's own number says it where the file has it; an extract without that number says it in
words, and the words of one row tell of another that bears the same point: a province's middle stays a middle where nobody wrote it down. When in
doubt the coarser answer is taken, because a pin that is wrong accuses a place.
*/
import type { PlacePrecision } from '../../modules/conflict/contract-events.ts'

/** `where_prec` of UCDP GED (codebook 25.1, from memory of it: U). */
const byNumber: { readonly [number: string]: PlacePrecision } = {
  ...({ '1': 'exact', '2': 'near', '3': 'territoire', '4': 'province' } as const),
  ...({ '5': 'line', '6': 'country', '7': 'sea' } as const),
}
export const precisionOfNumber = (number: string): PlacePrecision | null => byNumber[number.trim()] ?? null

const country = /^(dr congo|democratic republic of congo|congo, democratic)/i
const province = /\bprovince$/i
const territoire = /\b(territory|territoire)$/i
const line = /\b(road|border|lake|river|national park|zones?)\b/i

/** From the words of a file that has no number: `null` where it has no words either. */
export function precisionOfWords(written: string | null): PlacePrecision | null {
  const words = written?.trim() ?? ''
  if (words === '') return null
  if (country.test(words)) return 'country'
  if (province.test(words)) return 'province'
  if (territoire.test(words)) return 'territoire'
  return line.test(words) ? 'line' : 'near'
}

export interface Located {
  readonly precision: PlacePrecision | null
  readonly at: { readonly latitude: number; readonly longitude: number } | null
  /** Whether the file states a province, a territoire. */
  readonly hasProvince: boolean
  readonly hasTerritoire: boolean
}
const areas: readonly PlacePrecision[] = ['country', 'province', 'territoire', 'line', 'sea']

/**
 * What each row's place is worth, for a file without numbers. A point which other rows use for an area only is that area for a row without words;
 * a point which they also use for a named place stays `unstated`. Without a territoire nothing is known better than a province.
 */
export function settledPrecisions(rows: readonly Located[]): readonly PlacePrecision[] {
  const used = new Map<string, Set<PlacePrecision>>()
  for (const { at, precision } of rows) {
    if (at && precision) used.set(pointKey(at), (used.get(pointKey(at)) ?? new Set()).add(precision))
  }
  return rows.map(({ precision, at, hasProvince, hasTerritoire }) => {
    if (precision) return precision
    if (!hasProvince) return 'country'
    if (!hasTerritoire) return 'province'
    const others = [...(at ? (used.get(pointKey(at)) ?? []) : [])]
    const [only] = others
    return only && others.length === 1 && areas.includes(only) ? only : 'unstated'
  })
}
const pointKey = ({ latitude, longitude }: { readonly latitude: number; readonly longitude: number }): string => `${latitude} ${longitude}`
