/*
Who has a part in what a warning tells: a body that it names, or one of the same kind in the same area as a class of actors that it names, as for incidents (D).
It looks at bodies, never at roles. Somebody without a body is a party: of them nobody can say that there is no conflict.
*/
import type { ActorClass } from '../../../incidents/contract-report.ts'
import type { OrganisationKind } from '../../../people/contract.ts'

export interface WarnedBody {
  readonly id: string
  readonly kind: OrganisationKind
  /** P-code; `null` for a national body. */
  readonly area: string | null
}
export interface Named {
  readonly organisations: readonly string[]
  readonly actors: readonly ActorClass[]
  readonly province: string | null
  readonly territoire: string
}
/** Cooperatives, traders and companies are many: of them only those that are named are parties. */
const kindOfClass: { readonly [Class in ActorClass]?: OrganisationKind } = {
  ...{ 'mines-police': 'mines-police', saemape: 'saemape', ceec: 'ceec', 'mines-division': 'provincial-division', ministry: 'ministry' },
  ...{ cadastre: 'cadastre', scheme: 'scheme-operator', 'civil-society': 'civil-society', ngo: 'ngo', un: 'un' },
  ...{ committee: 'committee', 'private-sector': 'private-sector', auditor: 'auditor' },
}

export function isWarnedParty(body: WarnedBody | null, { organisations, actors, province, territoire }: Named): boolean {
  if (body === null) return true
  if (organisations.includes(body.id)) return true
  const wider = province ?? territoire
  const worksThere = body.area === null || body.area.startsWith(wider) || wider.startsWith(body.area)
  return worksThere && actors.some((one) => kindOfClass[one] === body.kind)
}
