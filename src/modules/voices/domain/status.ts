/* What a person with a code is told: one of few plain states. It names no desk and nobody. */
import type { OutcomeStage } from '../../incidents/contract.ts'
import type { VoiceState } from '../contract.ts'

export type ToldState = 'received' | 'being-checked' | 'acting' | 'carried-out' | 'closed' | 'not-confirmed' | 'already-known' | 'passed-on'

const OF_INCIDENT: { readonly [Stage in OutcomeStage]: ToldState } = {
  received: 'being-checked',
  'being-verified': 'being-checked',
  'action-taken': 'acting',
  resolved: 'carried-out',
  closed: 'closed',
}
/** `stage`: of the incident that the report led to; null where it led to none. */
export function toldState(state: VoiceState, stage: OutcomeStage | null): ToldState {
  if (state === 'waiting') return 'received'
  if (state === 'unfounded') return 'not-confirmed'
  if (state === 'duplicate') return 'already-known'
  if (state === 'referred') return 'passed-on'
  return stage === null ? 'being-checked' : OF_INCIDENT[stage]
}
