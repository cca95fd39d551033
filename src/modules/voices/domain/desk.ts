/*
What a desk decides about a report: whether somebody takes it up, what is answered, which further bodies it names. A body that the report names
decides nothing and learns nothing: to it there is no such report. The texts themselves are not here.
*/
import type { Decider } from '../../../kernel/decider.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import type { Infer } from '../../../kernel/schema.ts'
import type { TriageResult, VoiceState, voiceKinds } from '../contract.ts'

export interface DeskState {
  readonly state: VoiceState
  readonly incident: string | null
}
type Payload<Kind extends keyof typeof voiceKinds> = Infer<(typeof voiceKinds)[Kind]>
export type DeskCommand =
  | ({ readonly type: 'triage' } & Payload<'voice.triaged.v1'>)
  | ({ readonly type: 'answer' } & Payload<'voice.answered.v1'>)
  | ({ readonly type: 'name' } & Payload<'voice.named.v1'>)
  | ({ readonly type: 'erase' } & Payload<'voice.text-erased.v1'>)
export type DeskEvent =
  | { readonly kind: 'voice.triaged.v1'; readonly payload: Payload<'voice.triaged.v1'> }
  | { readonly kind: 'voice.answered.v1'; readonly payload: Payload<'voice.answered.v1'> }
  | { readonly kind: 'voice.named.v1'; readonly payload: Payload<'voice.named.v1'> }
  | { readonly kind: 'voice.text-erased.v1'; readonly payload: Payload<'voice.text-erased.v1'> }
export interface DeskContext {
  /** There is such a report, and who asks may see it. */
  readonly maySee: boolean
  /** The text that the command names stands in this report. */
  readonly hasText?: boolean
}

export const stateAfter = (result: TriageResult): VoiceState => (result === 'reopened' ? 'waiting' : result)

export const deskDecider: Decider<DeskState, DeskCommand, DeskEvent, DeskContext> = {
  initial: { state: 'waiting', incident: null },
  decide: (state, command, { maySee, hasText = false }) => {
    if (!maySee) return refused('unknown-voice')
    if (command.type === 'erase') {
      if (!hasText) return refused('no-such-voice-text')
      return accepted([{ kind: 'voice.text-erased.v1', payload: { text: command.text, because: command.because } }])
    }
    if (command.type === 'answer') return accepted([{ kind: 'voice.answered.v1', payload: { text: command.text } }])
    if (command.type === 'name') {
      if (command.organisations.length + command.kinds.length === 0) return refused('voice-names-nobody')
      return accepted([{ kind: 'voice.named.v1', payload: { organisations: command.organisations, kinds: command.kinds } }])
    }
    const { result, incident, note } = command
    if (result === 'reopened' && state.state === 'waiting') return refused('voice-not-settled')
    if (result !== 'reopened' && state.state !== 'waiting') return refused('voice-already-settled', { state: state.state })
    return accepted([{ kind: 'voice.triaged.v1', payload: { result, ...(incident ? { incident } : {}), ...(note ? { note } : {}) } }])
  },
  evolve: (state, event) =>
    event.kind === 'voice.triaged.v1'
      ? { state: stateAfter(event.payload.result), incident: event.payload.incident ?? state.incident }
      : state,
}
