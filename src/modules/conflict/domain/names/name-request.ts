/*
A justice liaison asks for names of a prosecution: why, and its number. A reader answers by sealing one anew to the key of who asked, or says no. A request that
nobody answered is over after some days; it says nothing of whether there was a name.
*/
import { addDays } from '../../../../kernel/calendar.ts'
import type { Decider } from '../../../../kernel/decider.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { AccountId } from '../../../people/contract.ts'
import { type DeclineRequest, REQUEST_DAYS, type RequestNames } from '../../contract-names.ts'
import type { NameRequestEvent, NamesRequested } from './name-events.ts'

export interface RequestStanding {
  readonly asked: Readonly<Infer<typeof NamesRequested>>
  readonly isDeclined: boolean
}
export type NameRequestCommand = ({ readonly type: 'ask' } & RequestNames) | ({ readonly type: 'decline' } & Infer<typeof DeclineRequest>)
export interface NameRequestContext {
  readonly now: string
  readonly account: AccountId
  /** Has a key to which a name could be sealed. */
  readonly hasKey: boolean
}
export const daysAfter = (at: string, days: number): string => `${addDays(at.slice(0, 10), days)}${at.slice(10)}`
export const isRequestOpen = ({ askedAt, isDeclined }: { readonly askedAt: string; readonly isDeclined: boolean }, now: string): boolean =>
  !isDeclined && now <= daysAfter(askedAt, REQUEST_DAYS)

export const nameRequestDecider: Decider<RequestStanding | null, NameRequestCommand, NameRequestEvent, NameRequestContext> = {
  initial: null,
  decide: (state, command, { now, account, hasKey }) => {
    if (command.type === 'ask') {
      if (state !== null) return refused('name-request-there')
      if (!hasKey) return refused('name-request-needs-key')
      const { reason, caseNumber } = command
      return accepted([{ kind: 'name-request.asked.v1', payload: { reason, caseNumber, by: account, at: now } }])
    }
    if (state === null) return refused('unknown-name-request')
    if (!isRequestOpen({ askedAt: state.asked.at, isDeclined: state.isDeclined }, now)) return refused('name-request-over')
    return accepted([{ kind: 'name-request.declined.v1', payload: { because: command.because } }])
  },
  evolve: (state, event) => {
    if (event.kind === 'name-request.asked.v1') return { asked: event.payload, isDeclined: false }
    return state && { ...state, isDeclined: true }
  },
}
