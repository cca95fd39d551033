/*
What gold is worth, in whole numbers throughout: fine gold of a gross mass, the amount of a price, a price beside the one of reference. Half a
milligram and more counts as a whole one, half a hundredth of a currency too (D). It knows no lots.
*/

const rounded = (numerator: bigint, denominator: bigint): number => Number((numerator * 2n + denominator) / (denominator * 2n))

/** Fine gold: gross × ‰ / 1000, to the milligram. 12,400 mg at 9,200 tenths: 11,408 mg. */
export const fineOf = (massMilligrams: number, finenessTenthsPerMille: number): number =>
  rounded(BigInt(massMilligrams) * BigInt(finenessTenthsPerMille), 10_000n)

/** The mass in grams that lists show beside milligrams. */
export const gramsOfGold = (milligrams: number): number => Math.round(milligrams / 1000)

/** Hundredths of the currency for this gold. */
export function amountOfGold(
  gold: { readonly massMilligrams: number; readonly fineMilligrams: number },
  price: { readonly hundredthsPerGram: number; readonly per: 'gross' | 'fine' },
): number {
  const milligrams = price.per === 'gross' ? gold.massMilligrams : gold.fineMilligrams
  return rounded(BigInt(milligrams) * BigInt(price.hundredthsPerGram), 1000n)
}

/** A troy ounce is 31.1034768 g, by definition. */
export const perFineGram = (hundredths: number, per: 'gram' | 'troy-ounce'): number =>
  per === 'gram' ? hundredths : rounded(BigInt(hundredths) * 10_000_000n, 311_034_768n)

/** What was paid beside what the fine gold is worth at the reference, in hundredths of a percent; `null` where it is worth nothing. */
export function paidShare(amountHundredths: number, fineMilligrams: number, hundredthsPerFineGram: number): number | null {
  const worth = BigInt(fineMilligrams) * BigInt(hundredthsPerFineGram)
  return worth === 0n ? null : rounded(BigInt(amountHundredths) * 10_000_000n, worth)
}

/** Hundredths of a percent, signed, towards zero. */
export const shareLost = (before: number, after: number): number =>
  before === 0 ? 0 : Number((BigInt(before - after) * 10_000n) / BigInt(before))
