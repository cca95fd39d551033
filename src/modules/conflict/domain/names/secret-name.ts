/*
Decisions about one secret name. Anybody who proposes may seal one; from then on only its present readers do anything with it: those to whose key of today the
box was sealed and who still have the right. To everybody else it never was: one refusal, without facts, whatever they asked. A reader is left out by sealing
anew without them; what they read once nobody can take back.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { ForgetName, NameOf, NameReader } from '../../contract-names.ts'
import type { SecretNameEvent } from './name-events.ts'

export interface NameStanding {
  readonly of: NameOf
  /** Nobody, once it was forgotten. */
  readonly readers: readonly NameReader[]
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
export interface SecretNameContext {
  readonly account: string
  /** Who may read secret names today, with the key of today. */
  readonly fit: readonly NameReader[]
}
type Decided = Outcome<readonly SecretNameEvent[]>

const same = (a: NameReader, b: NameReader): boolean => a.account === b.account && a.key === b.key
/** Of those to whom it was sealed, who can open it and may. */
export const presentReaders = (readers: readonly NameReader[], fit: readonly NameReader[]): readonly NameReader[] =>
  readers.filter((reader) => fit.some((one) => same(one, reader)))

function decide(state: NameStanding | null, command: SecretNameCommand, { account, fit }: SecretNameContext): Decided {
  if (command.type === 'keep') {
    if (state !== null) return refused('name-kept-already')
    const { of, readers, sha256 } = command
    const fault = faultOf(readers, fit)
    return fault ?? accepted([{ kind: 'secret-name.kept.v1', payload: { of, readers: [...readers], sha256 } }])
  }
  if (state === null || !presentReaders(state.readers, fit).some((one) => one.account === account)) return refused('unknown-secret-name')
  switch (command.type) {
    case 'look':
      return accepted([{ kind: 'secret-name.looked.v1', payload: {} }])
    case 'forget':
      return accepted([{ kind: 'secret-name.forgotten.v1', payload: { because: command.because } }])
    case 'reseal': {
      const { readers, sha256 } = command
      return faultOf(readers, fit) ?? accepted([{ kind: 'secret-name.resealed.v1', payload: { readers: [...readers], sha256 } }])
    }
  }
}
function faultOf(readers: readonly NameReader[], fit: readonly NameReader[]) {
  if (readers.length === 0) return refused('name-without-reader')
  if (new Set(readers.map((one) => one.account)).size < readers.length) return refused('name-reader-twice')
  return presentReaders(readers, fit).length < readers.length ? refused('name-reader-not-fit') : null
}

function evolve(state: NameStanding | null, event: SecretNameEvent): NameStanding | null {
  switch (event.kind) {
    case 'secret-name.kept.v1':
      return { of: event.payload.of, readers: event.payload.readers }
    case 'secret-name.resealed.v1':
      return state && { ...state, readers: event.payload.readers }
    case 'secret-name.forgotten.v1':
      return state && { ...state, readers: [] }
    case 'secret-name.looked.v1':
      return state
  }
}

export const secretNameDecider: Decider<NameStanding | null, SecretNameCommand, SecretNameEvent, SecretNameContext> = {
  initial: null,
  decide,
  evolve,
}
