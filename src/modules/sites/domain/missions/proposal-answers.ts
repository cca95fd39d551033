/* What a planner gets back: sites by rank with their reasons, and the bodies of a team by kind of mission. */
import {
  type Infer,
  calendarDate,
  count,
  decimal,
  eitherOf,
  id,
  instant,
  keyed,
  listOf,
  oneOf,
  orNull,
  record,
  text,
} from '../../../../kernel/schema.ts'
import { StandingShort } from '../register/answers.ts'
import { attendances, missionKindNames } from './member-bodies.ts'
import { MemberBody } from './mission.ts'
import { rankFactors } from './rank-sites.ts'

const Mark = oneOf('V', 'S', 'U', 'D')
const Factor = oneOf(...rankFactors)
/** `GET /api/missions/proposals?province=&territoire=&asOf=&knownAt=&page=&pageSize=` */
export const Proposals = record({
  asOf: calendarDate(),
  knownAt: instant(),
  total: count(),
  page: count(),
  pageSize: count(),
  rules: record({
    id: text(),
    hash: text(),
    weights: listOf(record({ factor: Factor, points: decimal(), evidence: Mark, source: text() })),
  }),
  sites: listOf(
    record({
      site: id('site'),
      name: text(),
      nationalId: text(),
      territoireCode: orNull(text()),
      lastVisitOn: orNull(calendarDate()),
      standing: StandingShort,
      points: decimal(),
      reasons: listOf(record({ factor: Factor, because: text(), points: decimal(), facts: keyed(eitherOf(text(), decimal())) })),
    }),
    500,
  ),
})
export type Proposals = Infer<typeof Proposals>

/** `GET /api/missions/team-rules?on=` */
export const TeamRulesShown = record({
  id: text(),
  from: calendarDate(),
  title: text(),
  hash: text(),
  missingRequired: record({ value: oneOf('warn', 'refuse'), evidence: Mark, source: text() }),
  kinds: listOf(
    record({
      kind: oneOf(...missionKindNames),
      bodies: listOf(record({ body: MemberBody, attendance: oneOf(...attendances), evidence: Mark, source: text() })),
    }),
  ),
})
export type TeamRulesShown = Infer<typeof TeamRulesShown>
