/*
Decisions about one secret name. Anybody who proposes may seal one; from then on only its present readers do anything with it: those to whose key of today the
box was sealed and who still have the right. To everybody else it never was: one refusal, without facts, whatever they asked. A reader is left out by sealing
anew without them, and that, like destroying the box, takes a second present reader: one asks, another does it; the only one left does it alone.
A justice liaison to whose key a reader sealed it for a prosecution looks until that ends. What somebody read once nobody can take back.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { AccountId } from '../../../people/contract.ts'
import {
  type AskOverName,
  DAYS_TO_AGREE,
  type ForgetName,
  GRANT_DAYS,
  type NameOf,
  type NameReader,
  type NameRequestId,
} from '../../contract-names.ts'
import type { NameAsked, SecretNameEvent } from './name-events.ts'
import { daysAfter } from './name-request.ts'

export interface NameStanding {
  readonly of: NameOf
  /** Nobody, once it was forgotten. */
  readonly readers: readonly NameReader[]
  readonly asked: NameAsked | null
  readonly grants: readonly NameGrant[]
}
export interface NameGrant {
  readonly to: NameReader
  readonly until: string
}
interface Sealing {
  readonly readers: readonly NameReader[]
  readonly sha256: string
}
export type SecretNameCommand =
  | ({ readonly type: 'keep'; readonly of: NameOf } & Sealing)
  | ({ readonly type: 'reseal' } & Sealing)
  | { readonly type: 'look' }
  | ({ readonly type: 'forget' } & ForgetName)
  | ({ readonly type: 'ask' } & AskOverName)
  | { readonly type: 'refuse-asking' }
  | { readonly type: 'grant'; readonly request: NameRequestId; readonly reader: NameReader; readonly sha256: string }
export interface SecretNameContext {
  readonly now: string
  readonly account: AccountId
  /** Who may read secret names today, with the key of today. */
  readonly fit: readonly NameReader[]
  /** Justice liaisons with their key of today. */
  readonly liaisons: readonly NameReader[]
  /** Who made the request that is granted; `null` where there is none that waits. */
  readonly requester: string | null
}
type Decided = Outcome<readonly SecretNameEvent[]>

const same = (a: NameReader, b: NameReader): boolean => a.account === b.account && a.key === b.key
/** Of those to whom it was sealed, who can open it and may. */
export const presentReaders = (readers: readonly NameReader[], fit: readonly NameReader[]): readonly NameReader[] =>
  readers.filter((reader) => fit.some((one) => same(one, reader)))

function decide(state: NameStanding | null, command: SecretNameCommand, context: SecretNameContext): Decided {
  const { account, fit, liaisons, now } = context
  if (command.type === 'keep') {
    if (state !== null) return refused('name-kept-already')
    const { of, readers, sha256 } = command
    const fault = faultOf(readers, fit)
    return fault ?? accepted([{ kind: 'secret-name.kept.v1', payload: { of, readers: [...readers], sha256 } }])
  }
  if (state !== null && command.type === 'look' && openGrants(state, liaisons, now).some(({ to }) => to.account === account))
    return accepted([{ kind: 'secret-name.looked.v1', payload: {} }])
  if (state === null || !presentReaders(state.readers, fit).some((one) => one.account === account)) return refused('unknown-secret-name')
  return decideAsReader(state, command, context)
}
/** Who is present besides the one who acts. */
const otherReaders = (state: NameStanding, { account, fit }: SecretNameContext): readonly NameReader[] =>
  presentReaders(state.readers, fit).filter((one) => one.account !== account)
/** What another reader asked, while it waits; what the reader asked themselves agrees to nothing. */
function askedByAnother(state: NameStanding, context: SecretNameContext): NameAsked | null {
  const { asked } = state
  if (asked === null || context.now > daysAfter(asked.at, DAYS_TO_AGREE)) return null
  return otherReaders(state, context).some((one) => one.account === asked.by) ? asked : null
}

