/* What was typed, as parameters; the quarters that may be told today. */
import { toldFrom } from '../../../kernel/disclosure/place-and-time.ts'
import type { ReleaseKind, ReleaseParameters } from '../contract.ts'

export interface AskForm {
  readonly agreement: string
  readonly kind: ReleaseKind
  readonly from: string
  readonly until: string
  readonly least: string
  readonly together: string
  readonly columns: readonly string[]
}
const YEARS = 6

/** Newest first. */
export function quartersTold(today: string): readonly string[] {
  const year = Number(today.slice(0, 4))
  return Array.from({ length: YEARS * 4 }, (_, at) => `${year - Math.floor(at / 4)}-Q${4 - (at % 4)}`).filter(
    (quarter) => toldFrom(quarter) <= today,
  )
}
export function firstForm(today: string): AskForm {
  const [newest = ''] = quartersTold(today)
  return { agreement: '', kind: 'province-quarter', from: newest, until: newest, least: '10', together: '2', columns: [] }
}
/** `null` while something is missing. */
export function parametersOf({ kind, from, until, least, together, columns }: AskForm): ReleaseParameters | null {
  const k = Number(least)
  if (!Number.isInteger(k) || k < 10 || k > 1_000 || from === '' || until < from) return null
  if (kind === 'k-aggregates' && columns.length === 0) return null
  return { kind, k, length: Number(together), from, until, columns: kind === 'province-quarter' ? [] : [...columns] }
}
