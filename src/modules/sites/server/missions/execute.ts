/* How a route tells a mission or an inspection something: the decision, with what it must know gathered in its transaction. */
import type { Outcome } from '../../../../kernel/outcome.ts'
import type { Receipt } from '../../../../platform/log/receipt.ts'
import type { InspectionCommand } from '../../domain/missions/inspection-words.ts'
import type { MissionCommand } from '../../domain/missions/mission.ts'
import type { Asked } from '../register/http-sites.ts'
import type { SitesDoors } from '../register/place-of-site.ts'
import { inspectionAggregate, missionAggregate } from './mission-aggregates.ts'
import { inspectionFacts, missionFacts } from './mission-facts.ts'

interface Told<Command> {
  readonly id: string
  readonly command: Command
}
export function executeMission(doors: SitesDoors, asked: Asked, { id, command }: Told<MissionCommand>): Promise<Outcome<Receipt>> {
  const { door, who, tenant, envelope } = asked
  return door.execute({
    ...{ aggregate: missionAggregate, subject: id, command, envelope, who },
    context: (tx, _state, moment) => missionFacts({ tx, tenant, doors, moment, territory: who.territory }, id, command),
  })
}
export function executeInspection(doors: SitesDoors, asked: Asked, { id, command }: Told<InspectionCommand>): Promise<Outcome<Receipt>> {
  const { door, who, tenant, envelope } = asked
  const mayReview = who.capabilities.has('sites.review') || who.capabilities.has('sites.plan-mission')
  return door.execute({
    ...{ aggregate: inspectionAggregate, subject: id, command, envelope, who },
    context: (tx, _state, moment) => inspectionFacts({ tx, tenant, doors, moment, territory: who.territory, mayReview }, id, command),
  })
}
