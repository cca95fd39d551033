/* How the log meets missions and inspections. */
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { InspectionContext } from '../../domain/missions/inspection-context.ts'
import { inspectionDecider } from '../../domain/missions/inspection.ts'
import type { InspectionState } from '../../domain/missions/inspection-state.ts'
import { type InspectionCommand, type InspectionEvent, inspectionKinds } from '../../domain/missions/inspection-words.ts'
import {
  type MissionCommand,
  type MissionContext,
  type MissionEvent,
  type MissionState,
  missionDecider,
  missionKinds,
} from '../../domain/missions/mission.ts'

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
