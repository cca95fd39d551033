/* With what the form of a new dossier opens: an address may name the lot and the certificate that is replaced. A lot that is asked for and not in hand is named, not left out in silence. */
import type { UrlState } from '../../../../app/kit/url-state.ts'

interface Start {
  readonly lot: string
  readonly replaces: string
  /** Asked for, and not among those that can be certified now. */
  readonly notFree: string | null
}
export function startOf(url: UrlState, lots: readonly { readonly id: string }[]): Start {
  const asked = url['lot'] ?? ''
  const isFree = lots.some((one) => one.id === asked)
  return { lot: isFree ? asked : '', replaces: url['replaces'] ?? '', notFree: asked === '' || isFree ? null : asked }
}
