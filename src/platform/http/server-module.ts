/*
What a module hands to the program: its routes, its projections and the kinds of event it knows. The registry is src/bin/modules.ts.
*/
import type { AnyAggregate } from '../log/aggregate.ts'
import type { Projection } from '../log/projection.ts'
import type { Route } from './route.ts'
import type { Upgrade } from './upgrade.ts'

export interface ServerModule {
  readonly name: string
  readonly routes: readonly Route[]
  /** Addresses of the second door alone, that of a hall without internet; the main server does not have them. */
  readonly hallRoutes?: readonly Route[]
  readonly projections: readonly Projection[]
  readonly aggregates: readonly AnyAggregate[]
  /** Addresses that become a stream (WebSocket). */
  readonly upgrades?: readonly Upgrade[]
}
