/* Sums of a budget. Plain, without schemas, so that a screen may show them while somebody types. */

/** Sums per currency, in the order in which the currencies first appear; amounts of two currencies are never added. */
export function budgetTotals(
  lines: readonly { readonly amount: number; readonly currency: string }[],
): readonly { readonly currency: string; readonly amount: number }[] {
  const cents = new Map<string, number>()
  for (const { amount, currency } of lines) cents.set(currency, (cents.get(currency) ?? 0) + Math.round(amount * 100))
  return [...cents].map(([currency, sum]) => ({ currency, amount: sum / 100 }))
}
