/*
What is decided about a service point: who lists it says what it is; who asked it says that it still holds; closed it is offered to nobody again.
An unsafe point needs its reason, so that nobody sends people there because the mark looked like a slip of the finger.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { AccountId } from '../../../people/contract.ts'
import type {
  CloseServicePoint,
  DescribeServicePoint,
  ListServicePoint,
  ServicePointFacts,
  VerifyServicePoint,
} from '../../contract-directory.ts'
import type { ServicePointEvent } from './service-point-events.ts'

export type ServicePointCommand =
  | ({ readonly type: 'list' } & Infer<typeof ListServicePoint>)
  | ({ readonly type: 'describe' } & Infer<typeof DescribeServicePoint>)
  | ({ readonly type: 'verify' } & Infer<typeof VerifyServicePoint>)
  | ({ readonly type: 'close' } & CloseServicePoint)
  | { readonly type: 'seal-place'; readonly readers: readonly AccountId[] }
  | { readonly type: 'open-place' }
/** Who acts, and what is known of the area that was named. */
export interface ServicePointContext {
  readonly today: string
  readonly account: string
  readonly organisation: string | null
  /** `null`: no such territoire. */
  readonly area: { readonly province: string | null; readonly isMine: boolean } | null
  readonly isOrganisationKnown: boolean
  /** Who accompanies or supervises keeps all; a provider says of its own body alone. */
  readonly keeps: 'all' | 'own'
  /** That a box lies there for who asks. */
  readonly mayOpen: boolean
}
export interface ListedPoint {
  readonly facts: ServicePointFacts
  readonly isClosed: boolean
}

const isOfAnother = (facts: ServicePointFacts, { keeps, organisation }: ServicePointContext): boolean =>
  keeps === 'own' && (facts.organisation === null || facts.organisation !== organisation)
const checked = (facts: ServicePointFacts, context: ServicePointContext): Outcome<{ readonly province: string | null }> => {
  const { area, isOrganisationKnown } = context
  if (area === null) return refused('unknown-area')
  if (!area.isMine) return refused('area-not-yours')
  if (!isOrganisationKnown) return refused('unknown-organisation')
  if (isOfAnother(facts, context)) return refused('service-point-of-another-body')
  if (facts.safeToRefer !== 'yes' && facts.safetyReason === null) return refused('safety-needs-reason')
  return accepted({ province: area.province })
}
/** A reason that stands for nothing would still be read. */
const told = (facts: ServicePointFacts): ServicePointFacts => ({
  ...facts,
  safetyReason: facts.safeToRefer === 'yes' ? null : facts.safetyReason,
})

function decide(
  point: ListedPoint | null,
  command: ServicePointCommand,
  context: ServicePointContext,
): Outcome<readonly ServicePointEvent[]> {
  const stamp = { on: context.today, by: context.account, body: context.organisation }
  if (command.type === 'list') {
    if (point) return refused('service-point-listed-already')
    const found = checked(command.facts, context)
    if (!found.ok) return found
    if (command.verifiedOn !== null && command.verifiedOn > context.today) return refused('verified-in-the-future')
    const { facts, verifiedOn } = command
    return accepted([{ kind: 'service-point.listed.v1', payload: { facts: told(facts), ...found.value, verifiedOn, ...stamp } }])
  }
  if (!point) return refused('unknown-service-point')
  if (command.type === 'open-place')
    return context.mayOpen ? accepted([{ kind: 'service-point.place-opened.v1', payload: stamp }]) : refused('unknown-service-point')
  if (point.isClosed) return refused('service-point-closed')
  if (context.area === null || !context.area.isMine) return refused('area-not-yours')
  if (isOfAnother(point.facts, context)) return refused('service-point-of-another-body')
  if (command.type === 'describe') {
    const found = checked(command.facts, context)
    return found.ok
      ? accepted([{ kind: 'service-point.described.v1', payload: { facts: told(command.facts), ...found.value, ...stamp } }])
      : found
  }
  if (command.type === 'verify')
    return accepted([{ kind: 'service-point.verified.v1', payload: { freePlaces: command.freePlaces ?? null, ...stamp } }])
  if (command.type === 'close') return accepted([{ kind: 'service-point.closed.v1', payload: { reason: command.reason, ...stamp } }])
  if (new Set(command.readers).size < command.readers.length) return refused('reader-named-twice')
  return accepted([{ kind: 'service-point.place-sealed.v1', payload: { readers: [...command.readers], ...stamp } }])
}

function evolve(point: ListedPoint | null, event: ServicePointEvent): ListedPoint | null {
  if (event.kind === 'service-point.listed.v1') return { facts: event.payload.facts, isClosed: false }
  if (!point) return null
  if (event.kind === 'service-point.described.v1') return { ...point, facts: event.payload.facts }
  return event.kind === 'service-point.closed.v1' ? { ...point, isClosed: true } : point
}
export const servicePointDecider: Decider<ListedPoint | null, ServicePointCommand, ServicePointEvent, ServicePointContext> = {
  ...{ initial: null, decide, evolve },
}
