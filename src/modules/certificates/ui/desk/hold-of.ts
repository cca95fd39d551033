/* Whether a lot may not move now, and why as the record says it: rules of findings, or a reason in words. Without a reason: held by what is inside of it. */
import type { LotDetail } from '../../../custody/contract.ts'

export interface Held {
  readonly lot: Pick<LotDetail['lot'], 'state'>
  readonly quarantine: { readonly because: string } | null
  readonly heldBy?: { readonly because: string }
}
interface Hold {
  readonly because: string | null
  readonly isRules: boolean
}
export function holdOf({ lot, quarantine, heldBy }: Held): Hold | null {
  if (lot.state !== 'quarantined' && lot.state !== 'seized' && quarantine === null) return null
  const because = quarantine?.because ?? heldBy?.because ?? null
  return { because, isRules: because !== null && /^([FP]\d\d ?)+$/.test(because) }
}
