/*
What a printed order's fingerprint is made over: the act as it was signed, never what the register says today. The first version left out
the place, the reasons of departures, the stocks and the scan; papers printed with it are still checked by it, so no version ever changes.
The domain has no cryptography: the hash is made by the server, over the canonical JSON of this.
*/
import type { OrderSigned } from './order.ts'

export interface SignedText {
  readonly number: string
  readonly orderKind: OrderSigned['orderKind']
  readonly signatoryRole: string
  readonly signedOn: string
  readonly effectiveFrom: string
  readonly until: string | null
  readonly supersedes: string | null
  readonly legalBasis: readonly string[]
  readonly recitals: readonly string[]
  readonly signedAtPlace: string | null
  readonly rulebook: { readonly id: string; readonly hash: string }
  readonly annex: readonly {
    readonly site: string
    readonly colour: 'green' | 'yellow' | 'red'
    readonly proposed: 'green' | 'yellow' | 'red' | null
    readonly inspection: string | null
    readonly deviationReason: string | null
  }[]
  readonly derogations: readonly {
    readonly site: string
    readonly quantityGrams: number
    readonly foundOn: string
    readonly reason: string
  }[]
  /** SHA-256 of the signed paper. */
  readonly scan: string | null
}

export const FINGERPRINT_VERSIONS = [1, 2] as const
export type FingerprintVersion = (typeof FINGERPRINT_VERSIONS)[number]
/** The one that is printed. */
export const NEWEST_FINGERPRINT = 2

export function textForFingerprint(act: SignedText, version: FingerprintVersion): object {
  if (version === 2) return { version, ...act }
  const { number, orderKind, signatoryRole, signedOn, effectiveFrom, until, legalBasis, recitals, rulebook } = act
  const annex = act.annex.map(({ site, colour }) => ({ site, colour }))
  return { number, orderKind, signatoryRole, signedOn, effectiveFrom, until, legalBasis, recitals, rulebook, annex }
}

/** As printed: the version is part of it, because two versions of one act must never be taken for two acts. The first had no mark. */
export const printedFingerprint = (version: FingerprintVersion, hash: string): string => (version === 1 ? hash : `v${version}:${hash}`)
