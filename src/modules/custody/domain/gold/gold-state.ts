/* What an event of gold makes of a lot. */
import type { DomainEvent } from '../../../../kernel/decider.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import { isCritical } from '../plausibility/arrival-rules.ts'
import type { BarCast, SachetReopened, SachetSealed } from './gold-events.ts'

type Sealed = DomainEvent<'gold.sachet-sealed.v1', Infer<typeof SachetSealed>>
type Cast = DomainEvent<'gold.bar-cast.v1', Infer<typeof BarCast>>
type Reopened = DomainEvent<'gold.reopened.v1', Infer<typeof SachetReopened>>

export function bornOfGold(event: Sealed | Cast) {
  const { number, kind, mineral, holder, massGrams, massMilligrams, findings } = event.payload
  const born = { number, kind, mineral, holder, massGrams, massMilligrams, quarantined: isCritical(findings) }
  if (event.kind === 'gold.bar-cast.v1') {
    const { inputs, formedOn } = event.payload
    return { ...born, inputGrams: inputs.reduce((sum, one) => sum + one.drawnGrams, 0), lastOn: formedOn }
  }
  const { sealedOn, producedOn, serial } = event.payload
  return { ...born, inputGrams: massGrams, lastOn: sealedOn > producedOn ? sealedOn : producedOn, serial, isOpen: false }
}

interface Held {
  readonly quarantined: boolean
  readonly lastOn: string
}
export function evolveGold<Lot extends Held>(lot: Lot, { payload }: Reopened) {
  const { massGrams, massMilligrams, newSerial, reopenedOn, findings } = payload
  return {
    ...lot,
    ...{ massGrams, massMilligrams, isOpen: newSerial === null },
    ...(newSerial === null ? {} : { serial: newSerial }),
    quarantined: lot.quarantined || isCritical(findings),
    lastOn: reopenedOn > lot.lastOn ? reopenedOn : lot.lastOn,
  }
}

/** Nothing for all that is not weighed in milligrams. */
export const inMilligrams = (massMilligrams: number | undefined): { readonly massMilligrams?: number } =>
  massMilligrams === undefined ? {} : { massMilligrams }
