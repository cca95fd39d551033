/*
Which bodies sit in the team of a mission, by kind of mission: data with a date and a source, because the lists changed often and
were seldom written down. V read in the source, U named in some missions but not read as formal members, D our own proposal. What a
missing body means is part of the data too: a warning that stays with the mission, or a refusal.
*/
import { type Evidence, type Rulebook, rulebookOn } from '../../../../kernel/rulebook.ts'
import type { attendances, memberBodies, missionKindNames } from './member-bodies.ts'

type Body = (typeof memberBodies)[number]
type Attendance = (typeof attendances)[number]
export type MissionKind = (typeof missionKindNames)[number]
interface Sitting {
  readonly body: Body
  readonly attendance: Attendance
}
export interface BodyRule {
  readonly body: Body
  readonly attendance: Attendance
  readonly evidence: Evidence
  readonly source: string
}
export interface TeamRules {
  readonly kinds: { readonly [Kind in MissionKind]: readonly BodyRule[] }
  readonly missingRequired: { readonly value: 'warn' | 'refuse'; readonly evidence: Evidence; readonly source: string }
}
export type TeamRulebook = Rulebook<TeamRules>
/** A rulebook with the SHA-256 of its text, which the caller computes. */
export interface PublishedTeamRules {
  readonly book: TeamRulebook
  readonly hash: string
}

const JOINT = 'joint validation missions in the eastern DRC: one expert mandated by each body'
const IOM = 'IOM articles on joint validation: permanent member since September 2014'
const LATER = 'named in later missions; not read as a formal member'
const OURS = 'proposal of this project: the smallest team whose form can be signed'
const rule = (body: Body, ...[attendance, evidence, source]: readonly [Attendance, Evidence, string]): BodyRule => ({
  body,
  attendance,
  evidence,
  source,
})

const joint: readonly BodyRule[] = [
  rule('mines-administration', 'required', 'V', JOINT),
  rule('saemape', 'required', 'V', JOINT),
  rule('mines-police', 'required', 'V', JOINT),
  rule('bgr', 'optional', 'V', JOINT),
  rule('monusco', 'optional', 'V', JOINT),
  rule('civil-society', 'required', 'V', JOINT),
  rule('fec', 'required', 'V', JOINT),
  rule('iom', 'optional', 'V', IOM),
  rule('provincial-ministry', 'optional', 'U', LATER),
  rule('ceec', 'optional', 'U', LATER),
  rule('cami', 'optional', 'U', LATER),
  rule('ctcpm', 'optional', 'U', LATER),
  rule('scheme-operator', 'observer', 'U', LATER),
  rule('unicef', 'observer', 'U', LATER),
]
const small: readonly BodyRule[] = [
  rule('mines-administration', 'required', 'D', OURS),
  rule('saemape', 'required', 'D', OURS),
  rule('civil-society', 'required', 'D', OURS),
  rule('mines-police', 'optional', 'D', OURS),
  rule('iom', 'optional', 'D', OURS),
  rule('fec', 'observer', 'D', OURS),
]

export const CD_TEAMS_2014: TeamRulebook = {
  id: 'CD_TEAMS_2014',
  from: '2014-09-01',
  title: 'DRC, bodies of joint missions by kind',
  values: {
    kinds: {
      joint_validation: joint,
      follow_up: small,
      annual: small,
      audit: [
        rule('mines-administration', 'required', 'D', OURS),
        rule('ceec', 'optional', 'D', OURS),
        rule('scheme-operator', 'observer', 'D', OURS),
      ],
      conflict_mapping: [
        rule('civil-society', 'required', 'D', OURS),
        rule('mines-administration', 'optional', 'D', OURS),
        rule('monusco', 'optional', 'D', OURS),
        rule('iom', 'optional', 'D', OURS),
      ],
    },
    missingRequired: {
      value: 'warn',
      evidence: 'D',
      source: 'proposal of this project: teams often leave incomplete, and the record must say so rather than stay empty',
    },
  },
}
export const teamRulebooks: readonly [TeamRulebook, ...TeamRulebook[]] = [CD_TEAMS_2014]
export const teamRulesOn = (day: string): TeamRulebook => rulebookOn(teamRulebooks, day)

/** Bodies that the rules require and the team lacks, or in which they only look on. */
export const missingBodies = (rules: TeamRules, kind: MissionKind, members: readonly Sitting[]): readonly Body[] =>
  rules.kinds[kind]
    .filter((one) => one.attendance === 'required')
    .filter((one) => !members.some((member) => member.body === one.body && member.attendance !== 'observer'))
    .map((one) => one.body)
