/* The values of a rulebook as a screen lists them. The answer carries them as they are hashed, so they are looked at with care. Pure. */
import type { Translate } from '../../../../app/words.ts'

const names = [
  'greenMonths',
  'yellowMonths',
  'redMinimumMonths',
  'redExtensionMonths',
  'blueMonths',
  'blueObjectionDays',
  'blueAfterGreenCountsFrom',
  'progressCriteria',
] as const
export type ValueName = (typeof names)[number]
export interface ShownValue {
  readonly name: ValueName
  readonly value: unknown
  readonly evidence: string
  readonly source: string
}
const isObject = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null

export function valuesOf(values: unknown): readonly ShownValue[] {
  if (!isObject(values)) return []
  return names.flatMap((name) => {
    const cited = values[name]
    return isObject(cited) ? [{ name, value: cited['value'], evidence: String(cited['evidence']), source: String(cited['source']) }] : []
  })
}

/** What may be set here: what nobody read in the source. */
export const settable = (one: ShownValue): boolean => one.evidence !== 'V' && one.name !== 'progressCriteria'

export function valueText(t: Translate, { name, value }: Pick<ShownValue, 'name' | 'value'>): string {
  if (value === null || value === undefined) return t('rules.unknown')
  if (value === true || value === false) return t(value ? 'rules.yes' : 'rules.no')
  if (name === 'blueAfterGreenCountsFrom') return t(value === 'green' ? 'rules.from-green' : 'rules.from-lapse')
  return t(name === 'blueObjectionDays' ? 'rules.days' : 'rules.months', { n: value })
}
