/* A team as a form holds it, and what is still wrong with it before anybody sends it. Pure. */
import type { TeamRulesShown } from '../../domain/missions/proposal-answers.ts'
import { attendances as attendanceNames, memberBodies, stateServices } from '../../domain/missions/member-bodies.ts'

export const bodies: readonly string[] = memberBodies
export const attendances = attendanceNames

export interface MemberForm {
  readonly body: string
  readonly attendance: (typeof attendances)[number]
  readonly head: boolean
  /** For `other`: which organisation it is. */
  readonly organisation?: string | undefined
  readonly account?: string | undefined
  readonly function?: string | undefined
}
/** The services that a joint validation usually brings together; shown until the rule has come. */
export const usualTeam: readonly MemberForm[] = [
  { body: 'mines-administration', attendance: 'required', head: true },
  { body: 'saemape', attendance: 'required', head: false },
  { body: 'ceec', attendance: 'required', head: false },
  { body: 'mines-police', attendance: 'optional', head: false },
  { body: 'civil-society', attendance: 'required', head: false },
  { body: 'iom', attendance: 'observer', head: false },
]

/** A line for every known body, in the team (`at` its place there) or not (-1); a body that came twice keeps both lines, so that one can go. */
export const linesOfTeam = (members: readonly MemberForm[]): readonly { readonly body: string; readonly at: number }[] =>
  bodies.flatMap((body) => {
    const own = members.flatMap((member, at) => (member.body === body ? [{ body, at }] : []))
    return own.length === 0 ? [{ body, at: -1 }] : own
  })

type BodyRule = TeamRulesShown['kinds'][number]['bodies'][number]
/** The bodies of the rule for a kind of mission. */
export const bodiesOf = (rules: TeamRulesShown, kind: string): readonly BodyRule[] =>
  rules.kinds.find((one) => one.kind === kind)?.bodies ?? []
/**
 * The team to begin with: those whose seat was read in a source or is our proposal, without mere onlookers; whoever is only named somewhere
 * (U) may be added. The first that must come leads until somebody says otherwise.
 */
export const teamOf = (rules: readonly BodyRule[]): readonly MemberForm[] => {
  const lead = rules.find((one) => one.attendance === 'required')?.body
  return rules
    .filter((rule) => rule.evidence !== 'U' && rule.attendance !== 'observer')
    .map(({ body, attendance }) => ({ body, attendance, head: body === lead }))
}
/** Required by the rule, and not in the team or only looking on. */
export const missingOf = (rules: readonly BodyRule[], members: readonly MemberForm[]): readonly BodyRule[] =>
  rules
    .filter((rule) => rule.attendance === 'required')
    .filter((rule) => !members.some((member) => member.body === rule.body && member.attendance !== 'observer'))

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
