/*
Conflict of interest, by organisation. A party is a body that is named, that works the site, that holds a lot concerned, or that is of the
same kind, in the same area, as a class of actors that is named (D): where the mines police is said to have taken money, no office of the
mines police of the area sees the file. It looks at bodies, never at roles: a role can be given to anybody.
*/
import type { OrganisationKind } from '../../people/contract.ts'
import type { Confidentiality } from '../contract.ts'
import type { ActorClass } from '../contract-report.ts'

export interface Body {
  readonly id: string
  readonly kind: OrganisationKind
  /** P-code; `null` for a national body. */
  readonly area: string | null
}
export interface Concerned {
  readonly parties: readonly string[]
  readonly classes: readonly ActorClass[]
  readonly provinceCode: string | null
  readonly territoireCode: string | null
}

/** Kinds of body whose class stands for all of them. Cooperatives, traders and companies are many: only those that are named are parties. */
const kindOfClass: { readonly [Class in ActorClass]?: OrganisationKind } = {
  'mines-police': 'mines-police',
  saemape: 'saemape',
  ceec: 'ceec',
  'mines-division': 'provincial-division',
  ministry: 'ministry',
  cadastre: 'cadastre',
  scheme: 'scheme-operator',
  'civil-society': 'civil-society',
  ngo: 'ngo',
  un: 'un',
  committee: 'committee',
  'private-sector': 'private-sector',
  auditor: 'auditor',
}
export const kindsOf = (classes: readonly ActorClass[]): readonly OrganisationKind[] =>
  [...new Set(classes.flatMap((one) => kindOfClass[one] ?? []))].toSorted()

/**
 * P-codes nest: a territoire begins with its province, and what is below it with both. Offices of one province are colleagues: the whole
 * province is meant, as for voices. A national body works everywhere; of a place nobody knows every body may be meant.
 */
export function worksIn(
  area: string | null,
  { provinceCode, territoireCode }: Pick<Concerned, 'provinceCode' | 'territoireCode'>,
): boolean {
  const wider = provinceCode ?? territoireCode
  return area === null || wider === null || area.startsWith(wider) || wider.startsWith(area)
}

/** Of somebody without a body nobody can say that there is no conflict: what is public is all that is shown. */
export function isParty(body: Body | null, concerned: Concerned): boolean {
  if (body === null) return true
  return concerned.parties.includes(body.id) || (kindsOf(concerned.classes).includes(body.kind) && worksIn(body.area, concerned))
}

export interface Clearance {
  readonly read: boolean
  readonly handle: boolean
  /** Cases under protection. */
  readonly protect: boolean
}
/** What a reader without a conflict sees: everything, or nothing. Nothing is said of what is not seen, not even that it exists. */
export function sees(confidentiality: Confidentiality, { read, handle, protect }: Clearance): boolean {
  switch (confidentiality) {
    case 'public':
    case 'members':
      return read || handle
    case 'restricted':
      return handle
    case 'protection':
      return protect
  }
}
/** `full`, a notice that it exists (`brief`: public, and the reader's own body is a party), or `nothing`. */
export function viewOf(
  body: Body | null,
  incident: Concerned & { readonly confidentiality: Confidentiality },
  clearance: Clearance,
): 'full' | 'brief' | 'nothing' {
  if (!sees(incident.confidentiality, clearance)) return 'nothing'
  if (!isParty(body, incident)) return 'full'
  return incident.confidentiality === 'public' ? 'brief' : 'nothing'
}
