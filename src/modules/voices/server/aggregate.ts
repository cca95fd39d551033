/* A report as the log knows it: by what desks decided about it. */
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import { voiceKinds } from '../contract.ts'
import { type DeskCommand, type DeskContext, type DeskEvent, type DeskState, deskDecider } from '../domain/desk.ts'

export const voiceAggregate: Aggregate<DeskState, DeskCommand, DeskEvent, DeskContext> = {
  name: 'voice',
  decider: deskDecider,
  kinds: voiceKinds,
}
