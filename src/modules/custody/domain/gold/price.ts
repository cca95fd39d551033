/* A price of reference as somebody read it: which, of which day, where. A later word about the same day takes its place; both stay in the log. */
import type { Decider } from '../../../../kernel/decider.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import type { DeclarePrice } from '../../contract-gold.ts'
import type { PriceEvent } from './gold-events.ts'
import { perFineGram } from './worth.ts'

export type PriceCommand = { readonly type: 'declare-price' } & Infer<typeof DeclarePrice>
export interface PriceContext {
  readonly today: string
}
export type PriceState = true | null

/** Refusals: `price-already-declared`, `currency-not-valid`, `price-is-nothing`, `price-in-the-future`. */
export const priceDecider: Decider<PriceState, PriceCommand, PriceEvent, PriceContext> = {
  initial: null,
  decide: (state, { type: _, ...price }, { today }) => {
    if (state) return refused('price-already-declared')
    if (!/^[A-Z]{3}$/.test(price.currency)) return refused('currency-not-valid', { currency: price.currency })
    const hundredthsPerFineGram = perFineGram(price.hundredths, price.per)
    if (hundredthsPerFineGram === 0) return refused('price-is-nothing')
    if (price.pricedOn > addDays(today, 1)) return refused('price-in-the-future', { pricedOn: price.pricedOn })
    return accepted([{ kind: 'gold.reference-price-declared.v1', payload: { ...price, hundredthsPerFineGram } }])
  },
  evolve: () => true,
}
