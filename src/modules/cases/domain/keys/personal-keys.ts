/* One account has one key at a time. A new one retires the old one, with the reason; what was sealed to the old one is not opened by the new one. */
import type { Decider } from '../../../../kernel/decider.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { PersonalKeyEvent, RetiredBecause } from './key-words.ts'

type Registered = Extract<PersonalKeyEvent, { kind: 'personal-key.registered.v1' }>['payload']
export interface PersonalKeys {
  readonly current: Registered | null
  readonly known: readonly string[]
}
export type PersonalKeyCommand =
  | ({ readonly step: 'register'; readonly because: Infer<typeof RetiredBecause> } & Registered)
  | { readonly step: 'retire'; readonly because: Infer<typeof RetiredBecause> }
export interface PersonalKeyContext {
  /** Some account has or had this public key. */
  readonly isTaken: boolean
}

export const personalKeyDecider: Decider<PersonalKeys, PersonalKeyCommand, PersonalKeyEvent, PersonalKeyContext> = {
  initial: { current: null, known: [] },
  decide: ({ current, known }, command, { isTaken }) => {
    const retired: readonly PersonalKeyEvent[] =
      current === null ? [] : [{ kind: 'personal-key.retired.v1', payload: { key: current.key, because: command.because } }]
    if (command.step === 'retire') return current === null ? refused('no-personal-key') : accepted(retired)
    if (isTaken || known.includes(command.key)) return refused('public-key-known')
    return accepted([...retired, { kind: 'personal-key.registered.v1', payload: { key: command.key, publicKey: command.publicKey } }])
  },
  evolve: (state, event) =>
    event.kind === 'personal-key.registered.v1'
      ? { current: event.payload, known: [...state.known, event.payload.key] }
      : { ...state, current: null },
}