type Reading = Exclude<SecretNameCommand, { readonly type: 'keep' }>
function decideAsReader(state: NameStanding, command: Reading, context: SecretNameContext): Decided {
  const { now, account, fit } = context
  switch (command.type) {
    case 'look':
      return accepted([{ kind: 'secret-name.looked.v1', payload: {} }])
    case 'forget':
      if (otherReaders(state, context).length > 0 && askedByAnother(state, context)?.what !== 'destroy')
        return refused('second-reader-needed')
      return accepted([{ kind: 'secret-name.forgotten.v1', payload: { because: command.because } }])
    case 'reseal': {
      const { readers, sha256 } = command
      const asked = askedByAnother(state, context)
      const left = otherReaders(state, context).filter((one) => !readers.some(({ account: stays }) => stays === one.account))
      const isAgreed = asked?.what === 'leave-out' && left.every((one) => asked.leaveOut.includes(one.account))
      if (left.length > 0 && !isAgreed) return faultOf(readers, fit) ?? refused('second-reader-needed')
      return faultOf(readers, fit) ?? accepted([{ kind: 'secret-name.resealed.v1', payload: { readers: [...readers], sha256 } }])
    }
    case 'ask': {
      if (otherReaders(state, context).length === 0) return refused('only-reader-left')
      if (askedByAnother(state, context) !== null) return refused('name-asked-already')
      const leaveOut = command.what === 'leave-out' ? [...new Set(command.readers)] : []
      const isOfReaders = leaveOut.every((one) => one !== account && state.readers.some((reader) => reader.account === one))
      if (!isOfReaders || (command.what === 'leave-out' && leaveOut.length === 0)) return refused('name-asks-of-nobody')
      const because = command.what === 'destroy' ? command.because : null
      return accepted([{ kind: 'secret-name.asked.v1', payload: { what: command.what, leaveOut, because, by: account, at: now } }])
    }
    case 'refuse-asking':
      return state.asked === null ? refused('nothing-asked-of-name') : accepted([{ kind: 'secret-name.asking-refused.v1', payload: {} }])
    case 'grant': {
      const { reader: to, request, sha256 } = command
      if (context.requester === null || context.requester !== to.account) return refused('unknown-name-request')
      if (!context.liaisons.some((one) => same(one, to))) return refused('name-reader-not-fit')
      const until = daysAfter(now, GRANT_DAYS)
      return accepted([{ kind: 'secret-name.granted.v1', payload: { to, request, until, sha256 } }])
    }
  }
}
/** Of those who were given it, who may look at this moment. */
export const openGrants = ({ grants }: Pick<NameStanding, 'grants'>, liaisons: readonly NameReader[], now: string): readonly NameGrant[] =>
  grants.filter(({ to, until }) => now < until && liaisons.some((one) => same(one, to)))
function faultOf(readers: readonly NameReader[], fit: readonly NameReader[]) {
  if (readers.length === 0) return refused('name-without-reader')
  if (new Set(readers.map((one) => one.account)).size < readers.length) return refused('name-reader-twice')
  return presentReaders(readers, fit).length < readers.length ? refused('name-reader-not-fit') : null
}

function evolve(state: NameStanding | null, event: SecretNameEvent): NameStanding | null {
  switch (event.kind) {
    case 'secret-name.kept.v1':
      return { of: event.payload.of, readers: event.payload.readers, asked: null, grants: [] }
    case 'secret-name.resealed.v1':
      return state && { ...state, readers: event.payload.readers, asked: null }
    case 'secret-name.forgotten.v1':
      return state && { ...state, readers: [], asked: null, grants: [] }
    case 'secret-name.asked.v1':
      return state && { ...state, asked: event.payload }
    case 'secret-name.asking-refused.v1':
      return state && { ...state, asked: null }
    case 'secret-name.granted.v1': {
      const { to, until } = event.payload
      return state && { ...state, grants: [...state.grants.filter((one) => one.to.account !== to.account), { to, until }] }
    }
    case 'secret-name.looked.v1':
      return state
  }
}

export const secretNameDecider: Decider<NameStanding | null, SecretNameCommand, SecretNameEvent, SecretNameContext> = {
  initial: null,
  decide,
  evolve,
}
