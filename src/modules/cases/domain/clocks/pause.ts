/*
Pausing a clock: with a reason or not at all, one pause at a time, by somebody who works the case. The windows of medicine are in no list here,
because a body does not wait. What a pause was for stays with it, for the supervisor who looks at a late case later.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, exactly, instant, maybe, oneOf, record, taggedBy } from '../../../../kernel/schema.ts'
import { AccountId } from '../../../people/contract.ts'
import { SealedRef } from '../sealed-ref.ts'
import { ClockName } from './clock-rulebook.ts'
import type { Pause } from './clock.ts'

const pause = { step: exactly('pause-clock'), clock: ClockName, reason: oneOf('insecurity', 'unreachable'), note: maybe(SealedRef) }
const resume = { step: exactly('resume-clock'), clock: ClockName }
const stamp = { by: AccountId, at: instant() }
export const PauseCommand = taggedBy('step', [record(pause), record(resume)])
export type PauseCommand = Infer<typeof PauseCommand>
export const pauseKinds = {
  'case-clock.paused.v1': record({ ...pause, ...stamp }),
  'case-clock.resumed.v1': record({ ...resume, ...stamp }),
} as const
type Kinds = typeof pauseKinds
export type PauseEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export type Pauses = ReadonlyMap<ClockName, readonly Pause[]>

export const pauseDecider: Decider<Pauses, PauseCommand, PauseEvent, { readonly account: AccountId; readonly at: string }> = {
  initial: new Map(),
  decide: (state, command, { account: by, at }) => {
    const isPaused = (state.get(command.clock) ?? []).some((one) => one.to === null)
    if (command.step === 'pause-clock')
      return isPaused
        ? refused('clock-already-paused', { clock: command.clock })
        : accepted([{ kind: 'case-clock.paused.v1', payload: { ...command, by, at } }])
    return isPaused
      ? accepted([{ kind: 'case-clock.resumed.v1', payload: { ...command, by, at } }])
      : refused('clock-not-paused', { clock: command.clock })
  },
  evolve: (state, { kind, payload }) => {
    const before = state.get(payload.clock) ?? []
    const after =
      kind === 'case-clock.paused.v1'
        ? [...before, { reason: payload.reason, from: payload.at, to: null }]
        : before.map((one) => (one.to === null ? { ...one, to: payload.at } : one))
    return new Map([...state, [payload.clock, after]])
  },
}
