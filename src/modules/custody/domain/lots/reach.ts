/*
Whose lots somebody sees and touches. Those who trade see what is or was theirs and touch what they hold; those who watch over the
trade see and touch what comes from their territory. To stop a lot it is enough that one of its bags comes from there; to set it
free, to correct or to void it, all of them must. It knows no roles: who watches over the trade is a capability.
*/
import type { Refusal } from '../../../../kernel/outcome.ts'
import type { OrganisationKind } from '../../../people/contract.ts'

export type Reach = 'own-lots' | 'territory'

/** Organisations that have an interest in the goods (D): even a power to oversee, given by mistake, shows them only their own. */
const tradingKinds: readonly OrganisationKind[] = [
  'cooperative',
  'trader',
  'processor',
  'exporter',
  'concession-holder',
  'importer',
  'private-sector',
]

/** `kind` of the organisation for which somebody acts, `null` without one; `oversees`: holds the power `custody.oversee`. */
export const reachOf = ({ kind, oversees }: { readonly kind: OrganisationKind | null; readonly oversees: boolean }): Reach =>
  oversees && (kind === null || !tradingKinds.includes(kind)) ? 'territory' : 'own-lots'

/** How many of the known sites at the roots of a lot lie in the actor's territory; a bag of an unknown site is everybody's to stop. */
export type RootsInside = 'all' | 'some' | 'none'

/** `known`: sites at the roots; `inside`: those of them in the territory; `unknown`: a bag has no known site. No site at all is never `all`. */
export function rootsInsideOf({
  known,
  inside,
  unknown,
}: {
  readonly known: number
  readonly inside: number
  readonly unknown: boolean
}): RootsInside {
  if (known > 0 && inside === known) return 'all'
  return inside > 0 || unknown ? 'some' : 'none'
}

export interface ReachFacts {
  readonly reach: Reach
  readonly rootsInside: RootsInside
  readonly organisation: string | null
}
/** `not-the-holder` for those who trade, `outside-your-territory` for those who watch; `null` when the lot is within reach. */
export function beyondReach(
  lot: { readonly number: string; readonly holder: string },
  { reach, rootsInside, organisation }: ReachFacts,
  needed: 'one-root' | 'every-root',
): Refusal | null {
  const { number, holder } = lot
  if (reach === 'own-lots') return holder === organisation ? null : { code: 'not-the-holder', facts: { number, holder } }
  const inside = rootsInside === 'all' || (rootsInside === 'some' && needed === 'one-root')
  return inside ? null : { code: 'outside-your-territory', facts: { number, place: number } }
}
