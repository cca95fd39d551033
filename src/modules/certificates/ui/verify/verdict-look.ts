/* How each verdict looks and which words it takes: pure, so that a test can hold every verdict to an icon, a word and an advice. */
import type { Verdict } from '../../contract.ts'

export type VerdictTone = 'good' | 'bad' | 'late' | 'dim'
export interface VerdictLook {
  readonly tone: VerdictTone
  /** One SVG path in a box of 24 by 24, drawn with a line of 2.5. No two verdicts share one. */
  readonly icon: string
}
const ring = 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18'
export const verdictLooks: { readonly [Key in Verdict]: VerdictLook } = {
  genuine: { tone: 'good', icon: 'M4 12l5 5L20 6' },
  altered: { tone: 'bad', icon: 'M5 5l14 14M19 5L5 19' },
  revoked: { tone: 'bad', icon: `${ring}M6 6l12 12` },
  expired: { tone: 'late', icon: `${ring}M12 7v5l4 3` },
  'not-yet-valid': { tone: 'late', icon: 'M7 3h10M7 21h10M8 3c0 6 8 6 8 9s-8 3-8 9M16 3c0 6-8 6-8 9s8 3 8 9' },
  'unknown-issuer': { tone: 'late', icon: 'M8 8a4 4 0 1 1 6 3.5c-1.400 .9-2 1.500-2 3M12 19v.5' },
  provisional: { tone: 'late', icon: `${ring}M12 3v18M12 7h5M12 12h7M12 17h5` },
  unreadable: { tone: 'dim', icon: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M9 12h6' },
}
/** Of a stolen key: not a stranger's paper that one may look into, but one to hold. */
export const stolenLook: VerdictLook = { tone: 'bad', icon: 'M8 8a4 4 0 1 1-8 0a4 4 0 1 1 8 0M8 8h14M18 8v5M5 16l14 6M19 16L5 22' }
/** A code that does not decode: nobody can tell a slip of the pen from a forgery, so it looks like something to read again. */
export const misreadLook: VerdictLook = { tone: 'dim', icon: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M9 9l6 6M15 9l-6 6' }
