/* What was typed into the form of a value, as the server takes it; `null` while it is not complete. Parts stand one in a line: `sex women 120`. */
import type { PlanIndicator } from '../contract.ts'

export interface TypedText {
  readonly numerator: string
  readonly denominator: string
  readonly parts: string
}
export interface TypedValue {
  readonly numerator: number
  readonly denominator?: number
  readonly parts: readonly { readonly by: string; readonly key: string; readonly numerator: number }[]
}
/** French and English write decimals differently; thousands may be parted by blanks. */
export function numberIn(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}
export function typedOf({ numerator, denominator, parts }: TypedText, { unit }: Pick<PlanIndicator, 'unit'>): TypedValue | null {
  const [above, below] = [numberIn(numerator), numberIn(denominator)]
  if (above === null || (unit !== 'number' && below === null)) return null
  const lines = parts
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const read = lines
    .map((line) => /^(\S+)\s+(\S+)\s+(.+)$/.exec(line))
    .map((found) => ({ by: found?.[1] ?? '', key: found?.[2] ?? '', numerator: numberIn(found?.[3] ?? '') }))
  const whole = read.flatMap((one) => (one.numerator === null || one.by === '' ? [] : [{ ...one, numerator: one.numerator }]))
  if (whole.length !== lines.length) return null
  return { numerator: above, ...(unit === 'number' || below === null ? {} : { denominator: below }), parts: whole }
}
