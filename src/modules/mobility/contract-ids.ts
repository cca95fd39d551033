/* Names of things of flow monitoring: points and sendings of counts. */
import { type Id, id } from '../../kernel/schema.ts'

export const FlowPointId = id('flow-point')
export type FlowPointId = Id<'flow-point'>
/** One sending: what was counted at one point on one day, by one telephone or one file. */
export const FlowCountId = id('flow-count')
export type FlowCountId = Id<'flow-count'>
