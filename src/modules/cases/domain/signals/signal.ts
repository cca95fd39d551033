/*
A signal is recorded once and stands. Who sent it, or who supervises, may withdraw it with a reason from a list; nobody edits it. The day from
which others may be told is computed here, from the end of the month, so that it does not give the day away.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type IdentificationNumbers, defaultNumbers } from '../identification/identification-rules.ts'
import { shownFrom, siteEventTypes } from '../identification/site-events.ts'
import type { SignalCommand, SignalEvent, SignalRecorded } from './signal-words.ts'

export interface SignalContext {
  /** On the sender's calendar. */
  readonly today: string
  /** `null`: the site that was named is not on the register. */
  readonly place: Pick<SignalRecorded, 'site' | 'provinceCode' | 'territoireCode'> | null
  /** Sent by who asks, or who asks supervises. */
  readonly mayWithdraw: boolean
  readonly numbers?: Pick<IdentificationNumbers, 'siteDelayDays'>
}
export type SignalState = 'recorded' | 'withdrawn' | null

export const signalDecider: Decider<SignalState, SignalCommand, SignalEvent, SignalContext> = {
  initial: null,
  decide: (state, command, { today, place, mayWithdraw, numbers = defaultNumbers }) => {
    if (command.step === 'withdraw') {
      // What is not one's own does not exist.
      if (state === null || !mayWithdraw) return refused('unknown-signal')
      if (state === 'withdrawn') return refused('signal-withdrawn-already')
      return accepted([{ kind: 'protection-signal.withdrawn.v1', payload: { because: command.because } }])
    }
    const { types, channel, source, observedOn } = command
    if (place === null) return refused('unknown-site')
    if (observedOn > today) return refused('signal-day-in-the-future', { day: observedOn })
    const payload: SignalRecorded = {
      ...{ types: siteEventTypes.filter((one) => types.includes(one)), channel, source, observedOn },
      ...{ site: place.site, provinceCode: place.provinceCode, territoireCode: place.territoireCode },
      shownFrom: shownFrom(observedOn, numbers),
    }
    return accepted([{ kind: 'protection-signal.recorded.v1', payload }])
  },
  evolve: (_state, event) => (event.kind === 'protection-signal.recorded.v1' ? 'recorded' : 'withdrawn'),
}
