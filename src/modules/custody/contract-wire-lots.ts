/*
Lots for a data-sharing protocol: the plain facts of what somebody may see, by pages or by number, and the two commands that a partner's document can
become. No position and no name of a person.
*/
import type { Outcome } from '../../kernel/outcome.ts'
import type { Infer } from '../../kernel/schema.ts'
import type { CombineLots, RegisterBag } from './contract.ts'
import type { WhoSees } from './contract-exchange.ts'

export interface WireLotFacts {
  readonly lot: string
  readonly number: string
  readonly kind: string
  readonly mineral: string
  readonly massGrams: number
  readonly massMilligrams: number | null
  readonly remainingGrams: number
  readonly holder: string
  readonly site: string | null
  readonly tag: string | null
  readonly producedOn: string | null
  readonly formedOn: string
  readonly learnedAt: string
  readonly certificate: string | null
  /** Whether it came out of a processing or a split, was bought, lay in a depot, went by road. */
  readonly processed: boolean
  readonly bought: boolean
  readonly stored: boolean
  readonly recipient: string | null
  readonly sentOn: string | null
  readonly inputs: readonly {
    readonly lot: string
    readonly number: string
    readonly drawnGrams: number
    readonly drawnMilligrams: number | null
  }[]
  readonly taxes: readonly {
    readonly taxType: string
    readonly amountHundredths: number
    readonly currency: string
    readonly authority: string | null
    readonly paidOn: string | null
    readonly receipt: string | null
  }[]
  /** The last one of the element that the mineral is traded by. */
  readonly assay: { readonly value: number; readonly unit: string } | null
}
export interface WireLotsAsked {
  readonly mineral?: string | undefined
  readonly number?: string | undefined
  readonly lots?: readonly string[] | undefined
  readonly offset: number
  readonly limit: number
}
export interface WireLotsDoor<Tx, Context> {
  /** Newest record first, without what was voided; `total` of all that fit. */
  readonly list: (tx: Tx, who: WhoSees, asked: WireLotsAsked) => Promise<{ readonly total: number; readonly lots: readonly WireLotFacts[] }>
  readonly registerBag: (context: Context, lot: string, bag: Infer<typeof RegisterBag>) => Promise<Outcome<unknown>>
  readonly combine: (context: Context, lot: string, combination: Infer<typeof CombineLots>) => Promise<Outcome<unknown>>
}
