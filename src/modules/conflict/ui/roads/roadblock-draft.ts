/* A roadblock as it is being written, and what is sent of it. Refuses one without a place, a name, days or numbers that can be read. Pure. */
import type { Infer } from '../../../../kernel/schema.ts'
import type { SheetMineral } from '../../contract-sheets.ts'
import type { Barrier, GradedSource, OperatorClass, RoadblockFacts, Taxed, TaxedPer } from '../../contract-roads.ts'

export interface RoadblockDraft {
  readonly name: string
  readonly where: 'position' | 'road'
  readonly latitude: string
  readonly longitude: string
  readonly road: string
  readonly km: string
  readonly operator: string
  readonly class: Infer<typeof OperatorClass>
  readonly barrier: Barrier
  readonly taxed: readonly Taxed[]
  readonly resources: readonly Infer<typeof SheetMineral>[]
  readonly amount: string
  readonly currency: string
  readonly per: Infer<typeof TaxedPer>
  readonly firstSeen: string
  readonly lastSeen: string
}
export const emptyRoadblock = (today: string): RoadblockDraft => ({
  ...{ name: '', where: 'position', latitude: '', longitude: '', road: '', km: '', operator: '', class: 'unknown', barrier: 'barrier' },
  ...{ taxed: [], resources: [], amount: '', currency: 'CDF', per: 'person', firstSeen: today, lastSeen: today },
})

/** `2,5` and `2.5` are the same number; what is none is `null`. */
export function numberIn(text: string): number | null {
  const written = text.trim().replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : null
}
type Sent = Omit<RoadblockFacts, 'road'> & { readonly road: string | null }
export function sentRoadblock(draft: RoadblockDraft, source: GradedSource | null): Sent | null {
  const [name, operator, currency] = [draft.name.trim(), draft.operator.trim(), draft.currency.trim().toUpperCase()]
  const place = placeOf(draft)
  const amount = numberIn(draft.amount)
  if (name === '' || place === null || source === null || draft.firstSeen === '' || draft.lastSeen === '') return null
  if (draft.amount.trim() !== '' && (amount === null || currency.length !== 3)) return null
  return {
    ...place,
    ...{
      name,
      source,
      barrier: draft.barrier,
      taxed: [...draft.taxed],
      resources: [...draft.resources],
      firstSeen: draft.firstSeen,
      lastSeen: draft.lastSeen,
    },
    operators: [{ actor: null, written: operator === '' ? null : operator, class: draft.class }],
    amount: amount === null ? null : { value: amount, currency, per: draft.per },
  }
}
function placeOf({ where, latitude, longitude, road, km }: RoadblockDraft): Pick<Sent, 'at' | 'road' | 'km'> | null {
  if (where === 'road') {
    const along = numberIn(km)
    return road === '' || along === null ? null : { at: null, road, km: along }
  }
  const at = { latitude: numberIn(latitude), longitude: numberIn(longitude) }
  return at.latitude === null || at.longitude === null
    ? null
    : { at: { latitude: at.latitude, longitude: at.longitude }, road: null, km: null }
}
