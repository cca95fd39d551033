/* The running sum of a combination while somebody builds it: what is drawn, what stands in the way, what the scale's weight will
   make the rules say. Pure; grams throughout. */
import type { Finding, LotSummary } from '../../contract.ts'
import { combinationFinding, weightChange } from '../../domain/plausibility/mass-balance.ts'
import { gramsFromKilograms } from './kilograms.ts'

export interface Draw {
  readonly lot: LotSummary
  /** As typed, in kilograms. */
  readonly typed: string
}
export type DrawFault = 'not-a-mass' | 'more-than-left' | 'other-mineral'
export interface Summed {
  readonly inputs: readonly { readonly lot: string; readonly drawnGrams: number }[]
  readonly inputGrams: number
  readonly faults: ReadonlyMap<string, DrawFault>
}

/** Draws that cannot be are named in `faults` and left out of the sum. The first lot sets the mineral. */
export function sumDraws(draws: readonly Draw[]): Summed {
  const faults = new Map<string, DrawFault>()
  const mineral = draws[0]?.lot.mineral
  const inputs = draws.flatMap(({ lot, typed }) => {
    const mass = gramsFromKilograms(typed)
    const fault = !mass.ok
      ? 'not-a-mass'
      : mass.grams > lot.remainingGrams
        ? 'more-than-left'
        : lot.mineral !== mineral
          ? 'other-mineral'
          : null
    if (fault !== null) faults.set(lot.id, fault)
    return mass.ok && fault === null ? [{ lot: lot.id, drawnGrams: mass.grams }] : []
  })
  return { inputs, inputGrams: inputs.reduce((sum, input) => sum + input.drawnGrams, 0), faults }
}

/** What the server's rules will say of this weight. */
export function balanceFinding(kind: 'trader-lot' | 'export-lot', inputGrams: number, massGrams: number): Finding | null {
  return (
    combinationFinding(inputGrams, massGrams) ??
    (massGrams < inputGrams ? weightChange(kind === 'trader-lot' ? 'mine-to-trader' : 'trader-to-processor', inputGrams, massGrams) : null)
  )
}
