/* Read tables of missions and inspections. */
import { type StoredEvent, subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { inspectionKinds } from '../../domain/missions/inspection-words.ts'
import { missionKinds } from '../../domain/missions/mission.ts'
import * as actions from './store-actions.ts'
import { keepAnswers } from './keep-answers.ts'
import * as inspections from './store-inspections.ts'
import * as missions from './store-missions.ts'

const of = (event: StoredEvent): string => subjectId(event.subject)
const at = (event: StoredEvent) => ({ inspection: of(event), version: event.subjectVersion, at: event.learnedAt })

export const missionProjection: Projection = {
  name: 'missions',
  tables: ['mission', 'mission_site', 'mission_member', 'mission_change'],
  apply: {
    'mission.planned.v1': on(missionKinds['mission.planned.v1'], (tx, event) =>
      missions.insertMission(tx, event.tenant, { id: of(event), content: event.payload, at: event.learnedAt }),
    ),
    'mission.changed.v1': on(missionKinds['mission.changed.v1'], (tx, event) =>
      missions.changeMission(tx, event.tenant, {
        id: of(event),
        version: event.subjectVersion,
        content: event.payload.mission,
        reason: event.payload.reason,
        at: event.learnedAt,
      }),
    ),
    'mission.started.v1': on(missionKinds['mission.started.v1'], (tx, event) =>
      missions.moveMission(tx, event.tenant, { id: of(event), phase: 'in-field', startedOn: event.payload.on }),
    ),
    'mission.closed.v1': on(missionKinds['mission.closed.v1'], (tx, event) =>
      missions.moveMission(tx, event.tenant, { id: of(event), phase: 'closed', closedOn: event.payload.on, note: event.payload.note }),
    ),
    'mission.cancelled.v1': on(missionKinds['mission.cancelled.v1'], (tx, event) =>
      missions.moveMission(tx, event.tenant, { id: of(event), phase: 'cancelled', closedOn: event.payload.on, note: event.payload.reason }),
    ),
  },
}

export const inspectionProjection: Projection = {
  name: 'inspections',
  tables: ['inspection', 'inspection_finding', 'inspection_dissent', 'inspection_signature', 'inspection_answers', 'corrective_action'],
  apply: {
    'inspection.opened.v1': on(inspectionKinds['inspection.opened.v1'], (tx, event) =>
      inspections.insertInspection(tx, event.tenant, { id: of(event), content: event.payload, at: event.learnedAt }),
    ),
    'inspection.findings-recorded.v1': on(inspectionKinds['inspection.findings-recorded.v1'], (tx, event) =>
      inspections.insertFindings(tx, event.tenant, { ...at(event), ...event.payload }),
    ),
    'inspection.answers-recorded.v1': on(inspectionKinds['inspection.answers-recorded.v1'], keepAnswers),
    'inspection.abandoned.v1': on(inspectionKinds['inspection.abandoned.v1'], (tx, event) =>
      inspections.moveInspection(tx, event.tenant, { id: of(event), phase: 'abandoned', abandonedReason: event.payload.reason }),
    ),
    'inspection.action-set.v1': on(inspectionKinds['inspection.action-set.v1'], (tx, event) =>
      actions.setAction(tx, event.tenant, { inspection: of(event), set: event.payload, at: event.learnedAt }),
    ),
    'inspection.action-done.v1': on(inspectionKinds['inspection.action-done.v1'], (tx, event) =>
      actions.completeAction(tx, event.tenant, { done: event.payload, at: event.learnedAt }),
    ),
    'inspection.action-dropped.v1': on(inspectionKinds['inspection.action-dropped.v1'], (tx, event) =>
      actions.dropAction(tx, event.tenant, { ...event.payload, at: event.learnedAt }),
    ),
    'inspection.dissented.v1': on(inspectionKinds['inspection.dissented.v1'], (tx, event) =>
      inspections.insertDissent(tx, event.tenant, { ...at(event), happenedAt: event.happenedAt, ...event.payload }),
    ),
    'inspection.signed.v1': on(inspectionKinds['inspection.signed.v1'], (tx, event) =>
      inspections.insertSignature(tx, event.tenant, {
        ...at(event),
        ...event.payload,
        happenedAt: event.happenedAt,
        account: event.actor.account,
      }),
    ),
    'inspection.team-signed.v1': on(inspectionKinds['inspection.team-signed.v1'], (tx, event) =>
      inspections.moveInspection(tx, event.tenant, { id: of(event), phase: 'team-signed', proposal: event.payload.proposal }),
    ),
    'inspection.submitted.v1': on(inspectionKinds['inspection.submitted.v1'], (tx, event) =>
      inspections.moveInspection(tx, event.tenant, { id: of(event), phase: 'submitted' }),
    ),
    'inspection.accepted.v1': on(inspectionKinds['inspection.accepted.v1'], (tx, event) =>
      inspections.moveInspection(tx, event.tenant, {
        id: of(event),
        phase: 'accepted',
        review: { verdict: 'accepted', reason: event.payload.reason ?? null, at: event.learnedAt },
      }),
    ),
    'inspection.returned.v1': on(inspectionKinds['inspection.returned.v1'], (tx, event) =>
      inspections.moveInspection(tx, event.tenant, {
        id: of(event),
        phase: 'returned',
        review: { verdict: 'returned', reason: event.payload.reason, at: event.learnedAt },
      }),
    ),
  },
}
