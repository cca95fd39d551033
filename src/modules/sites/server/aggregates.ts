/* How the log meets the first three subjects of this module. */
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import { type InspectionContext, type InspectionState, inspectionDecider } from '../domain/missions/inspection.ts'
import { type InspectionCommand, type InspectionEvent, inspectionKinds } from '../domain/missions/inspection-words.ts'
import {
  type MissionCommand,
  type MissionContext,
  type MissionEvent,
  type MissionState,
  missionDecider,
  missionKinds,
} from '../domain/missions/mission.ts'
import { type SiteContext, type SiteState, siteDecider } from '../domain/register/site.ts'
import { type SiteCommand, type SiteEvent, siteKinds } from '../domain/register/site-words.ts'

export const siteAggregate: Aggregate<SiteState, SiteCommand, SiteEvent, SiteContext> = {
  name: 'site',
  decider: siteDecider,
  kinds: siteKinds,
}
export const missionAggregate: Aggregate<MissionState, MissionCommand, MissionEvent, MissionContext> = {
  name: 'mission',
  decider: missionDecider,
  kinds: missionKinds,
}
export const inspectionAggregate: Aggregate<InspectionState, InspectionCommand, InspectionEvent, InspectionContext> = {
  name: 'inspection',
  decider: inspectionDecider,
  kinds: inspectionKinds,
}
