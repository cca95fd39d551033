/* The identifier that the exchange standard wants for an inspection (MD.07): initials and a timestamp. */
import type { MemberBody } from './mission.ts'

/** Initials of the leading body, never of a person (D). */
const initials: { readonly [Body in MemberBody]: string } = {
  'mines-administration': 'AM',
  'provincial-ministry': 'MP',
  saemape: 'SA',
  ceec: 'CE',
  cami: 'CA',
  'mines-police': 'PM',
  ctcpm: 'CT',
  'civil-society': 'SC',
  fec: 'FE',
  iom: 'IO',
  bgr: 'BG',
  monusco: 'MO',
  unicef: 'UN',
  'scheme-operator': 'OP',
  other: 'XX',
}

/** `AM-2026-11-02-10-03`: the body that leads and the minute (UTC) in which the form was opened. */
export const inspectionCode = (head: MemberBody, openedAt: string): string =>
  `${initials[head]}-${openedAt.slice(0, 16).replace('T', '-').replace(':', '-')}`
