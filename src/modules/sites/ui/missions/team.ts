/* A team as a form holds it, and what is still wrong with it before anybody sends it. Pure. */
import { memberBodies, stateServices } from '../../domain/missions/member-bodies.ts'

export const bodies = memberBodies
export const attendances = ['required', 'optional', 'observer'] as const

export interface MemberForm {
  readonly body: string
  readonly attendance: (typeof attendances)[number]
  readonly head: boolean
  /** For `other`: which organisation it is. */
  readonly organisation?: string
}
/** The services that a joint validation usually brings together. */
export const usualTeam: readonly MemberForm[] = [
  { body: 'mines-administration', attendance: 'required', head: true },
  { body: 'saemape', attendance: 'required', head: false },
  { body: 'ceec', attendance: 'required', head: false },
  { body: 'mines-police', attendance: 'optional', head: false },
  { body: 'civil-society', attendance: 'required', head: false },
  { body: 'iom', attendance: 'observer', head: false },
]

export type TeamFault = 'no-head' | 'no-state-service' | 'no-civil-society' | 'twice' | 'other-unnamed'
const services: readonly string[] = stateServices

/** What would stop this team from signing later: said while planning, when it costs nothing to mend. */
export function teamFaults(members: readonly MemberForm[]): readonly TeamFault[] {
  const signing = members.filter((member) => member.attendance !== 'observer')
  const faults: TeamFault[] = []
  if (members.filter((member) => member.head).length !== 1) faults.push('no-head')
  if (!signing.some((member) => services.includes(member.body))) faults.push('no-state-service')
  if (!signing.some((member) => member.body === 'civil-society')) faults.push('no-civil-society')
  if (members.some((member) => member.body === 'other' && !member.organisation)) faults.push('other-unnamed')
  if (new Set(members.map((member) => member.body)).size < members.length) faults.push('twice')
  return faults
}
