/* How a route about requests, boxes or baseline reports runs its command: who asks, and the facts that every such decision needs. */
import type { writeRoute } from '../../../../platform/http/build-route.ts'
import type { DomainEvent } from '../../../../kernel/decider.ts'
import type { Outcome } from '../../../../kernel/outcome.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { Receipt } from '../../../../platform/log/receipt.ts'
import type { CustodyDoors } from '../doors.ts'
import { oversees } from '../lots/sight.ts'
import type { CareAsking } from './care-facts.ts'

type Writing = Parameters<Parameters<typeof writeRoute>[0]['write']>[0]
export type Asked = Pick<Writing, 'door' | 'who' | 'tenant' | 'envelope'>

export const careExecutor =
  <State, Command, Event extends DomainEvent, Context>(
    doors: CustodyDoors,
    aggregate: Aggregate<State, Command, Event, Context>,
    facts: (asking: CareAsking, subject: string, about: { readonly state: State; readonly command: Command }) => Promise<Context>,
  ) =>
  ({ door, who, tenant, envelope }: Asked, subject: string, command: Command): Promise<Outcome<Receipt>> =>
    door.execute({
      ...{ aggregate, subject, command, envelope, who },
      context: (tx, state, moment) =>
        facts({ tx, tenant, doors, moment, territory: who.territory, oversees: oversees(who) }, subject, { state, command }),
    })
