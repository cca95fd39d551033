/*
Who speaks for a member of a joint team. The team is made of bodies; the record must not say that civil society signed when an
officer of the division did. The account that is named for a body speaks for it; where none is named, any account of the named
organisation; where neither is, an account of an organisation of a fitting kind. It knows no roles and no names of persons.
*/
import type { OrganisationKind } from '../../../people/contract.ts'
import type { Member, MemberBody } from './mission.ts'

/** Which kinds of organisation stand for a body that the mission names only as such (D). `other` fits nobody: it must be named. */
const kindsOfBody: { readonly [Body in MemberBody]: readonly OrganisationKind[] } = {
  'mines-administration': ['ministry', 'provincial-division'],
  'provincial-ministry': ['ministry'],
  saemape: ['saemape'],
  ceec: ['ceec'],
  cami: ['cadastre'],
  'mines-police': ['mines-police'],
  ctcpm: ['ministry'],
  'civil-society': ['civil-society', 'ngo'],
  fec: ['private-sector'],
  iom: ['un', 'ngo'],
  bgr: ['un', 'ngo'],
  monusco: ['un', 'ngo'],
  unicef: ['un', 'ngo'],
  'scheme-operator': ['scheme-operator'],
  other: [],
}

export interface Speaker {
  readonly account: string
  /** For whom the account acts, and what kind of body that is; `null` without one. */
  readonly organisation: { readonly id: string; readonly kind: OrganisationKind } | null
}

export function speaksFor(member: Member, { account, organisation }: Speaker): boolean {
  if (member.account !== undefined) return member.account === account
  if (member.organisation !== undefined) return member.organisation === organisation?.id
  return organisation !== null && kindsOfBody[member.body].includes(organisation.kind)
}

/**
 * The author of a colleague's command that lies on this phone. For whom they act is not known here, so they are taken at their word: what their
 * own phone let them sign, the server will judge.
 */
export function speakerAtTheirWord(members: readonly Member[], account: string, body: MemberBody | null): Speaker {
  const member = members.find((one) => (body === null || one.body === body) && (one.account === undefined || one.account === account))
  if (member === undefined) return { account, organisation: null }
  const kind = kindsOfBody[member.body][0] ?? 'ngo'
  return { account, organisation: { id: member.organisation ?? account, kind } }
}
