/* What waits for an exporter itself: dossiers sent back or refused, and certificates of a stolen key for which it must open another dossier. */
interface Told {
  readonly returned: readonly object[]
  readonly refused: readonly object[]
  readonly redeliveries: readonly { readonly next: string }[]
}
export function exporterTurn({ returned, refused, redeliveries }: Told) {
  const again = redeliveries.filter((one) => one.next === 'open').length
  return { n: returned.length + refused.length + again, returned: returned.length, refused: refused.length, again }
}
