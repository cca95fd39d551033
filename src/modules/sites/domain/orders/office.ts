/*
In whose name somebody speaks to a site: which authority receives an exporter's request, and which body lays a hold. It follows from
the role and the kind of organisation of who sends the command, and is never typed by the sender (D).
*/
import type { OrganisationKind } from '../../../people/contract.ts'
import type { ReceiptLevel } from '../status/status-fact.ts'

export interface Office {
  readonly roles: readonly string[]
  readonly organisation: string | null
  /** Of the organisation; `null` for an account of none. */
  readonly kind: OrganisationKind | null
}
export type HoldBody = 'ministry' | 'committee' | 'scheme' | 'mining-service'

const LEVELS: { readonly [role: string]: readonly ReceiptLevel[] } = {
  MINES_NAT: ['national'],
  MINES_PROV: ['local', 'provincial'],
  MINISTER_PROV: ['local', 'provincial'],
}

/** Whether the office is an authority of that level: the ministry is the national one, the province answers for the local one too. */
export const receivesAt = ({ roles }: Office, level: ReceiptLevel): boolean => roles.some((role) => (LEVELS[role] ?? []).includes(level))

/** The body in whose name the office stops a site. The provincial minister chairs the steering committee. */
export function holdBodyOf({ roles, kind }: Office): HoldBody {
  if (roles.includes('MINES_NAT')) return 'ministry'
  if (roles.includes('MINISTER_PROV') || kind === 'committee') return 'committee'
  return roles.includes('SCHEME_OPERATOR') || kind === 'scheme-operator' ? 'scheme' : 'mining-service'
}

/** In whose name the office objects to a blue request: mining services for themselves, everybody else as a voice of the committee (D). */
export function objectionBodyOf({ roles, kind }: Office): 'mining-service' | 'committee' {
  const committee = roles.includes('MINISTER_PROV') || roles.includes('CIVIL_SOCIETY') || kind === 'committee' || kind === 'civil-society'
  return committee ? 'committee' : 'mining-service'
}
