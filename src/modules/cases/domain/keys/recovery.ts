/*
A key that was lost: the person makes a new one and asks, two custodians give, the person opens. Each of the three steps is another person's act and a line of the log. The same way serves whoever may
read a case and has no key of it, such as after glass was broken.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { RecoveryEvent } from './key-words.ts'

type Asked = Extract<RecoveryEvent, { kind: 'key-recovery.asked.v1' }>['payload']
type Given = Extract<RecoveryEvent, { kind: 'key-recovery.share-given.v1' }>['payload']['custodian']
export interface Recovery {
  readonly asked: Asked | null
  readonly given: readonly Given[]
  readonly isOver: boolean
}
export type RecoveryCommand =
  | ({ readonly step: 'ask' } & Asked)
  | { readonly step: 'give'; readonly cases: number; readonly custodian: Given }
  | { readonly step: 'finish'; readonly cases: readonly string[] }
  | { readonly step: 'withdraw' }
export interface RecoveryContext {
  readonly account: string
  /** Who asked; `null` before. */
  readonly asker: string | null
  /** The asker's key now: shares for an older one help nobody. */
  readonly currentKey: string | null
  /** Give: the custodian holds shares of cases that the asker may read now. */
  readonly holdsShares: boolean
  /** Finish: cases that the asker may read now, of which two people gave. */
  readonly openable: readonly string[]
}
export const GIVERS_NEEDED = 2

export const recoveryDecider: Decider<Recovery, RecoveryCommand, RecoveryEvent, RecoveryContext> = {
  initial: { asked: null, given: [], isOver: false },
  decide: (state, command, context) => {
    if (command.step === 'ask') {
      const { step: _step, ...asked } = command
      if (context.currentKey !== asked.key) return refused('no-personal-key')
      return accepted([{ kind: 'key-recovery.asked.v1', payload: asked }])
    }
    // Whoever did not ask learns nothing of a request, not even that it is over.
    if (state.asked === null || (command.step !== 'give' && context.account !== context.asker)) return refused('unknown-key-recovery')
    if (state.isOver) return refused('key-recovery-over')
    if (context.currentKey !== state.asked.key) return refused('key-recovery-for-old-key')
    return command.step === 'give' ? give(state, command, context) : end(state, command, context)
  },
  evolve: (state, event) => {
    if (event.kind === 'key-recovery.asked.v1') return { asked: event.payload, given: [], isOver: false }
    if (event.kind === 'key-recovery.share-given.v1') return { ...state, given: [...state.given, event.payload.custodian] }
    return { ...state, isOver: true }
  },
}

type Step<Name extends RecoveryCommand['step']> = Extract<RecoveryCommand, { step: Name }>

function give(
  state: Recovery,
  { custodian, cases }: Step<'give'>,
  { asker, holdsShares }: RecoveryContext,
): Outcome<readonly RecoveryEvent[]> {
  if (custodian === asker) return refused('key-recovery-by-others')
  if (!holdsShares || cases === 0) return refused('no-shares-of-yours')
  if (state.given.includes(custodian)) return refused('share-given-already')
  return accepted([{ kind: 'key-recovery.share-given.v1', payload: { custodian, cases } }])
}

function end(state: Recovery, command: Step<'finish' | 'withdraw'>, { openable }: RecoveryContext): Outcome<readonly RecoveryEvent[]> {
  if (command.step === 'withdraw') return accepted([{ kind: 'key-recovery.withdrawn.v1', payload: {} }])
  if (state.given.length < GIVERS_NEEDED) return refused('two-custodians-needed', { given: state.given.length, needed: GIVERS_NEEDED })
  const foreign = command.cases.filter((one) => !openable.includes(one))
  if (foreign.length > 0 || command.cases.length === 0) return refused('unknown-case')
  return accepted([{ kind: 'key-recovery.finished.v1', payload: { cases: [...command.cases], custodians: [...state.given] } }])
}
